import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { got } from '../api/query.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { DataTable, type BulkAction, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { StateTag } from '../parts/state-tag.js';
import { Deadline, useRegistrationDoor } from './deadline.js';
import { stateLooks, statusLooks } from './looks.js';
import { OutcomesDialog } from './outcomes-dialog.js';
import { ReviewDialog } from './review-dialog.js';
import type { Entry, EntryOutcomes } from './types.js';
import { useHandDownAccounts } from './hand-down-accounts.js';
import { useSubmitEntries } from './submit-entries.js';
import { useRegistrationText } from './words.js';
import './registration.css';

const path = '/api/v1/events/{eventId}/entries';
const states = ['draft', 'submitted', 'returned', 'accepted'] as const;
type State = (typeof states)[number];

/** Entries: a leader's own with their states and clock; for host and organiser all, to review. */
export default function EntriesPage() {
  const t = useRegistrationText();
  const event = useEvent();
  const navigate = useNavigate();
  const { role } = useActiveRole();
  const [params, setParams] = useSearchParams();
  const [review, setReview] = useState<{ decision: 'accept' | 'return'; entries: Entry[] } | null>(null);
  const [outcomes, setOutcomes] = useState<EntryOutcomes | null>(null);
  const runs = role === 'host' || role === 'organiser';
  const door = useRegistrationDoor();
  const state = states.find((one) => one === params.get('state'));
  const query = {
    ...(state ? { state } : {}),
    ...(params.get('skill') ? { skillId: params.get('skill') as string } : {}),
    ...(params.get('delegation') ? { delegationId: params.get('delegation') as string } : {}),
  };
  const list = useKeyset([path, event.id, query], (after) =>
    take(
      api.GET(path, {
        params: { path: { eventId: event.id }, query: { ...query, limit: 500, ...(after ? { after } : {}) } },
      }),
    ),
  );
  const first = useQuery(
    got(path, { params: { path: { eventId: event.id }, query: { ...query, limit: 1 } } }),
  );
  const submit = useSubmitEntries(setOutcomes);
  const handDown = useHandDownAccounts();
  const columns = useEntryColumns(runs);
  const choose = (name: string, value: string | undefined) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const bulk: BulkAction<Entry>[] = [
    ...(runs
      ? [
          {
            label: t('entries.acceptAll'),
            run: (entries: Entry[]) => setReview({ decision: 'accept', entries }),
          },
          {
            label: t('entries.returnAll'),
            run: (entries: Entry[]) => setReview({ decision: 'return', entries }),
          },
        ]
      : []),
    ...(role === 'teamLeader' || role === 'organiser'
      ? [{ label: t('entries.submitAll'), run: (entries: Entry[]) => submit(entries) }]
      : []),
    ...(role === 'coach'
      ? []
      : [{ label: t('entries.accounts'), run: (entries: Entry[]) => handDown(entries) }]),
  ];
  // Delegations enter while registration is open; the organiser also later, with a reason.
  const enters = role === 'organiser' || (role !== 'host' && door === 'open');
  const buttons = !enters ? null : (
    <>
      <GoButton to={`/events/${event.id}/roster`} icon={<Icon name="import" />}>
        {t('entries.import')}
      </GoButton>
      <GoButton to={`/events/${event.id}/entries/new`} type="primary" icon={<Icon name="add" />}>
        {t('entries.add')}
      </GoButton>
    </>
  );
  const narrowed = Object.keys(query).length > 0;
  return (
    <>
      <EventHeader
        title={runs ? t('entries.title') : t('entries.leaderTitle')}
        line={<Deadline />}
        actions={buttons}
        withStages={runs}
      />
      <div className="filter-bar">
        <Segmented<State | ''>
          aria-label={t('entries.showing')}
          value={state ?? ''}
          onChange={(chosen) => choose('state', chosen || undefined)}
          options={[
            { value: '', label: t('field.all') },
            ...states.map((one) => ({
              value: one,
              label: `${t(`state.${one}`)}${first.data ? ` ${first.data.counts[one]}` : ''}`,
            })),
          ]}
        />
        <EntryFilters delegations={runs} params={params} choose={choose} />
      </div>
      <DataTable
        id="entries"
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        error={list.error}
        onRetry={list.retry}
        more={list.more}
        bulk={bulk}
        onOpen={(row) => void navigate(`/events/${event.id}/entries/${row.id}`)}
        exportName={t('entries.export')}
        empty={
          narrowed ? (
            <EmptyState icon="filter" title={t('entries.noMatch')} />
          ) : (
            <EmptyState
              icon="roster"
              title={t('entries.empty')}
              line={runs ? t('entries.emptyLineOrganiser') : t('entries.emptyLine')}
              action={buttons}
            />
          )
        }
      />
      <ReviewDialog review={review} onClose={() => setReview(null)} onDone={setOutcomes} />
      <OutcomesDialog outcomes={outcomes} entries={list.rows ?? []} onClose={() => setOutcomes(null)} />
    </>
  );
}

