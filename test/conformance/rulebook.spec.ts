import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planCounts, recordedContests } from '@luban/approvals';
import { readShippedList, shippedLists } from '@luban/catalogue';
import {
  backTest,
  type BackTestLine,
  casesOfRecords,
  classOfRecord,
  type ContestRecord,
  shippedPackOf,
  shippedPacks,
} from '@luban/rulebook';
import { sheetOfText, textOf } from '@luban/workbooks';

// The real contests under the rules of their year. Nothing here is tuned: where a decision flips, it says by which rule.

const data = join(process.cwd(), '../shared/data/china');
const file = (name: string) => join(data, name);
const isThere = existsSync(file('contests_real.csv'));

type Row = Record<string, string>;

function rowsOf(name: string): Row[] {
  const text = readFileSync(file(name), 'utf8');
  const [head, ...rows] = sheetOfText(text, { maxRows: 10_000, maxColumns: 50 }).rows;
  const keys = [...(head?.cells ?? [])].map(([column, cell]) => [column, textOf(cell)] as const);
  return rows.map(({ cells }) =>
    Object.fromEntries(
      keys.map(([column, key]) => {
        const cell = cells.get(column);
        return [key, cell ? textOf(cell) : ''];
      }),
    ),
  );
}

const recordOf = (row: Row): ContestRecord => ({
  year: row['year'] ?? '',
  class: row['class'] ?? '',
  officialName: row['official_name'] ?? '',
  hosts: row['hosts'] ?? '',
  occupations: row['occupations'] ?? '',
  datePlace: row['date_place'] ?? '',
  status: row['status'] ?? '',
});

if (!isThere)
  it('says that the published contests are not here', () => {
    console.warn(`no reference data at ${data}: the published contests are not replayed`);
    expect(isThere).toBe(false);
  });
else
  describe('the published contests', () => {
    const records = rowsOf('contests_real.csv').map(recordOf);
    const ofClass = records.filter((record) => classOfRecord(record).class !== null);
    const codes = new Map(
      shippedLists
        .filter(({ kind }) => kind === 'occupations')
        .flatMap((list) =>
          readShippedList(list).map(({ name, code, level }) => [name, level === 4 ? code : '']),
        ),
    );
    const cases = casesOfRecords(records, (name) => {
      const code = codes.get(name);
      return code ? { code, edition: '2022' } : null;
    });
    /** Each contest under the pack of its plan year; those before the first pack have none. */
    const lines = (): BackTestLine[] =>
      cases.flatMap((one) => {
        const pack = shippedPackOf(one.planYear);
        return pack ? backTest(pack, [one]).lines : [];
      });

    it('are 29 of class one and two among 32, the others 专项', () => {
      expect([records.length, ofClass.length]).toEqual([32, 29]);
      expect(backTest(shippedPacks[0]!, cases).counts).toMatchObject({
        cases: 32,
        inScope: 29,
        outOfScope: 3,
      });
    });

    it('flip twice under the rules of their year: too many occupations, both with a record that is not sure', () => {
      const flipped = lines().filter(({ flips }) => flips);
      expect(
        flipped.map(({ planYear, officialName, deciding }) => [
          planYear,
          officialName,
          deciding.map(({ code, message }) => `${code}: ${message.zh}`),
        ]),
      ).toEqual([
        // The class is recalled: four occupations would be one too many for class two in 2018.
        [
          2018,
          '第九届全国钢铁行业职业技能竞赛("首钢杯")',
          ['occupations-at-most-two: 申报 4 个职业，二类最多 3 个。'],
        ],
        // The plan year is recalled. One of the five is marked （行业）: an occupation of the industry, not of the state.
        [
          2022,
          '"华阳杯"第十五届全国煤炭行业职业技能竞赛',
          ['occupations-at-most-two: 申报 5 个职业，二类最多 4 个。'],
        ],
      ]);
    });

    it('decide by verified clauses only', () => {
      for (const pack of shippedPacks)
        for (const { deciding, decision } of backTest(pack, cases).lines)
          if (decision === 'decline')
            expect(deciding.every(({ citation }) => citation.grade === 'verified')).toBe(true);
    });

    it('leave open what their record leaves open', () => {
      const artificial = lines().find(({ officialName }) => officialName.includes('人工智能'));
      expect(artificial?.unknown.map(({ code }) => code)).toEqual(
        expect.arrayContaining([
          'applicant-kinds',
          'occupations-at-most-one',
          'final-not-in-fourth-quarter',
        ]) as string[],
      );
    });

    it('stand in our own records with the same names, classes, years and sources', () => {
      const ours = recordedContests.map((one) => [
        one.planYear,
        one.class,
        one.officialName,
        one.datePlace ?? '',
      ]);
      const published = ofClass.map((record) => [
        Number(record.year),
        classOfRecord(record).class,
        record.officialName,
        record.datePlace,
      ]);
      expect(ours).toEqual(published);
      const unsure = (record: ContestRecord) =>
        /RECALLED|except/.test(`${record.class} ${record.status} ${record.hosts}`);
      expect(recordedContests.map(({ grade }) => grade)).toEqual(
        ofClass.map((record) => (unsure(record) ? 'unverified' : 'verified')),
      );
    });

    it('are as many a year as the plans counted', () => {
      const counts = rowsOf('plan_counts.csv');
      for (const row of counts) {
        const [year = '', target] = (row['year'] ?? '').split(' ');
        const ours = planCounts.find(
          (one) => one.planYear === Number(year) && one.figure === (target ? 'target' : 'published'),
        );
        const figure = (key: string) => (row[key] ? Number(row[key]) : null);
        expect([year, ours?.classOne, ours?.classTwo, ours?.occupations]).toEqual([
          year,
          figure('class1_count'),
          figure('class2_count'),
          figure('occupations'),
        ]);
      }
      expect(planCounts).toHaveLength(counts.length);
      const of = (year: number, figure: string) =>
        planCounts.find((one) => one.planYear === year && one.figure === figure);
      expect([of(2020, 'published')?.classOne, of(2020, 'published')?.classTwo]).toEqual([10, 73]);
      expect([of(2021, 'target')?.classTwo, of(2021, 'published')?.classTwo]).toEqual([70, 77]);
    });
  });
