import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { got } from '../api/query.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { PrintPage } from '../parts/print-page.js';
import type { Sheet } from './types.js';
import { useRegistrationText } from './words.js';
import './registration.css';

const kinds = ['check-in', 'workstations', 'draw'] as const;
type Kind = (typeof kinds)[number];

/** 检录表, 赛位表 or 抽签登记表 as it is printed: one table for each session, the version code on every page. */
export default function SheetPage() {
  const t = useRegistrationText();
  const said = useSaid();
  const { eventId = '', kind: named = '' } = useParams();
  const [params] = useSearchParams();
  const kind: Kind = kinds.find((one) => one === named) ?? 'check-in';
  const query = {
    skillId: params.get('skill') ?? '',
    ...(params.get('session') ? { sessionId: params.get('session') as string } : {}),
    ...(params.get('module') ? { moduleId: params.get('module') as string } : {}),
  };
  const sheet = useQuery(
    got('/api/v1/events/{eventId}/registration-sheets/{kind}', {
      params: { path: { eventId, kind }, query },
    }),
  );
  if (sheet.isError) return <LoadError error={sheet.error} onRetry={() => void sheet.refetch()} />;
  if (!sheet.data) return <Loading />;
  const { data } = sheet;
  const workbook = `/api/v1/events/${eventId}/registration-sheets/${kind}/workbook.xlsx?${new URLSearchParams(query).toString()}`;
  return (
    <PrintPage
      title={said(data.title)}
      subtitle={data.subtitles.map((line) => (
        <div key={line.en}>{said(line)}</div>
      ))}
      versionCode={data.versionCode}
      signatures={data.signatures.map(said)}
      landscape={data.landscape}
    >
      <p className="no-print">
        <a href={workbook} download>
          <Icon name="export" /> {t('sheets.excel')}
        </a>
      </p>
      {data.tables.every(({ rows }) => rows.length === 0) ? (
        <EmptyState icon="paper" title={t('sheets.empty')} />
      ) : null}
      {data.tables.map((table, at) => (
        <SheetTable key={table.title.zh} sheet={data} table={table} breaks={at > 0} />
      ))}
      {data.notes.map((note) => (
        <p key={note.en} className="sheet-note">
          {said(note)}
        </p>
      ))}
    </PrintPage>
  );
}

function SheetTable({
  sheet,
  table,
  breaks,
}: {
  sheet: Sheet;
  table: Sheet['tables'][number];
  breaks: boolean;
}) {
  const said = useSaid();
  return (
    <section className={breaks ? 'page-break' : ''}>
      <h2 className="sheet-table-title">{said(table.title)}</h2>
      <table className="paper">
        <thead>
          <tr>
            {sheet.columns.map((column) => (
              <th key={column.heading.zh} scope="col">
                {said(column.heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td
                  key={column}
                  className={`cell-lines${sheet.columns[column]?.align === 'center' ? ' cell-center' : ''}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
