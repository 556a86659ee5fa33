import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import type { Schemas } from '../account/session.js';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { formatCount } from '../language/format.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { useFilers } from './filers.js';
import { useFilingsText } from './words.js';

type Filing = Schemas['FilingDto'];
const pageRows = 500;

/** The filings in reach: one's own, or those of the area one watches over. */
export default function FilingListPage() {
  const t = useFilingsText();
  const navigate = useNavigate();
  const { role } = useActiveRole();
  const filers = useFilers();
  const mayFile = filers.some(({ level }) => level !== null);
  const [params, setParams] = useSearchParams();
  const year = /^\d{4}$/.test(params.get('year') ?? '') ? Number(params.get('year')) : null;
  const query = year === null ? {} : { planYear: year };
  const list = useKeyset<Filing>(['/api/v1/filings', year], (after) =>
    take(
      api.GET('/api/v1/filings', {
        params: { query: { limit: pageRows, ...query, ...(after === null ? {} : { after }) } },
      }),
    ),
  );
  const columns = useColumns(role === 'host');
  const file = mayFile ? (
    <GoButton to="/filings/new" type="primary" icon={<Icon name="add" />}>
      {t('list.file')}
    </GoButton>
  ) : null;
  const empty = role !== 'host' ? 'list.emptyAuthority' : mayFile ? 'list.emptyFiler' : 'list.emptyOther';
  return (
    <>
      <PageHeader
        title={t('list.title')}
        line={t(role === 'host' ? 'list.lineFiler' : 'list.lineAuthority')}
        actions={
          <>
            <YearSelect
              year={year}
              onYear={(next) => setParams(next === null ? {} : { year: String(next) }, { replace: true })}
            />
            <Button
              icon={<Icon name="export" />}
              href={`/api/v1/filings/workbook${year === null ? '' : `?planYear=${year}`}`}
            >
              {t('list.exportAll')}
            </Button>
            {file}
          </>
        }
      />
      <DataTable<Filing>
        id="filings"
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={list.retry}
        more={list.more}
        onOpen={({ id }) => void navigate(`/filings/${id}`)}
        exportName={t('nav')}
        empty={<EmptyState icon="roster" title={t('list.empty')} line={t(empty)} action={file} />}
      />
    </>
  );
}

/** This year, the next, and ten back. */
function YearSelect(props: { year: number | null; onYear: (year: number | null) => void }) {
  const t = useFilingsText();
  const last = new Date().getFullYear() + 1;
  const years = Array.from({ length: 12 }, (_, i) => last - i);
  return (
    <Select
      aria-label={t('list.year')}
      value={props.year ?? 0}
      style={{ minWidth: 110 }}
      onChange={(next) => props.onYear(next === 0 ? null : next)}
      options={[
        { value: 0, label: t('list.anyYear') },
        ...years.map((year) => ({ value: year, label: String(year) })),
      ]}
    />
  );
}

/** On one's own list organisation and area say nothing. */
function useColumns(own: boolean): Column<Filing>[] {
  const t = useFilingsText();
  const times = useTimes();
  return useMemo(() => {
    const levels = (['enterprise', 'school'] as const).map((level) => ({
      value: level,
      text: t(`level.${level}`),
    }));
    const states = (['filed', 'withdrawn'] as const).map((state) => ({
      value: state,
      text: t(`state.${state}`),
    }));
    return [
      { key: 'number', title: t('field.number'), value: ({ number }) => number, width: 180 },
      { key: 'name', title: t('field.name'), value: ({ name }) => name },
      {
        key: 'state',
        title: t('field.state'),
        value: ({ withdrawnAt }) => t(withdrawnAt ? 'state.withdrawn' : 'state.filed'),
        render: ({ withdrawnAt }) => <FilingState withdrawn={withdrawnAt !== null} />,
        filter: { options: states, of: ({ withdrawnAt }) => (withdrawnAt ? 'withdrawn' : 'filed') },
        width: 100,
      },
      {
        key: 'organisation',
        title: t('field.organisation'),
        value: (row) => row.organisationName,
        hidden: own,
      },
      {
        key: 'level',
        title: t('field.level'),
        value: ({ level }) => t(`level.${level}`),
        filter: { options: levels, of: ({ level }) => level },
        width: 90,
      },
      {
        key: 'area',
        title: t('field.area'),
        value: (row) => row.areaName ?? row.divisionCode,
        width: 100,
        hidden: own,
      },
      {
        key: 'occupations',
        title: t('field.occupations'),
        value: ({ occupations }) => occupations.map(({ name }) => name).join('、'),
      },
      { key: 'starts', title: t('field.starts'), value: ({ startsOn }) => startsOn, width: 120 },
      { key: 'ends', title: t('field.ends'), value: ({ endsOn }) => endsOn, width: 120, hidden: true },
      { key: 'place', title: t('field.place'), value: ({ place }) => place, hidden: true },
      {
        key: 'competitors',
        title: t('list.competitors'),
        value: ({ competitors }) => competitors,
        kind: 'count',
        total: (rows) =>
          formatCount(
            rows.reduce((sum, row) => sum + (row.withdrawnAt === null ? (row.competitors ?? 0) : 0), 0),
          ),
        width: 100,
      },
      { key: 'contact', title: t('field.contact'), value: ({ contact }) => contact, hidden: true },
      {
        key: 'filedAt',
        title: t('field.filedAt'),
        value: ({ filedAt }) => times.show(filedAt, 'dayTime'),
        width: 150,
        hidden: true,
      },
    ];
  }, [t, times, own]);
}

/** Filed, or withdrawn. */
export function FilingState({ withdrawn }: { withdrawn: boolean }) {
  const t = useFilingsText();
  return withdrawn ? (
    <StateTag look="ended">{t('state.withdrawn')}</StateTag>
  ) : (
    <StateTag look="passed">{t('state.filed')}</StateTag>
  );
}
