import { backTest, casesOfRecords, type ContestRecord, finalDatesOf, occupationsOfText } from './index.js';
import { classStatus2020 } from './packs/class-status-2020.js';

const record = (given: Partial<ContestRecord>): ContestRecord => ({
  year: '2021',
  class: '二类',
  officialName: '2021年全国行业职业技能竞赛——全国机械行业职业技能竞赛',
  hosts: '中国机械工业联合会',
  occupations: '电工;焊工',
  datePlace: '2021-06 北京',
  status: 'VERIFIED',
  ...given,
});
const replayed = (...given: Partial<ContestRecord>[]) =>
  backTest(classStatus2020, casesOfRecords(given.map(record)));
const ids = (findings: { code: string }[] | undefined) => findings?.map(({ code }) => code);

describe('a public record replayed', () => {
  it('is granted by what it shows, and says what it does not show', () => {
    const [line] = replayed({}).lines;
    expect(line).toMatchObject({ decision: 'grant', flips: false });
    expect(ids(line?.deciding)).toEqual(['applicant-kinds', 'occupations-at-most-two']);
    expect(ids(line?.unknown)).toEqual(
      expect.arrayContaining(['standard-level', 'documents-complete', 'companies-only-help']) as string[],
    );
  });

  it('flips where a verified rule blocks, and names the rule', () => {
    const { lines, counts } = replayed({ occupations: '甲;乙;丙;丁;戊' }, {});
    expect(lines[0]).toMatchObject({ decision: 'decline', flips: true });
    expect(ids(lines[0]?.deciding)).toEqual(['occupations-at-most-two']);
    expect(counts).toEqual({
      cases: 2,
      inScope: 2,
      outOfScope: 0,
      granted: 1,
      declined: 1,
      flips: 1,
      warned: 0,
    });
  });

  it('never passes by a list that is incomplete, and still fails by one', () => {
    const most = (occupations: string) => {
      const [line] = replayed({ occupations }).lines;
      return (['deciding', 'unknown'] as const).find((part) =>
        ids(line?.[part])?.includes('occupations-at-most-two'),
      );
    };
    expect(most('甲;乙;...')).toBe('unknown');
    expect(most('甲;乙;丙等')).toBe('unknown');
    expect(most('甲;乙;丙;丁;戊;...')).toBe('deciding');
  });

  it('is out of scope where it is neither class one nor class two, and still listed', () => {
    const { lines, counts } = replayed({ class: '专项' }, { year: '不详' }, { class: '一类(RECALLED)' });
    expect(lines.map(({ decision }) => decision)).toEqual([null, null, 'grant']);
    expect(lines[0]?.outOfScope?.zh).toContain('专项');
    expect(counts).toMatchObject({ cases: 3, outOfScope: 2, flips: 0 });
  });

  it('finds the same lead with the same occupation a year before among the records', () => {
    const { lines } = replayed({ year: '2020', datePlace: '2020-06 北京' }, {});
    expect(ids(lines[0]?.unknown)).toContain('not-two-years-running');
    expect(ids(lines[1]?.warnings)).toEqual(['not-two-years-running']);
    // Two editions in two years: whether the field is strategic, no record says.
    expect(ids(lines[1]?.unknown)).toContain('class-two-every-two-years');
  });

  it('holds rules whatever dates they carry: it asks what if', () => {
    const later = {
      ...classStatus2020,
      rules: classStatus2020.rules.map((rule) => ({ ...rule, from: '2030-01-01' })),
    };
    expect(backTest(later, casesOfRecords([record({ occupations: '甲;乙;丙;丁;戊' })])).counts.flips).toBe(1);
  });
});

describe('what a record writes', () => {
  it.each([
    ['2003-10-20..11-04 长春/沈阳', '2003-10-20', '2003-11-04'],
    ['2023-03-20..22 山西阳泉', '2023-03-20', '2023-03-22'],
    ['09-11..13 西安', '2024-09-11', '2024-09-13'],
    ['2018-09 河北迁安', '2018-09-01', '2018-09-30'],
    ['2019-08..12 合肥', '2019-08-01', '2019-12-31'],
    ['闭幕 2021-12-19 四川德阳', null, '2021-12-19'],
    ['规程 2021-09', null, null],
    ['2022-08 青岛; 2022-11-10..12 成都', '2022-08-01', '2022-11-12'],
    ['', null, null],
  ])('days of the final in %p', (text, from, to) => {
    expect(finalDatesOf(text, 2024)).toEqual({ from, to });
  });

  it('occupations with directions in brackets, and more that are not named', () => {
    const read = (text: string) => {
      const { occupations, complete } = occupationsOfText(text);
      return [occupations.map(({ name, detail }) => [name, detail]), complete];
    };
    expect(read('包装设计师("设计+工程");钳工')).toEqual([
      [
        ['包装设计师', '"设计+工程"'],
        ['钳工', null],
      ],
      true,
    ]);
    expect(read('(行业)矿山测量工')).toEqual([[['矿山测量工', '行业']], true]);
    expect(read('甲(一;二)；乙')).toEqual([
      [
        ['甲', '一;二'],
        ['乙', null],
      ],
      true,
    ]);
    expect(read('无损检测员;...')).toEqual([[['无损检测员', null]], false]);
    expect(read('')).toEqual([[], false]);
  });

  it.each<[string, string[], boolean]>([
    ['电工、焊工（手工、气保）、钳工', ['电工', '焊工', '钳工'], true],
    ['电工, 焊工，钳工', ['电工', '焊工', '钳工'], true],
    ['电工/焊工／钳工', ['电工', '焊工', '钳工'], true],
    ['电工；焊工、氩弧焊', ['电工', '焊工、氩弧焊'], true],
    ['电工、焊工、...', ['电工', '焊工'], false],
    ['电工、焊工等', ['电工', '焊工'], false],
    ['焊工(手工、气保)', ['焊工'], true],
  ])('occupations of %s', (text, names, complete) => {
    const read = occupationsOfText(text);
    expect([read.occupations.map(({ name }) => name), read.complete]).toEqual([names, complete]);
  });

  it('leaves a name whole that the catalogue knows, whatever stands in it', () => {
    const codeOf = (name: string) =>
      name === '贵金属首饰、宝玉石检测员' ? { code: '4-08-05-03', edition: '2022' } : null;
    expect(occupationsOfText('贵金属首饰、宝玉石检测员', codeOf).occupations).toMatchObject([
      { name: '贵金属首饰、宝玉石检测员', code: '4-08-05-03' },
    ]);
  });
});
