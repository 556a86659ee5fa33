import { useSaid } from '../language/language.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import { awardName } from './names.js';
import type { Policy } from './types.js';
import { eventsWords, useEventsText } from './words.js';

type Clause = Policy['clauses'][number];

const looks: Readonly<Record<Clause['grade'], StateLook>> = {
  verified: 'passed',
  'verified-unofficial': 'unknown',
  recalled: 'warning',
  design: 'waiting',
};

/** Every rule as it is applied, with where it stands written and how sure that is. */
export function ClauseList({ clauses }: { clauses: readonly Clause[] }) {
  const t = useEventsText();
  const said = useSaid();
  return (
    <ol className="clauses">
      {clauses.map((clause) => (
        <li key={`${clause.about} ${clause.of ?? ''} ${clause.id}`}>
          <div className="clause-about">
            <strong>{eventsWords.find(`policy.about.${clause.about}`) ?? clause.about}</strong>
            {clause.about === 'award' && clause.of ? (
              <span className="quiet">{clause.of.split(',').map(awardName).join(' · ')}</span>
            ) : null}
          </div>
          <div>
            <p>{said(clause.text)}</p>
            <div className="clause-from">
              <StateTag look={looks[clause.grade]} quiet>
                {t(`policy.grade.${clause.grade}`)}
              </StateTag>
              <span className="quiet">{t('policy.source', { source: clause.source })}</span>
              <span className="quiet">
                {clause.year === null || clause.scope.includes(String(clause.year))
                  ? clause.scope
                  : t('policy.scope', { scope: clause.scope, year: clause.year })}
              </span>
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
