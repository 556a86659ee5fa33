import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Table } from 'antd';
import { useState, type Key } from 'react';
import { useActiveRole } from '../account/roles.js';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { Differences } from './differences.js';
import { PublicationHistory } from './publication-history.js';
import { PublishDialog } from './publish-dialog.js';
import type { Publishable } from './types.js';
import { useResultsText } from './words.js';

export type PublicationKind = 'provisional' | 'final';

/** What a skill can be published as now; null while something is missing or nothing is new. */
export function nextKind(skill: Publishable): PublicationKind | null {
  if (skill.missing.length > 0) return null;
  const isNew = skill.publishedVersion !== skill.latestVersion;
  if (skill.published === 'final') return isNew ? 'final' : null;
  if (skill.published === 'provisional') return isNew ? 'provisional' : 'final';
  return 'provisional';
}

/** The host's page: each skill with what it lacks; publish provisionally, then finally; corrections with their reason. */
export default function PublicationPage() {
  const t = useResultsText();
  const language = useLanguage();
  const { id: eventId, stage } = useEvent();
  const { role } = useActiveRole();
  const skills = useQuery({
    ...got('/api/v1/events/{eventId}/publishable', { params: { path: { eventId } } }),
    refetchInterval: 15_000,
  });
  const [chosen, setChosen] = useState<readonly Key[] | null>(null);
  const [asked, setAsked] = useState<PublicationKind | null>(null);
  const [compared, setCompared] = useState<Publishable | null>(null);
  if (skills.isPending) return <Loading />;
  if (skills.isError) return <LoadError error={skills.error} onRetry={() => void skills.refetch()} />;
  const { items } = skills.data;
  const open = ['results', 'provisional', 'final'].includes(stage);
  const mayPublish = role === 'host' && open;
  const ready = items.filter((skill) => nextKind(skill) !== null);
  const selected = ready.filter((skill) => chosen === null || chosen.includes(skill.skillId));
  const of = (kind: PublicationKind) => selected.filter((skill) => nextKind(skill) === kind);
  const main: PublicationKind = of('provisional').length > 0 ? 'provisional' : 'final';
  const nameOf = (skill: Publishable) =>
    language === 'en' && skill.skillNameEn ? skill.skillNameEn : skill.skillName;
  return (
    <div>
      <PageHeader
        title={t('publish.title')}
        line={t('publish.line')}
        actions={
          <>
            <GoButton to={`/e/${eventId}?tab=results`} icon={<Icon name="link" />}>
              {t('publish.publicPage')}
            </GoButton>
            <GoButton to={`/e/${eventId}/print`} icon={<Icon name="print" />}>
              {t('publish.listPrint')}
            </GoButton>
            {mayPublish && main === 'provisional' && of('final').length > 0 ? (
              <Button onClick={() => setAsked('final')}>{t('publish.final')}</Button>
            ) : null}
          </>
        }
        {...(mayPublish
          ? {
              primary: {
                label: t(`publish.${main}`),
                onClick: () => setAsked(main),
                preflight:
                  selected.length > 0
                    ? []
                    : [
                        { code: 'nothing', severity: 'blocking' as const, message: t('publish.nothing') },
                        ...items.flatMap((skill) =>
                          skill.missing.map((one) => ({
                            code: `${skill.skillId}/${one.code}`,
                            severity: 'blocking' as const,
                            message: {
                              zh: `${skill.skillName}：${one.messageZh}`,
                              en: `${skill.skillNameEn ?? skill.skillName}: ${one.messageEn}`,
                            },
                            href: one.code === 'results.not-decoded' ? `/events/${eventId}/decodings` : null,
                          })),
                        ),
                      ],
              },
            }
          : {})}
      />
      {open ? null : (
        <Alert
          type="info"
          showIcon
          title={t('publish.wrongStage')}
          action={<GoButton to={`/events/${eventId}`}>{t('publish.toEvent')}</GoButton>}
        />
      )}
      {items.length === 0 ? (
        <EmptyState icon="publish" title={t('decoding.none')} line={t('decoding.noneLine')} />
      ) : (
        <Table<Publishable>
          className="publish-table"
          size="middle"
          rowKey="skillId"
          dataSource={items}
          pagination={false}
          scroll={{ x: 'max-content' }}
          {...(mayPublish
            ? {
                rowSelection: {
                  selectedRowKeys: selected.map(({ skillId }) => skillId),
                  onChange: (keys: Key[]) => setChosen(keys),
                  getCheckboxProps: (skill: Publishable) => ({
                    disabled: nextKind(skill) === null,
                    'aria-label': nameOf(skill),
                  }),
                },
              }
            : {})}
          columns={[
            {
              title: t('column.skill'),
              key: 'skill',
              render: (_, skill) => <strong>{nameOf(skill)}</strong>,
            },
            {
              title: t('publish.state'),
              key: 'state',
              render: (_, skill) =>
                skill.published ? (
                  <StateTag look={skill.published === 'final' ? 'passed' : 'running'}>
                    {t(`kind.${skill.published}`)} ·{' '}
                    {t('publish.published', { version: skill.publishedVersion ?? 0 })}
                  </StateTag>
                ) : (
                  <StateTag look="waiting">{t('publish.unpublished')}</StateTag>
                ),
            },
            {
              title: t('publish.missing'),
              key: 'missing',
              render: (_, skill) => <Missing skill={skill} onCompare={() => setCompared(skill)} />,
            },
            {
              title: '',
              key: 'open',
              render: (_, skill) =>
                skill.decoded ? (
                  <GoButton size="small" to={`/events/${eventId}/skills/${skill.skillId}/results`}>
                    {t('decoding.results')}
                  </GoButton>
                ) : null,
            },
          ]}
        />
      )}
      <PublicationHistory eventId={eventId} />
      {asked && of(asked).length > 0 ? (
        <PublishDialog eventId={eventId} kind={asked} skills={of(asked)} onClose={() => setAsked(null)} />
      ) : null}
      <Drawer
        open={compared !== null}
        size={560}
        title={
          compared
            ? t('publish.differencesTitle', {
                from: compared.publishedVersion ?? 0,
                to: compared.latestVersion,
              })
            : null
        }
        onClose={() => setCompared(null)}
        destroyOnHidden
      >
        {compared ? (
          <Differences
            eventId={eventId}
            skillId={compared.skillId}
            from={compared.publishedVersion ?? 0}
            to={compared.latestVersion}
          />
        ) : null}
      </Drawer>
    </div>
  );
}

function Missing({ skill, onCompare }: { skill: Publishable; onCompare: () => void }) {
  const t = useResultsText();
  const language = useLanguage();
  if (skill.missing.length > 0)
    return (
      <ul className="missing-list">
        {skill.missing.map(({ code, messageZh, messageEn }) => (
          <li key={code}>{language === 'en' ? messageEn : messageZh}</li>
        ))}
      </ul>
    );
  if (skill.published && skill.publishedVersion !== skill.latestVersion)
    return (
      <>
        <StateTag look="warning">{t('publish.readyCorrection')}</StateTag>{' '}
        <Button type="link" size="small" onClick={onCompare}>
          {t('publish.changes')}
        </Button>
      </>
    );
  const next = nextKind(skill);
  if (next === null) return null;
  return <StateTag look="passed">{t(next === 'final' ? 'publish.readyFinal' : 'publish.ready')}</StateTag>;
}
