import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { asProblem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatCount, notYet } from '../language/format.js';
import { useLanguage } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { AwardName, awardText, statusText } from './award.js';
import { Explanation } from './explanation.js';
import type { ResultRow, SkillResults } from './types.js';
import { useResultsText } from './words.js';

/** A skill's results by name; a row opens why: from its award to the clause and to every mark. */
export default function ResultsPage() {
  const t = useResultsText();
  const times = useTimes();
  const language = useLanguage();
  const { id: eventId } = useEvent();
  const { skillId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const version = Number(params.get('version')) || undefined;
  const path = { eventId, skillId };
  const results = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}/results', {
      params: { path, query: version === undefined ? {} : { version } },
    }),
  );
  const versions = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}/result-versions', { params: { path } }),
  );
  const columns = useMemo(() => (results.data ? columnsOf(t, results.data) : []), [t, results.data]);
  if (results.isPending) return <Loading />;
  const crumbs = [{ label: t('results.homeTitle'), to: `/events/${eventId}/results` }];
  if (results.isError) {
    if (asProblem(results.error).code !== 'results.not-decoded')
      return <LoadError error={results.error} onRetry={() => void results.refetch()} />;
    return (
      <div>
        <PageHeader title={t('results.homeTitle')} crumbs={crumbs} />
        <EmptyState
          icon="lock"
          title={t('results.notDecoded')}
          line={t('results.notDecodedLine')}
          action={<GoButton to={`/events/${eventId}/decodings`}>{t('results.toDecoding')}</GoButton>}
        />
      </div>
    );
  }
  const { data } = results;
  const shown = versions.data?.items.find(({ number }) => number === data.version);
  return (
    <div>
      <PageHeader
        title={t('results.title', {
          skill: language === 'en' && data.skillNameEn ? data.skillNameEn : data.skillName,
        })}
        crumbs={crumbs}
        tag={
          shown ? (
            <StateTag look={shown.provenAt ? 'passed' : 'waiting'}>
              {t(shown.provenAt ? 'results.proven' : 'results.notProven')}
            </StateTag>
          ) : null
        }
        line={
          <span className="figures">
            {t('results.line', {
              version: data.version,
              time: times.showNamed(data.computedAt, 'second'),
              policy: data.policyName,
              code: data.versionCode,
            })}
          </span>
        }
        actions={
          <>
            <Button
              icon={<Icon name="export" />}
              href={`/api/v1/events/${eventId}/skills/${skillId}/results.xlsx${version ? `?version=${version}` : ''}`}
            >
              {t('results.excel')}
            </Button>
            <GoButton
              to={`/events/${eventId}/skills/${skillId}/results/print${version ? `?version=${version}` : ''}`}
              icon={<Icon name="print" />}
            >
              {t('results.print')}
            </GoButton>
          </>
        }
        history={{ eventId, subjectType: 'resultVersion', subjectId: shown?.id ?? '' }}
      />
      <DataTable<ResultRow>
        id="results"
        columns={columns}
        rows={data.rows}
        rowKey={(row) => row.entryId}
        detailsTitle={(row) => `${row.competitors.join('、')} · ${row.delegationName}`}
        details={(row) => (
          <Explanation
            eventId={eventId}
            skillId={skillId}
            entryId={row.entryId}
            version={data.version}
            row={row}
          />
        )}
        exportName={`${data.skillName}-${data.versionCode}`}
        actions={
          (versions.data?.items.length ?? 0) > 1 ? (
            <Select
              aria-label={t('results.versions')}
              value={data.version}
              options={versions.data?.items.map(({ number, published }, at) => ({
                value: number,
                label: [
                  t('results.version', { number }),
                  ...(at === 0 ? [t('results.latest')] : []),
                  ...(published ? [t(`kind.${published}`)] : []),
                ].join(' · '),
              }))}
              onChange={(number) => setParams({ version: String(number) }, { replace: true })}
              style={{ minWidth: 160 }}
            />
          ) : null
        }
      />
    </div>
  );
}

function columnsOf(t: ReturnType<typeof useResultsText>, { rows }: SkillResults): Column<ResultRow>[] {
  const groups = [...new Set(rows.map((row) => row.groupName))];
  const scaled = rows.some((row) => row.scaledScore !== null);
  const theory = rows.some((row) => row.theoryHundredths !== null);
  const mark = (key: string, title: string, value: (row: ResultRow) => number | null, hidden = false) =>
    ({ key, title, value, kind: 'mark', width: 100, hidden }) satisfies Column<ResultRow>;
  return [
    {
      key: 'rank',
      title: t('column.rank'),
      value: (row) => row.rank,
      kind: 'count',
      width: 90,
      render: (row) =>
        row.undecided ? (
          <StateTag look="warning">{t('results.undecided')}</StateTag>
        ) : (
          <strong className="figures">{row.rank === null ? notYet : formatCount(row.rank)}</strong>
        ),
    },
    { key: 'entry', title: t('column.entryNumber'), value: (row) => row.entryNumber, width: 110 },
    {
      key: 'place',
      title: t('column.workstation'),
      value: (row) => row.workstations.join('、'),
      width: 90,
      hidden: true,
    },
    { key: 'name', title: t('column.name'), value: (row) => row.competitors.join('、'), width: 130 },
    { key: 'delegation', title: t('column.delegation'), value: (row) => row.delegationName, width: 150 },
    {
      key: 'unit',
      title: t('column.unit'),
      value: (row) => [...new Set(row.units.filter(Boolean))].join('、'),
      width: 180,
      hidden: true,
    },
    {
      key: 'group',
      title: t('column.group'),
      value: (row) => row.groupName,
      width: 110,
      ...(groups.length > 1
        ? { filter: { options: groups.map((name) => ({ value: name, text: name })) } }
        : {}),
    },
    ...(theory
      ? [
          mark('theory', t('column.theory'), (row) => row.theoryHundredths),
          mark('practice', t('column.practice'), (row) => row.practiceHundredths),
        ]
      : []),
    ...(rows[0]?.modules ?? []).map(({ code, name }) =>
      mark(
        `module-${code}`,
        `${code} ${name}`,
        (row) => row.modules.find((m) => m.code === code)?.markHundredths ?? null,
        theory,
      ),
    ),
    mark('total', t('column.total'), (row) => row.totalHundredths),
    ...(scaled
      ? [
          {
            key: 'scaled',
            title: t('column.scaled'),
            value: (row: ResultRow) => row.scaledScore,
            kind: 'count' as const,
            width: 90,
          },
        ]
      : []),
    {
      key: 'award',
      title: t('column.award'),
      value: (row) => (row.award ? awardText(row.award) : ''),
      width: 110,
      render: (row) => <AwardName award={row.award} />,
    },
    { key: 'note', title: t('column.note'), value: (row) => statusText(row.status), width: 100 },
  ];
}
