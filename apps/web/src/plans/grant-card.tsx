import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { got } from '../api/query.js';
import { StateTag } from '../parts/state-tag.js';
import { classOf } from './types.js';
import { usePlansText } from './words.js';
import './grant-card.css';

/**
 * Class status as granted, beside an event or an application: class, document, occupations and what binds the event.
 * Nothing where there is none.
 */
export function GrantCard(props: { eventId: string } | { applicationId: string }) {
  const t = usePlansText();
  const { role } = useActiveRole();
  const statuses = useQuery(got('/api/v1/class-statuses', { params: { query: props } }));
  const status = statuses.data?.items[0];
  if (!status) return null;
  const { endedAt, documentNumber, eventId, planYear, heldYear } = status;
  return (
    <section className="panel grant-card" aria-labelledby="grant">
      <h2 id="grant">
        {t('grant.title')}
        <StateTag look={endedAt ? 'ended' : documentNumber ? 'passed' : 'running'} quiet>
          {classOf(t, status.class)}
        </StateTag>
      </h2>
      <p>{status.officialName}</p>
      <p className="quiet figures">
        {endedAt
          ? t('grant.ended', { reason: status.endReason ?? '' })
          : documentNumber
            ? t('grant.line', { year: planYear, document: documentNumber })
            : t('grant.notPublished')}
        {heldYear === planYear ? null : ` · ${t('grant.heldYear', { year: heldYear })}`}
      </p>
      <ul>
        {status.occupations.map(({ name, detail, code, held }) => (
          <li key={`${code}${name}${detail}`}>
            {detail ? `${name}（${detail}）` : name}
            <span className="quiet figures"> {code}</span>
            {held === false ? <span className="grant-missing"> · {t('grant.notHeld')}</span> : null}
          </li>
        ))}
      </ul>
      {'eventId' in props ? (
        <>
          <p className="quiet">{t('grant.limits')}</p>
          {role === 'host' ? (
            <Link to={`/applications/${status.applicationId}`}>{t('grant.amend')}</Link>
          ) : null}
        </>
      ) : eventId && (role === 'host' || role === 'official') ? (
        <Link to={`/events/${eventId}`}>{t('grant.event')}</Link>
      ) : null}
    </section>
  );
}
