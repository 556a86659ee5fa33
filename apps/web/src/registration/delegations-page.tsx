import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { api, take } from '../api/client.js';
import { ifMatch } from '../api/attempt.js';
import { useKeyset } from '../api/keyset.js';
import { useVerb } from '../api/verb.js';
import { useActiveRole } from '../account/roles.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { StateTag } from '../parts/state-tag.js';
import { DelegationForm } from './delegation-form.js';
import { DelegationListDialog } from './delegation-list-dialog.js';
import type { Delegation } from './types.js';
import { useRegistrationText } from './words.js';
import './registration.css';

const path = '/api/v1/events/{eventId}/delegations';

/** The delegations of an event: who leads them, how many entries stand where. */
export default function DelegationsPage() {
  const t = useRegistrationText();
  const language = useLanguage();
  const event = useEvent();
  const { modal } = App.useApp();
  const { role } = useActiveRole();
  const [form, setForm] = useState<Delegation | 'new' | null>(null);
  const [many, setMany] = useState(false);
  const list = useKeyset([path, event.id], (after) =>
    take(
      api.GET(path, {
        params: { path: { eventId: event.id }, query: { limit: 500, ...(after ? { after } : {}) } },
      }),
    ),
  );
  const remove = useVerb({
    send: (row: Delegation) =>
      api.DELETE('/api/v1/events/{eventId}/delegations/{delegationId}', {
        params: { path: { eventId: event.id, delegationId: row.id } },
        headers: ifMatch(row.version),
      }),
    outdates: [path, '/api/v1/events/{eventId}/quotas', '/api/v1/events/{eventId}/stage'],
    said: t('delegations.removed'),
  });
  const columns = useMemo<Column<Delegation>[]>(
    () => [
      { key: 'code', title: t('delegations.code'), value: (row) => row.code, width: 90 },
      {
        key: 'name',
        title: t('delegations.name'),
        value: (row) => (language === 'en' && row.nameEn ? `${row.nameEn} ${row.name}` : row.name),
        width: 260,
      },
      {
        key: 'leaders',
        title: t('delegations.leaders'),
        value: (row) => (row.leaders > 0 ? t('delegations.hasLeader') : t('delegations.noLeader')),
        render: (row) => (
          <StateTag look={row.leaders > 0 ? 'passed' : 'waiting'} quiet>
            {row.leaders > 0 ? t('delegations.hasLeader') : t('delegations.noLeader')}
          </StateTag>
        ),
        width: 120,
      },
      {
        key: 'accepted',
        title: t('delegations.accepted'),
        value: (row) => row.entries.accepted,
        kind: 'count',
        width: 90,
        total: 'sum',
      },
      {
        key: 'waiting',
        title: t('delegations.waiting'),
        value: (row) => row.entries.submitted,
        kind: 'count',
        width: 90,
        total: 'sum',
      },
      {
        key: 'returned',
        title: t('delegations.returned'),
        value: (row) => row.entries.returned,
        kind: 'count',
        width: 90,
        total: 'sum',
      },
      {
        key: 'draft',
        title: t('state.draft'),
        value: (row) => row.entries.draft,
        kind: 'count',
        width: 90,
        total: 'sum',
      },
      {
        key: 'competitors',
        title: t('delegations.competitors'),
        value: (row) => row.competitors,
        kind: 'count',
        width: 100,
        total: 'sum',
      },
    ],
    [t, language],
  );
  const mayEdit = role === 'host' || role === 'organiser';
  const buttons = mayEdit ? (
    <>
      <Button icon={<Icon name="import" />} onClick={() => setMany(true)}>
        {t('delegations.many')}
      </Button>
      <Button type="primary" icon={<Icon name="add" />} onClick={() => setForm('new')}>
        {t('delegations.add')}
      </Button>
    </>
  ) : null;
  return (
    <>
      <EventHeader
        title={t('delegations.title')}
        line={t('delegations.line')}
        actions={
          <>
            <GoButton to={`/events/${event.id}/accounts/batch`} icon={<Icon name="people" />}>
              {t('delegations.accounts')}
            </GoButton>
            {buttons}
          </>
        }
      />
      <DataTable
        id="delegations"
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        error={list.error}
        onRetry={list.retry}
        more={list.more}
        exportName={t('delegations.export')}
        details={(row) => (
          <DelegationDetails
            row={row}
            onEdit={() => setForm(row)}
            onRemove={() =>
              void modal.confirm({
                title: t('delegations.remove'),
                content: t('delegations.removeLine', { name: row.name }),
                okText: t('delegations.remove'),
                okButtonProps: { danger: true },
                onOk: () => remove.mutateAsync(row).catch(() => undefined),
              })
            }
          />
        )}
        detailsTitle={(row) => row.name}
        empty={
          <EmptyState
            icon="delegation"
            title={t('delegations.empty')}
            line={t('delegations.emptyLine')}
            action={buttons}
          />
        }
      />
      <DelegationForm of={form} onClose={() => setForm(null)} />
      <DelegationListDialog open={many} onClose={() => setMany(false)} />
    </>
  );
}

function DelegationDetails({
  row,
  onEdit,
  onRemove,
}: {
  row: Delegation;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const t = useRegistrationText();
  const event = useEvent();
  const { entries } = row;
  const some =
    entries.draft + entries.submitted + entries.returned + entries.accepted + entries.withdrawn > 0;
  return (
    <>
      <dl className="entry-facts">
        <dt>{t('delegations.code')}</dt>
        <dd className="figures">{row.code}</dd>
        <dt>{t('delegations.nameEn')}</dt>
        <dd>{row.nameEn ?? '–'}</dd>
        {(['accepted', 'submitted', 'returned', 'draft'] as const).map((state) => (
          <Fact key={state} label={t(`state.${state}`)} value={entries[state]} />
        ))}
        <Fact label={t('status.withdrawn')} value={entries.withdrawn} />
        <Fact label={t('delegations.competitors')} value={row.competitors} />
      </dl>
      <div className="drawer-actions">
        <GoButton to={`/events/${event.id}/entries?delegation=${row.id}`} icon={<Icon name="roster" />}>
          {t('nav.entries')}
        </GoButton>
        <Button icon={<Icon name="edit" />} onClick={onEdit}>
          {t('delegations.edit')}
        </Button>
        {some ? null : (
          <Button danger icon={<Icon name="remove" />} onClick={onRemove}>
            {t('delegations.remove')}
          </Button>
        )}
      </div>
    </>
  );
}

const Fact = ({ label, value }: { label: string; value: number }) => (
  <>
    <dt>{label}</dt>
    <dd className="figures">{value}</dd>
  </>
);
