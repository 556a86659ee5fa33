import { Link } from 'react-router';
import { stateLook } from '../applications/looks.js';
import type { Application } from '../applications/types.js';
import { useApplicationsText } from '../applications/words.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import type { Background, Collision } from './types.js';
import { useReviewText } from './words.js';

/** The same contest in earlier years: applications and public records. */
export function EarlierYears({ years }: { years: Background['earlierYears'] }) {
  const t = useReviewText();
  const a = useApplicationsText();
  if (years.length === 0) return <p className="quiet">{t('earlier.none')}</p>;
  return (
    <table className="desk-table">
      <thead>
        <tr>
          <th>{t('earlier.year')}</th>
          <th>{t('earlier.name')}</th>
          <th>{t('earlier.hosts')}</th>
          <th>{t('earlier.occupations')}</th>
          <th>{t('earlier.result')}</th>
        </tr>
      </thead>
      <tbody>
        {years.map((year, i) => (
          <tr key={year.applicationId ?? i}>
            <td className="figures">
              {year.planYear}
              {year.class ? <div className="quiet">{a(`class.${year.class}`)}</div> : null}
            </td>
            <td>
              {year.applicationId ? <Link to={`/review/${year.applicationId}`}>{year.name}</Link> : year.name}
            </td>
            <td>{year.hosts ?? '–'}</td>
            <td>{year.occupations.join('、') || '–'}</td>
            <td>
              {year.applicationId ? (
                <StateTag look={stateLook[year.state as Application['state']]} quiet>
                  {a(`state.${year.state as Application['state']}`)}
                </StateTag>
              ) : (
                <span title={year.source ? t('earlier.source', { source: year.source }) : undefined}>
                  {t('earlier.record')}
                  {year.grade === 'unverified' ? ` · ${t('earlier.unverified')}` : ''}
                </span>
              )}
              {year.reason ? <div className="quiet">{year.reason}</div> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who else applies for the same occupations this year, each to be put side by side. */
export function SameOccupation(props: { applicationId: string; others: Background['sameOccupation'] }) {
  const t = useReviewText();
  const a = useApplicationsText();
  if (props.others.length === 0) return <p className="quiet">{t('same.none')}</p>;
  return (
    <ul className="desk-list-plain">
      {props.others.map((other) => (
        <li key={other.applicationId}>
          <div>
            <Link to={`/review/${other.applicationId}`}>{other.name}</Link>
            <div className="quiet">
              {other.leadName}
              {other.class ? ` · ${a(`class.${other.class}`)}` : ''} ·{' '}
              {t('same.shared', { list: other.shared.join('、') })}
              {other.finalFrom
                ? ` · ${t('same.final', { dates: `${other.finalFrom} – ${other.finalTo ?? ''}` })}`
                : ''}
              {other.placeName ? ` · ${other.placeName}` : ''}
            </div>
          </div>
          <div className="desk-list-side">
            <StateTag look={stateLook[other.state as Application['state']]} quiet>
              {a(`state.${other.state as Application['state']}`)}
            </StateTag>
            <Link className="nowrap" to={`/review/compare/${props.applicationId}/${other.applicationId}`}>
              <Icon name="columns" size="1em" /> {t('same.compare')}
            </Link>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** How bad a collision is: only all three at once is alarming. */
export const collisionLook: Record<Collision['kind'], StateLook> = {
  both: 'warning',
  occupation: 'running',
  place: 'waiting',
};

export function CollisionList(props: { collisions: readonly Collision[]; finalFrom: string | null }) {
  const t = useReviewText();
  const { collisions, finalFrom } = props;
  if (collisions.length === 0)
    return <p className="quiet">{t(finalFrom ? 'collision.none' : 'collision.noDates')}</p>;
  return (
    <>
      <ul className="desk-list-plain">
        {collisions.map((collision) => (
          <li key={collision.applicationId}>
            <div>
              <StateTag look={collisionLook[collision.kind]}>{t(`collision.${collision.kind}`)}</StateTag>{' '}
              <Link to={`/review/${collision.applicationId}`}>{collision.name}</Link>
              <div className="quiet">
                <span className="figures">
                  {collision.finalFrom} – {collision.finalTo}
                </span>
                {collision.placeName ? ` · ${collision.placeName}` : ''}
                {collision.sharedOccupations.length > 0 ? ` · ${collision.sharedOccupations.join('、')}` : ''}
                {` · ${collision.leadName}`}
              </div>
            </div>
            <span className="figures nowrap quiet">{t('collision.week', { day: collision.weekOf })}</span>
          </li>
        ))}
      </ul>
      {finalFrom ? (
        <Link to={`/review/calendar?year=${finalFrom.slice(0, 4)}`}>{t('collision.calendar')}</Link>
      ) : null}
    </>
  );
}

/** What the lead applicant still owes of earlier contests. */
export function OwedList({ owed }: { owed: Background['owed'] }) {
  const t = useReviewText();
  const said = useSaid();
  if (owed.length === 0) return <p className="quiet">{t('owed.none')}</p>;
  return (
    <ul className="desk-list-plain">
      {owed.map((one, i) => (
        <li key={`${one.applicationId}-${i}`}>
          <div>
            {said(one.title)}
            <div className="quiet">
              {t(`owed.${one.kind}`)} · <span className="figures">{one.planYear}</span> ·{' '}
              <Link to={`/review/${one.applicationId}`}>{one.contest}</Link>
            </div>
          </div>
          {one.overdue ? (
            <StateTag look="warning" quiet>
              {t('owed.overdue')} {one.dueOn}
            </StateTag>
          ) : (
            <span className="quiet figures nowrap">
              {one.dueOn ? t('owed.due', { day: one.dueOn }) : t('owed.withNext')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