function EntryFilters(props: {
  delegations: boolean;
  params: URLSearchParams;
  choose: (name: string, value: string | undefined) => void;
}) {
  const t = useRegistrationText();
  const language = useLanguage();
  const event = useEvent();
  const at = { params: { path: { eventId: event.id } } };
  const skills = useQuery(got('/api/v1/events/{eventId}/skills', at));
  const delegations = useQuery({
    ...got('/api/v1/events/{eventId}/delegations', {
      params: { path: { eventId: event.id }, query: { limit: 500 } },
    }),
    enabled: props.delegations,
  });
  const select = (name: string, label: string, options: { value: string; label: string }[]) => (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={`${label} · ${t('field.all')}`}
      value={props.params.get(name)}
      options={options}
      onChange={(value: string | undefined) => props.choose(name, value)}
    />
  );
  return (
    <>
      {select(
        'skill',
        t('field.skill'),
        (skills.data?.items ?? []).map((skill) => ({
          value: skill.id,
          label: `${skill.code} ${language === 'en' && skill.nameEn ? skill.nameEn : skill.name}`,
        })),
      )}
      {props.delegations
        ? select(
            'delegation',
            t('field.delegation'),
            (delegations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          )
        : null}
    </>
  );
}

function useEntryColumns(runs: boolean): Column<Entry>[] {
  const t = useRegistrationText();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        key: 'names',
        title: t('field.names'),
        value: (row) => row.competitors.map(({ name }) => name).join('、') || null,
        render: (row) => (
          <>
            {row.competitors.map(({ name }) => name).join('、') || '–'}
            {row.teamName ? <span className="quiet"> {row.teamName}</span> : null}
          </>
        ),
        width: 200,
      },
      ...(runs
        ? [
            {
              key: 'delegation',
              title: t('field.delegation'),
              value: (row: Entry) => row.delegationName,
              width: 180,
            },
          ]
        : []),
      {
        key: 'skill',
        title: t('field.skill'),
        value: (row) =>
          `${row.skillCode} ${language === 'en' && row.skillNameEn ? row.skillNameEn : row.skillName}`,
        width: 180,
      },
      { key: 'group', title: t('field.group'), value: (row) => row.groupName, width: 100 },
      {
        key: 'unit',
        title: t('field.unit'),
        value: (row) =>
          [...new Set(row.competitors.map(({ unit }) => unit).filter(Boolean))].join('、') || null,
        width: 200,
      },
      {
        key: 'state',
        title: t('field.state'),
        value: (row) => (row.status === 'withdrawn' ? t('status.withdrawn') : t(`state.${row.state}`)),
        render: (row) =>
          row.status === 'withdrawn' ? (
            <StateTag look="ended">{t('status.withdrawn')}</StateTag>
          ) : (
            <StateTag look={stateLooks[row.state]}>{t(`state.${row.state}`)}</StateTag>
          ),
        width: 120,
      },
      {
        key: 'findings',
        title: t('field.findings'),
        value: (row) => row.findings.length,
        render: (row) => <FindingCounts entry={row} />,
        width: 130,
      },
      { key: 'number', title: t('field.entryNumber'), value: (row) => row.entryNumber, width: 110 },
      {
        key: 'status',
        title: t('field.status'),
        value: (row) => t(`status.${row.status}`),
        render: (row) => (
          <StateTag look={statusLooks[row.status]} quiet>
            {t(`status.${row.status}`)}
          </StateTag>
        ),
        width: 120,
        hidden: true,
      },
      { key: 'late', title: t('entry.late'), value: (row) => row.lateReason, width: 160, hidden: true },
    ],
    [t, language, runs],
  );
}

/** How much is wrong, then how much is doubtful. */
function FindingCounts({ entry }: { entry: Entry }) {
  const t = useRegistrationText();
  const blocking = entry.findings.filter(({ severity }) => severity === 'blocking').length;
  const warnings = entry.findings.length - blocking;
  if (entry.status === 'withdrawn') return <>–</>;
  if (blocking > 0)
    return (
      <StateTag look="blocking" quiet>
        {t('entries.blocking', { count: blocking })}
      </StateTag>
    );
  if (warnings > 0)
    return (
      <StateTag look="warning" quiet>
        {t('entries.warning', { count: warnings })}
      </StateTag>
    );
  return (
    <StateTag look="passed" quiet>
      {t('entries.ok')}
    </StateTag>
  );
}
