import { Table } from 'antd';
import { useSaid } from '../language/language.js';
import type { Said } from '../language/words.js';
import type { Severity } from './finding-list.js';
import { StateTag } from './state-tag.js';
import { usePartText } from './words.js';

/** What an import says of one cell. */
export interface CellFinding {
  code: string;
  severity: Severity;
  /** `C7`, or `Sheet!C7`; empty for what concerns the whole file. */
  cell: string | null;
  message: Said | string;
}

/** Findings per bad cell of an import, what blocks first. */
export function CellFindings({
  findings,
  imported,
}: {
  findings: readonly CellFinding[];
  imported?: boolean;
}) {
  const t = usePartText();
  const said = useSaid();
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  const rows = [...blocking, ...findings.filter(({ severity }) => severity !== 'blocking')];
  return (
    <div className="cell-findings">
      {blocking.length > 0 && !imported ? <p role="alert">{t('upload.nothing')}</p> : null}
      <Table
        size="small"
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        rowKey={(row) =>
          `${row.cell}-${row.code}-${typeof row.message === 'string' ? row.message : row.message.en}`
        }
        dataSource={rows}
        columns={[
          {
            key: 'cell',
            title: t('upload.cell'),
            width: 120,
            className: 'figures',
            render: (_, row) => row.cell ?? '–',
          },
          {
            key: 'severity',
            title: t('upload.verdict'),
            width: 120,
            render: (_, row) => <StateTag look={row.severity}>{t(`finding.${row.severity}`)}</StateTag>,
          },
          {
            key: 'message',
            title: t('upload.problem'),
            render: (_, row) => (typeof row.message === 'string' ? row.message : said(row.message)),
          },
        ]}
      />
    </div>
  );
}
