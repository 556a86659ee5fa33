import { App, Button } from 'antd';
import { useActiveRole } from '../account/roles.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { StateTag } from '../parts/state-tag.js';
import { useHandDownAccounts } from './hand-down-accounts.js';
import { entryPaths, type Competitor, type Entry } from './types.js';
import { useRegistrationText } from './words.js';

/** The people of an entry with what eligibility asks, and whether each can sign in. */
export function CompetitorTable({ entry }: { entry: Entry }) {
  const t = useRegistrationText();
  const { role } = useActiveRole();
  const handDown = useHandDownAccounts();
  const mayHandDown =
    role !== 'coach' &&
    entry.status !== 'withdrawn' &&
    (entry.state === 'submitted' || entry.state === 'accepted');
  return (
    <>
      {entry.competitors.map((person) => (
        <section key={person.id} className="person-card" aria-label={person.name}>
          <header>
            <span>{person.name}</span>
            <AccountState person={person} />
          </header>
          <dl className="entry-facts">
            <dt>{t('field.birthDate')}</dt>
            <dd className="figures">{person.birthDate ?? '–'}</dd>
            <dt>{t('field.sex')}</dt>
            <dd>{person.sex ? t(`field.${person.sex}`) : '–'}</dd>
            <dt>{t('field.unit')}</dt>
            <dd>{person.unit ?? '–'}</dd>
            {person.nameLatin ? (
              <>
                <dt>{t('field.latin')}</dt>
                <dd>{person.nameLatin}</dd>
              </>
            ) : null}
          </dl>
        </section>
      ))}
      {mayHandDown && entry.competitors.some(({ hasAccount }) => !hasAccount) ? (
        <Button onClick={() => void handDown([entry])}>{t('entry.handDown')}</Button>
      ) : null}
      <p className="quiet">{t('entry.personal')}</p>
    </>
  );
}

function AccountState({ person }: { person: Competitor }) {
  const t = useRegistrationText();
  const event = useEvent();
  const { role } = useActiveRole();
  const { modal } = App.useApp();
  const unlink = useVerb({
    send: () =>
      take(
        api.DELETE('/api/v1/events/{eventId}/competitors/{competitorId}/account', {
          params: { path: { eventId: event.id, competitorId: person.id } },
        }),
      ),
    outdates: entryPaths,
    said: t('entry.unlinked'),
  });
  return (
    <span>
      <StateTag look={person.hasAccount ? 'passed' : 'waiting'} quiet>
        {t('entry.account')}: {person.hasAccount ? t('entry.hasAccount') : t('entry.noAccount')}
      </StateTag>
      {person.hasAccount && role !== 'coach' ? (
        <Button
          type="link"
          size="small"
          onClick={() =>
            void modal.confirm({
              title: t('entry.unlink'),
              content: t('entry.unlinkLine'),
              okText: t('entry.unlink'),
              onOk: () => unlink.mutateAsync(undefined).catch(() => undefined),
            })
          }
        >
          {t('entry.unlink')}
        </Button>
      ) : null}
    </span>
  );
}
