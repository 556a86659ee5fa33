import { useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown, Table, type MenuProps } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { Answered } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { MarkFigure } from '../parts/mark-figure.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import { ForceDialog } from './force-dialog.js';
import { type Scheme, setUpPaths, useMayPrepare } from './skill-set-up.js';
import { SetUpFrame } from './set-up-frame.js';
import { useSchemeText } from './words.js';

const looks: Record<Scheme['state'], StateLook> = {
  draft: 'waiting',
  inForce: 'passed',
  superseded: 'ended',
};

/** The versions of a skill's marking scheme: which is in force, which are drafts, and the ways to a new one. */
export default function SchemesPage() {
  const t = useSchemeText();
  const event = useEvent();
  const { skillId = '' } = useParams();
  const mayPrepare = useMayPrepare();
  const base = `/events/${event.id}/skills/${skillId}/scheme`;
  const path = { eventId: event.id, skillId };
  const schemes = useQuery(got('/api/v1/events/{eventId}/skills/{skillId}/schemes', { params: { path } }));
  const ways = mayPrepare ? (
    <>
      <GoButton to={`${base}/new`} icon={<Icon name="edit" />}>
        {t('list.build')}
      </GoButton>
      <GoButton to={`${base}/import`} type="primary" icon={<Icon name="import" />}>
        {t('list.import')}
      </GoButton>
    </>
  ) : null;
  return (
    <SetUpFrame skillId={skillId} tab="scheme" actions={ways}>
      {() => (
        <Answered query={schemes}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon="scheme" title={t('list.empty')} line={t('list.emptyLine')} action={ways} />
            ) : (
              <SchemeTable schemes={items} base={base} />
            )
          }
        </Answered>
      )}
    </SetUpFrame>
  );
}

function SchemeTable({ schemes, base }: { schemes: Scheme[]; base: string }) {
  const t = useSchemeText();
  const times = useTimes();
  return (
    <Table<Scheme>
      rowKey="id"
      dataSource={schemes}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          key: 'number',
          title: t('list.version'),
          render: (_, row) => (
            <Link to={`${base}/${row.id}`}>{t('list.number', { number: row.number })}</Link>
          ),
        },
        {
          key: 'state',
          title: t('list.state'),
          render: (_, row) => <StateTag look={looks[row.state]}>{t(`state.${row.state}`)}</StateTag>,
        },
        { key: 'source', title: t('list.source'), render: (_, row) => t(`source.${row.source}`) },
        {
          key: 'total',
          title: t('list.total'),
          align: 'right',
          render: (_, row) => <MarkFigure hundredths={row.totalHundredths} />,
        },
        {
          key: 'aspects',
          title: t('list.aspects'),
          className: 'figures',
          render: (_, row) =>
            t('list.aspectsOf', { measurement: row.measurementAspects, judgement: row.judgementAspects }),
        },
        { key: 'findings', title: t('list.findings'), render: (_, row) => <Verdict scheme={row} /> },
        {
          key: 'made',
          title: t('list.made'),
          className: 'figures',
          render: (_, row) => (
            <>
              {times.show(row.createdAt)} <span className="quiet">{row.createdByName}</span>
            </>
          ),
        },
        { key: 'verbs', align: 'right', render: (_, row) => <SchemeVerbs scheme={row} base={base} /> },
      ]}
    />
  );
}

/** What the checks say of a scheme, in one word. */
export function Verdict({ scheme }: { scheme: Pick<Scheme, 'blocking' | 'warnings'> }) {
  const t = useSchemeText();
  if (scheme.blocking > 0)
    return <StateTag look="blocking">{t('list.blocking', { count: scheme.blocking })}</StateTag>;
  if (scheme.warnings > 0)
    return <StateTag look="warning">{t('list.warnings', { count: scheme.warnings })}</StateTag>;
  return (
    <StateTag look="passed" quiet>
      {t('list.clean')}
    </StateTag>
  );
}

/** What may be done with a version: put in force, export, copy, print, throw away. */
export function SchemeVerbs({ scheme, base }: { scheme: Scheme; base: string }) {
  const t = useSchemeText();
  const event = useEvent();
  const navigate = useNavigate();
  const mayPrepare = useMayPrepare();
  const { modal } = App.useApp();
  const [forcing, setForcing] = useState(false);
  const { skillId = '' } = useParams();
  const path = { eventId: event.id, schemeId: scheme.id };
  const discard = useVerb({
    send: () => take(api.DELETE('/api/v1/events/{eventId}/schemes/{schemeId}', { params: { path } })),
    outdates: setUpPaths,
    said: t('list.discarded'),
    onDone: () => void navigate(base),
  });
  const copy = useVerb({
    send: async (_: 'copy', key) => {
      const whole = await take(api.GET('/api/v1/events/{eventId}/schemes/{schemeId}', { params: { path } }));
      return take(
        api.POST('/api/v1/events/{eventId}/skills/{skillId}/schemes', {
          params: { path: { eventId: event.id, skillId } },
          body: { tree: whole.tree },
          headers: idempotencyKey(key),
        }),
      );
    },
    outdates: setUpPaths,
    said: t('list.copied'),
    onDone: (made) => void navigate(`${base}/${made.id}`),
  });
  const file = (kind: 'cis' | 'sheet') => (
    <a href={`/api/v1/events/${event.id}/schemes/${scheme.id}/${kind}.xlsx`} download>
      {t(`list.${kind}`)}
    </a>
  );
  const items: MenuProps['items'] = [
    { key: 'cis', label: file('cis') },
    { key: 'sheet', label: file('sheet') },
    { key: 'print', label: <Link to={`${base}/${scheme.id}/print`}>{t('list.print')}</Link> },
    ...(mayPrepare ? [{ key: 'copy', label: t('list.copy'), onClick: () => copy.mutate('copy') }] : []),
    ...(mayPrepare && scheme.state === 'draft'
      ? [
          { type: 'divider' as const },
          {
            key: 'discard',
            danger: true,
            label: t('list.discard'),
            onClick: () =>
              void modal.confirm({
                title: t('list.discardTitle', { number: scheme.number }),
                content: t('list.discardLine'),
                okText: t('list.discard'),
                okButtonProps: { danger: true },
                onOk: () => discard.mutateAsync(undefined),
              }),
          },
        ]
      : []),
  ];
  return (
    <span className="scheme-verbs">
      {mayPrepare && scheme.state === 'draft' ? (
        <Button onClick={() => setForcing(true)}>{t('list.putInForce')}</Button>
      ) : null}
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<Icon name="down" />} iconPlacement="end">
          {t('list.more')}
        </Button>
      </Dropdown>
      {forcing ? <ForceDialog scheme={scheme} skillId={skillId} onClose={() => setForcing(false)} /> : null}
    </span>
  );
}
