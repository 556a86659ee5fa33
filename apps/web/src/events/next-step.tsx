import { useSaid } from '../language/language.js';
import { FindingList } from '../parts/finding-list.js';
import { StateTag } from '../parts/state-tag.js';
import { usePartText } from '../parts/words.js';
import { wayForward } from './event-stage.js';
import type { EventStage } from './types.js';
import { useEventsText } from './words.js';

/** What the next stage still needs, each line linked to where it is mended; what passed folds away. */
export function NextStep({ stage }: { stage: EventStage }) {
  const t = useEventsText();
  const parts = usePartText();
  const said = useSaid();
  const next = wayForward(stage);
  const missing = next?.findings.filter(({ severity }) => severity === 'blocking').length ?? 0;
  const open = next?.findings.filter(({ severity }) => severity !== 'passed') ?? [];
  const passed = next?.findings.filter(({ severity }) => severity === 'passed') ?? [];
  return (
    <section className="panel" aria-labelledby="next-step">
      <div className="section-head">
        <h2 id="next-step">
          {t('home.next')}
          {next ? <span className="next-action">{said(next.action)}</span> : null}
        </h2>
        {next?.yours ? (
          <StateTag look={missing > 0 ? 'blocking' : open.length > 0 ? 'warning' : 'passed'}>
            {missing > 0
              ? t('home.missing', { count: missing })
              : t('home.ready', { action: said(next.action) })}
          </StateTag>
        ) : null}
      </div>
      {!next ? (
        <p className="quiet">{t('home.nothingNext')}</p>
      ) : !next.yours ? (
        <p className="quiet">
          {t('home.notYours', {
            action: said(next.action),
            roles:
              next.to === 'provisional' || next.to === 'final'
                ? t('roles.host')
                : `${t('roles.host')} / ${t('roles.organiser')}`,
          })}
        </p>
      ) : (
        <>
          {open.length > 0 ? <FindingList findings={open} /> : null}
          {passed.length > 0 ? (
            <details className="passed-checks" open={open.length === 0}>
              <summary>{parts('preflight.passed', { count: passed.length })}</summary>
              <FindingList findings={passed} />
            </details>
          ) : null}
        </>
      )}
    </section>
  );
}
