import type { AuditEntryDto } from './audit-trail.dto.js';

const heads = [
  '时间 time',
  '人员 person',
  '操作',
  'verb',
  'code',
  '对象 subject',
  '名称 name',
  'id',
  '原因 reason',
  '之前 before',
  '之后 after',
];

/** The first line: with a byte-order mark, so that a spreadsheet reads the Chinese. */
export const auditCsvHead = (): string => `\ufeff${line(heads)}`;

/** One line for each entry. Times are ISO 8601 in UTC. */
export const auditCsvLines = (entries: readonly AuditEntryDto[]): string =>
  entries
    .map((entry) =>
      line([
        entry.at,
        entry.by === null ? '系统 system' : (entry.by.displayName ?? '–'),
        entry.text.zh,
        entry.text.en,
        entry.verb,
        entry.subjectText.zh,
        entry.subjectName ?? '',
        entry.subjectId,
        entry.reason ?? '',
        entry.withheld ? '–' : asText(entry.before),
        entry.withheld ? '–' : asText(entry.after),
      ]),
    )
    .join('');

const asText = (value: Record<string, unknown> | null): string =>
  value === null ? '' : JSON.stringify(value);

/** A cell that begins like a formula is made text: a spreadsheet must not run what somebody gave as a reason. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
