import { useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import type { EventStage } from './types.js';
import { useEventsText } from './words.js';

/** The stages an event has entered, the latest first: when, and why where a step back needed a reason. */
export function StageHistory({ stage }: { stage: EventStage }) {
  const t = useEventsText();
  const said = useSaid();
  const times = useTimes();
  const name = (key: string) => {
    const found = stage.order.find((one) => one.stage === key);
    return found ? said(found.name) : key;
  };
  return (
    <section className="panel" aria-labelledby="stage-history">
      <h2 id="stage-history">{t('home.history')}</h2>
      {stage.history.length === 0 ? (
        <p className="quiet">{t('home.noHistory')}</p>
      ) : (
        <ol className="stage-history">
          {[...stage.history].reverse().map((entry) => (
            <li key={entry.id}>
              <div className="stage-history-head">
                <span>
                  {name(entry.from)} → <strong>{name(entry.to)}</strong>
                </span>
                <time dateTime={entry.at}>{times.show(entry.at)}</time>
              </div>
              {entry.reason ? (
                <div>
                  {t('home.reason')}: {entry.reason}
                </div>
              ) : null}
              {entry.warnings > 0 ? (
                <div className="quiet">{t('home.warnings', { count: entry.warnings })}</div>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
