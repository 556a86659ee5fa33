import type { MarkListRow } from '@luban/workbooks';
import { type ListedEntry, readPartMarks } from './part-mark-list.js';

const entry = (entryNumber: string, over: Partial<ListedEntry> = {}): ListedEntry => ({
  entryId: `id-${entryNumber}`,
  entryNumber,
  competes: true,
  markHundredths: null,
  ...over,
});
const line = (row: number, number: string, text: string, hundredths: number | null): MarkListRow => ({
  row,
  entryNumber: { text: number, at: `A${row}` },
  mark: { text, at: `B${row}`, hundredths },
});
const codes = (rows: MarkListRow[], entries: ListedEntry[]) =>
  readPartMarks(rows, entries, 10_000).findings.map(
    ({ code, severity, cell }) => `${severity} ${code} ${cell ?? 'list'}`,
  );

describe('a list of theory marks', () => {
  it('gives each entry its mark, with the one that stood before', () => {
    const { marks, findings } = readPartMarks(
      [line(2, '07-001', '86.5', 8650), line(3, '07-002', '0', 0)],
      [entry('07-001', { markHundredths: 8000 }), entry('07-002')],
      10_000,
    );
    expect(marks).toEqual([
      { entryId: 'id-07-001', entryNumber: '07-001', markHundredths: 8650, before: 8000 },
      { entryId: 'id-07-002', entryNumber: '07-002', markHundredths: 0, before: null },
    ]);
    expect(findings).toEqual([]);
  });

  it('names the cell of an unknown, missing or doubled number and of a mark beyond the maximum', () => {
    const rows = [
      line(2, '', '80', 8000),
      line(3, '99-999', '80', 8000),
      line(4, '07-001', '100.01', 10_001),
      line(5, '07-001', '80', 8000),
      line(6, '07-002', '八十', null),
    ];
    expect(codes(rows, [entry('07-001'), entry('07-002')])).toEqual([
      'blocking entry-number-missing A2',
      'blocking entry-unknown A3',
      'blocking mark-too-large B4',
      'blocking entry-twice A5',
      'blocking mark-unreadable B6',
    ]);
  });

  it('never makes 缺考 or a blank a zero: a warning for who competes, nothing for who is absent', () => {
    const rows = [line(2, '07-001', '', null), line(3, '07-002', '缺考', null)];
    const { marks } = readPartMarks(rows, [entry('07-001'), entry('07-002', { competes: false })], 10_000);
    expect(marks).toEqual([]);
    expect(codes(rows, [entry('07-001'), entry('07-002', { competes: false })])).toEqual([
      'warning mark-missing B2',
    ]);
  });

  it('refuses a mark for an entry that is absent, and warns of a competing entry left out', () => {
    const rows = [line(2, '07-001', '50', 5000)];
    expect(codes(rows, [entry('07-001', { competes: false }), entry('07-002')])).toEqual([
      'blocking entry-not-competing B2',
      'warning entry-not-listed list',
    ]);
  });
});
