import { Link } from 'react-router';
import { useSaid } from '../language/language.js';
import { StateTag } from '../parts/state-tag.js';
import type { Area } from './own-areas.js';
import { areaOf, spanOf, stateLooks, type PackSummary } from './types.js';
import { useRulesText } from './words.js';

/** Which pack was, is and will be in force at each level and area, oldest first; one's own areas also without any. */
export function PackTimeline({
  packs,
  own: ownAreas,
}: {
  packs: readonly PackSummary[];
  own: readonly Area[];
}) {
  const t = useRulesText();
  const said = useSaid();
  const areas = [...new Set([...packs, ...ownAreas].map(keyOf))];
  return areas.map((key) => {
    const own = packs.filter((pack) => keyOf(pack) === key);
    const inForce = own
      .filter(({ inForceFrom }) => inForceFrom !== null)
      .sort((a, b) => (a.inForceFrom ?? '').localeCompare(b.inForceFrom ?? ''));
    const first = own[0] ?? ownAreas.find((area) => keyOf(area) === key);
    if (!first) return null;
    return (
      <div key={key} className="pack-times">
        <h3>{areaOf(t, first)}</h3>
        {inForce.length === 0 ? (
          <p className="quiet">{t('list.none', { area: areaOf(t, first) })}</p>
        ) : (
          <ol>
            {inForce.map((pack) => (
              <li key={pack.id} className={`pack-time pack-time-${pack.state}`}>
                <Link to={`/rules/${pack.id}`}>
                  <strong>{said(pack.title)}</strong>
                  <span className="figures quiet">{spanOf(t, pack)}</span>
                  <StateTag look={stateLooks[pack.state]} quiet>
                    {t(`state.${pack.state}`)}
                  </StateTag>
                </Link>
              </li>
            ))}
          </ol>
        )}
      </div>
    );
  });
}

const keyOf = ({ level, divisionCode }: Area): string => `${level} ${divisionCode}`;
