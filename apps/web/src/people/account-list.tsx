import { useMemo, type ReactNode } from 'react';
import { roles } from '../account/roles.js';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { useFrameText } from '../frame/words.js';
import { useTimes } from '../language/times.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import { AccountDetails } from './account-details.js';
import { type AccountRow, type AccountState, stateOf, useGrantWords } from './account-words.js';
import { usePeopleText } from './words.js';

const looks: Record<AccountState, StateLook> = { active: 'passed', initial: 'waiting', disabled: 'ended' };
const states = ['active', 'initial', 'disabled'] as const;

/** The accounts in reach, of one event or (null) of all; Enter opens one with its roles and what can be done. */
export function AccountList(props: { eventId: string | null; actions: ReactNode; empty: ReactNode }) {
  const { eventId } = props;
  const t = usePeopleText();
  const frame = useFrameText();
  const times = useTimes();
  const grantWords = useGrantWords();
  const accounts = useKeyset(['/api/v1/accounts', eventId], (after) =>
    take(
      api.GET('/api/v1/accounts', {
        params: { query: { limit: 500, ...(eventId ? { eventId } : {}), ...(after ? { after } : {}) } },
      }),
    ),
  );
  const columns = useMemo((): Column<AccountRow>[] => {
    const shown = (row: AccountRow) => row.roles.filter((grant) => !eventId || grant.eventId === eventId);
    return [
      { key: 'name', title: t('column.name'), value: (row) => row.displayName, width: 150 },
      { key: 'login', title: t('column.login'), value: (row) => row.login, width: 170 },
      {
        key: 'roles',
        title: t('column.roles'),
        value: (row) =>
          shown(row)
            .map((grant) => grantWords(grant, !eventId))
            .join('；'),
        render: (row) => shown(row).map((grant) => <div key={grant.id}>{grantWords(grant, !eventId)}</div>),
        filter: {
          options: roles.map((value) => ({ value, text: frame(`role.${value}`) })),
          of: (row) => shown(row).map((grant) => grant.role),
        },
        width: 300,
      },
      {
        key: 'state',
        title: t('column.state'),
        value: (row) => t(`state.${stateOf(row)}`),
        render: (row) => <StateTag look={looks[stateOf(row)]}>{t(`state.${stateOf(row)}`)}</StateTag>,
        filter: { options: states.map((value) => ({ value, text: t(`state.${value}`) })), of: stateOf },
        width: 140,
      },
      {
        key: 'organisation',
        title: t('column.organisation'),
        value: (row) => row.organisationName,
        width: 200,
      },
      {
        key: 'created',
        title: t('column.created'),
        value: (row) => row.createdAt,
        render: (row) => times.showNamed(row.createdAt),
        hidden: true,
      },
    ];
  }, [t, frame, times, grantWords, eventId]);
  return (
    <DataTable
      id={eventId ? 'event-accounts' : 'accounts'}
      columns={columns}
      rows={accounts.rows}
      error={accounts.error}
      onRetry={accounts.retry}
      more={accounts.more}
      rowKey={(row) => row.id}
      details={(row) => <AccountDetails account={row} eventId={eventId} />}
      detailsTitle={(row) => row.displayName}
      actions={props.actions}
      empty={props.empty}
      exportName={t('accounts.export')}
    />
  );
}
