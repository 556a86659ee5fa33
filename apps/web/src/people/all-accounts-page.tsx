import { Button } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { AccountList } from './account-list.js';
import { GiveRole } from './give-role.js';
import { NewAccount } from './new-account.js';
import { useRoleOptions } from './use-places.js';
import { usePeopleText } from './words.js';

/** All accounts in reach; roles that belong to no event are given here, the others inside their event. */
export default function AllAccountsPage() {
  const t = usePeopleText();
  const [dialog, setDialog] = useState<'new' | 'give' | null>(null);
  const close = () => setDialog(null);
  const gives = (useRoleOptions(null)?.length ?? 0) > 0;
  return (
    <>
      <PageHeader
        title={t('nav.allAccounts')}
        line={t('accounts.line')}
        actions={
          gives ? <Button onClick={() => setDialog('give')}>{t('accounts.giveExisting')}</Button> : null
        }
        {...(gives ? { primary: { label: t('accounts.add'), onClick: () => setDialog('new') } } : {})}
      />
      <AccountList
        eventId={null}
        actions={null}
        empty={<EmptyState icon="people" title={t('accounts.empty')} line={t('accounts.emptyLine')} />}
      />
      <NewAccount eventId={null} subtitle={t('slips.title')} open={dialog === 'new'} onClose={close} />
      <GiveRole eventId={null} open={dialog === 'give'} onClose={close} />
    </>
  );
}
