import { useActiveRole } from '../account/roles.js';
import { useSession } from '../account/session.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useFrameText } from '../frame/words.js';
import { Button } from 'antd';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { WaitingLine } from './waiting-line.js';
import { byUrgency, useWaiting, useWaitingByRole } from './waiting.js';
import { useHomeText } from './words.js';

/** The role home: what waits for me, most urgent first, each line a verb with its object and its clock. */
export default function HomePage() {
  const t = useHomeText();
  const frame = useFrameText();
  const { account } = useSession();
  const { role, held } = useActiveRole();
  const waiting = useWaiting();

  if (held.length === 0)
    return <EmptyState icon="people" title={frame('noRole.title')} line={frame('noRole.line')} />;
  const items = byUrgency(waiting.data?.items ?? [], role);
  return (
    <div className="home">
      <PageHeader
        title={t('title')}
        line={items.length > 0 ? t('greeting', { name: account.displayName }) : null}
      />
      {waiting.isPending ? (
        <Loading />
      ) : waiting.isError && !waiting.data ? (
        <LoadError error={waiting.error} onRetry={() => void waiting.refetch()} />
      ) : items.length === 0 ? (
        <EmptyState
          icon="checkIn"
          title={t('nothing')}
          line={t('nothingLine')}
          action={<GoButton to="/events">{t('toEvents')}</GoButton>}
        />
      ) : (
        (['now', 'soon', 'later'] as const).map((urgency) => {
          const lines = items.filter((item) => item.urgency === urgency);
          if (lines.length === 0) return null;
          return (
            <section
              key={urgency}
              className={`waiting waiting-${urgency}`}
              aria-labelledby={`waiting-${urgency}`}
            >
              <h2 id={`waiting-${urgency}`}>
                {t(urgency)} <span className="quiet figures">{t('count', { count: lines.length })}</span>
              </h2>
              <ul>
                {lines.map((item) => (
                  <WaitingLine key={`${item.code} ${item.href}`} item={item} />
                ))}
              </ul>
            </section>
          );
        })
      )}
      <OtherRoles />
    </div>
  );
}

/** A quiet word that other roles of the same person have work waiting: one press switches. */
function OtherRoles() {
  const t = useHomeText();
  const frame = useFrameText();
  const { role, held, become } = useActiveRole();
  const counts = useWaitingByRole();
  const others = held.filter((other) => other !== role && (counts.get(other) ?? 0) > 0);
  if (others.length === 0) return null;
  return (
    <section className="other-roles">
      <h2>{t('otherRoles')}</h2>
      <div className="other-roles-row">
        {others.map((other) => (
          <Button key={other} onClick={() => become(other)}>
            {t('otherRole', { role: frame(`role.${other}`), count: counts.get(other) ?? 0 })}
          </Button>
        ))}
      </div>
    </section>
  );
}
