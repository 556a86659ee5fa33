import { useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { StateTag } from '../parts/state-tag.js';
import { spanOf, type Pack } from './types.js';
import { useRulesText } from './words.js';

/** When a pack was and will be in force, and who did what with it. */
export function PackRecord({ pack }: { pack: Pack }) {
  const t = useRulesText();
  const said = useSaid();
  const times = useTimes();
  return (
    <div className="pack-document">
      <ForceList forces={pack.forces} />
      {pack.history.length > 0 ? (
        <section className="page-section">
          <h2>{t('force.history')}</h2>
          <ol className="history">
            {pack.history.map((step) => (
              <li key={step.at}>
                <div className="history-head">
                  <strong>{said(step.text)}</strong>
                  <time dateTime={step.at}>{times.show(step.at, 'second')}</time>
                </div>
                <div className="quiet">
                  {step.byName ?? t('force.system')}
                  {step.reason ? ` · ${step.reason}` : ''}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}

/** When a pack was and will be in force, by whom and on what ground; also what was taken back. */
function ForceList({ forces }: { forces: Pack['forces'] }) {
  const t = useRulesText();
  const times = useTimes();
  if (forces.length === 0) return <p className="quiet">{t('force.none')}</p>;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('force.span')}</th>
          <th>{t('force.note')}</th>
          <th>{t('force.by')}</th>
          <th>{t('force.at')}</th>
        </tr>
      </thead>
      <tbody>
        {forces.map((force) => (
          <tr key={force.id}>
            <td className="figures">
              {spanOf(t, force)}{' '}
              {force.endedAt ? (
                <StateTag look="ended" quiet>
                  {t('force.taken', { at: times.show(force.endedAt, 'dayTime') })}
                </StateTag>
              ) : null}
            </td>
            <td>{force.reason ?? '–'}</td>
            <td>{force.byName ?? t('force.system')}</td>
            <td className="figures">{times.show(force.at, 'dayTime')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
