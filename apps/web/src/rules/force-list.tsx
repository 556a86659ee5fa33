import { useTimes } from '../language/times.js';
import { StateTag } from '../parts/state-tag.js';
import { spanOf, type Pack } from './types.js';
import { useRulesText } from './words.js';

/** When a pack was and will be in force, by whom and on what ground; also what was taken back. */
export function ForceList({ forces }: { forces: Pack['forces'] }) {
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
