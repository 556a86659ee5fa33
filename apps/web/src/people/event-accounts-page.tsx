import { Button } from 'antd';
import { useState } from 'react';
import { useEvent } from '../frame/event.js';
import { useLanguage } from '../language/language.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { AccountList } from './account-list.js';
import { GiveRole } from './give-role.js';
import { NewAccount } from './new-account.js';
import { usePeopleText } from './words.js';

/** Who has an account in this event, and handing down more. */
export default function EventAccountsPage() {
  const t = usePeopleText();
  const event = useEvent();
  const language = useLanguage();
  const [dialog, setDialog] = useState<'new' | 'give' | null>(null);
  const close = () => setDialog(null);
  const eventName = language === 'en' ? (event.nameEn ?? event.name) : event.name;
  const batch = `/events/${event.id}/accounts/batch`;
  return (
    <>
      <PageHeader
        title={t('accounts.title')}
        line={t('accounts.line')}
        actions={
          <>
            <Button onClick={() => setDialog('give')}>{t('accounts.giveExisting')}</Button>
            <GoButton to={batch}>{t('accounts.addMany')}</GoButton>
          </>
        }
        primary={{ label: t('accounts.add'), onClick: () => setDialog('new') }}
      />
      <AccountList
        eventId={event.id}
        actions={null}
        empty={
          <EmptyState
            icon="people"
            title={t('accounts.empty')}
            line={t('accounts.emptyLine')}
            action={<GoButton to={batch}>{t('accounts.addMany')}</GoButton>}
          />
        }
      />
      <NewAccount eventId={event.id} subtitle={eventName} open={dialog === 'new'} onClose={close} />
      <GiveRole eventId={event.id} open={dialog === 'give'} onClose={close} />
    </>
  );
}
