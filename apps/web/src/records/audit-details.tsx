import { Button, Descriptions, Table } from 'antd';
import type { paths } from '../api/schema.js';
import { useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { changedFields, shownValue } from '../parts/changed-fields.js';
import { useRecordsText } from './words.js';

export type AuditEntry =
  paths['/api/v1/audit']['get']['responses'][200]['content']['application/json']['items'][number];

/** One entry of the audit: who, when, why, and every field that changed. */
export function AuditDetails(props: {
  entry: AuditEntry;
  onOnly: (subject: { subjectType: string; subjectId: string }) => void;
}) {
  const t = useRecordsText();
  const said = useSaid();
  const times = useTimes();
  const { entry } = props;
  const fields = changedFields(entry.before, entry.after);
  return (
    <>
      <Descriptions
        column={1}
        items={[
          { key: 'at', label: t('audit.at'), children: times.showNamed(entry.at, 'second') },
          {
            key: 'who',
            label: t('audit.who'),
            children:
              entry.by === null ? t('audit.system') : (entry.by.displayName ?? t('audit.undisclosed')),
          },
          {
            key: 'kind',
            label: t('audit.kind'),
            children: [said(entry.subjectText), entry.subjectName].filter(Boolean).join(' · '),
          },
          { key: 'subject', label: t('audit.subject'), children: <code>{entry.subjectId}</code> },
          ...(entry.reason ? [{ key: 'reason', label: t('audit.reason'), children: entry.reason }] : []),
        ]}
      />
      <p>
        <Button onClick={() => props.onOnly({ subjectType: entry.subjectType, subjectId: entry.subjectId })}>
          {t('audit.onlyThis')}
        </Button>
      </p>
      <h3>{t('audit.changed')}</h3>
      {entry.withheld ? (
        <p className="quiet">{t('audit.contentWithheld')}</p>
      ) : fields.length === 0 ? (
        <p className="quiet">{t('audit.noChange')}</p>
      ) : (
        <Table
          size="small"
          rowKey="name"
          pagination={false}
          dataSource={fields}
          columns={[
            { key: 'name', title: t('audit.field'), dataIndex: 'name' },
            {
              key: 'was',
              title: t('audit.before'),
              className: 'figures',
              render: (_, row) => shownValue(row.was),
            },
            {
              key: 'is',
              title: t('audit.after'),
              className: 'figures',
              render: (_, row) => shownValue(row.is),
            },
          ]}
        />
      )}
    </>
  );
}
