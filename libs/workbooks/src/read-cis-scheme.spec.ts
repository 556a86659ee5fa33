import { formatMark, readScheme, schemeMaxHundredths } from '@luban/scoring';
import fc from 'fast-check';
import { formula, rawWorkbook, sheetXml, type RawCell } from '../../../test/support/raw-workbook.js';
import { readCisScheme } from './read-cis-scheme.js';
import { isBlocked, schemeDocument, type SchemeDocument } from './scheme-document.js';

type Rows = Record<number, Record<string, RawCell>>;

const heading = (criterion: string): Record<string, RawCell> => ({
  A: 'Sub\nCriterion\nID',
  B: 'Sub Criterion\nName or Description',
  C: 'Day of Marking',
  D: 'Aspect\nType\nM = Meas\nJ = Judg',
  E: 'Aspect - Description',
  F: 'Judg Score',
  G: 'Extra Aspect Description (Meas or Judg)\nOR\nJudgement Score Description (Judg only)',
  H: 'Requirement\n(Measurement Only)',
  I: 'WSOS Section',
  J: 'Calculation Row \n(Export only)',
  K: 'Max\nMark',
  L: `Criterion ${criterion}`,
});

/** Two sections, two criteria, four aspects, 100.00 marks: nothing to find but that two criteria are few. */
const sound = (): Rows => ({
  1: { A: '09 Mechatronics' },
  3: { A: 'WorldSkills Occupational Standards' },
  4: { A: 'Section', B: 'WSOS Marks', I: 'WSOS Marks', J: 'Aspect Marks', K: 'Variation' },
  5: { A: 1, B: 'Assembly', I: 60, J: formula('SUMIF(I14:I30,A5,K14:K30)', 60), K: 0 },
  6: { A: 2, B: 'Programming', I: 40, J: formula('SUMIF(I14:I30,A6,K14:K30)', 40), K: 0 },
  7: { I: 'Total Variation', K: 0 },
  9: { A: 'Criteria' },
  10: { A: 'ID', B: 'Name', K: 'Mark' },
  11: { A: 'A', B: 'Build', K: 60 },
  12: { A: 'B', B: 'Program', K: 40 },
  14: heading('A'),
  15: { A: 'A1', B: 'Frame', C: 1 },
  16: { D: 'M', E: 'Frame is square', H: '±0.5 mm', I: 1, J: 1, K: 30 },
  17: { E: 'Look and finish' },
  18: { D: 'J', E: 'Finish', I: 1, K: 30 },
  19: { F: 0, G: 'none' },
  20: { F: 1, G: 'some' },
  21: { F: 2, G: 'good' },
  22: { F: 3, G: 'excellent' },
  24: heading('B'),
  25: { A: 'B1', B: 'Logic', C: 2, D: 'M', E: 'Starts', I: 2, J: 2, K: 15 },
  26: { D: 'M', E: 'Stops', I: 2, K: 25 },
  28: { L: 'Competition', M: 'Total\nMark', N: formula('SUM(N1:N27)', 100) },
});

const calculations: Rows = {
  1: { A: 'Measurement', B: 'PASS_FAIL', C: { raw: ' t="b"><v>1</v>' } },
  2: {
    B: 'CHOICE',
    D: 'DEDUCTION_TYPE:::#x~x#PERCENT#-#CHOICE2_LABEL:::#x~x#one missing#-#CHOICE2_DEDUCTION:::50.00000000#x~x##-#CHOICE1_DEDUCTION:::0E-8#x~x##-#CHOICE1_LABEL:::#x~x#all there',
  },
};

async function read(main: Rows, list: Rows = calculations): Promise<SchemeDocument> {
  const bytes = rawWorkbook({ 'CIS Marking Scheme Import': sheetXml(main), Calculations: sheetXml(list) });
  return schemeDocument(await readCisScheme(bytes));
}

/** The sound workbook with some cells otherwise; null empties one. */
async function changed(cells: Record<string, RawCell>): Promise<SchemeDocument> {
  const rows = sound();
  for (const [address, value] of Object.entries(cells)) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    rows[Number(row)] = { ...rows[Number(row)], [column]: value };
  }
  return read(rows);
}

const found = (document: SchemeDocument): string[] =>
  document.findings
    .filter(({ code }) => code !== 'criteria-count')
    .map(({ code, severity, cell }) => `${cell} ${code} ${severity}`);

describe('a CIS workbook', () => {
  it('gives the scheme with marks from its aspects', async () => {
    const document = await read(sound());
    expect(found(document)).toEqual([]);
    expect(document).toMatchObject({
      format: 'luban.scheme/1',
      criteria: [
        { code: 'A', name: 'Build', marks: '60.00', declared: '60.00' },
        { code: 'B', name: 'Program', marks: '40.00', declared: '40.00' },
      ],
      sections: [
        { number: '1', name: 'Assembly', weight: '60.00', marks: '60.00' },
        { number: '2', name: 'Programming', weight: '40.00', marks: '40.00' },
      ],
      aspects: { measurement: 3, judgement: 1, total: 4 },
      total: '100.00',
      calculations: 2,
    });
    expect(document.scheme.skill).toEqual({ number: '09', name: 'Mechatronics' });
    expect(document.scheme.criteria[0]?.subCriteria[0]?.aspects[1]).toEqual({
      id: 'A1.2',
      kind: 'judgement',
      description: 'Finish',
      extra: '',
      requirement: '',
      section: '1',
      maxHundredths: 3000,
      calculation: null,
      descriptors: ['none', 'some', 'good', 'excellent'],
      captions: ['Look and finish'],
    });
  });

  it('may have a row that is sub-criterion and aspect at once', async () => {
    const { scheme } = await read(sound());
    expect(scheme.criteria[1]?.subCriteria[0]).toMatchObject({ code: 'B1', name: 'Logic', dayOfMarking: 2 });
    expect(scheme.criteria[1]?.subCriteria[0]?.aspects[0]).toMatchObject({
      id: 'B1.1',
      description: 'Starts',
      calculation: {
        type: 'CHOICE',
        deductionType: 'percent',
        choices: [
          { label: 'all there', deduction: '0' },
          { label: 'one missing', deduction: '50' },
        ],
      },
    });
  });

  it('is found by its content: other sheet name and order, other rows, other columns', async () => {
    const shifted: Rows = {};
    for (const [row, cells] of Object.entries(sound()))
      shifted[Number(row) + 3] = Object.fromEntries(
        Object.entries(cells).map(([column, cell]) => [String.fromCharCode(column.charCodeAt(0) + 1), cell]),
      );
    const bytes = rawWorkbook({
      Calculations: sheetXml(calculations),
      Notes: sheetXml({}),
      'Marking Scheme v3': sheetXml(shifted),
    });
    const document = schemeDocument(await readCisScheme(bytes));
    expect(document).toMatchObject({ total: '100.00', aspects: { total: 4 } });
    expect(document.sections.map(({ marks }) => marks)).toEqual(['60.00', '40.00']);
    expect(document.criteria.map(({ declared }) => declared)).toEqual(['60.00', '40.00']);
  });

  it('keeps the aspects of a criterion whose headings are missing', async () => {
    const rows = sound();
    delete rows[14];
    expect(await read(rows)).toMatchObject({ total: '100.00', aspects: { total: 4 } });
  });

  it('is read from one sheet, and says so when another holds aspects, too', async () => {
    const main = sheetXml(sound());
    const bytes = rawWorkbook({
      'CIS Marking Scheme Import': main,
      Copy: main,
      Calculations: sheetXml(calculations),
    });
    const document = schemeDocument(await readCisScheme(bytes));
    expect(found(document)).toEqual(['Copy!A1 sheet-not-read warning']);
    expect(document.total).toBe('100.00');
  });

  it('may say WSSS, write types in small letters, and leave blanks of every kind', async () => {
    const document = await changed({
      I14: 'WSSS Section',
      I4: 'WSSS Marks',
      D16: ' m ',
      D18: 'j\u00a0',
      A23: '\u00a0',
      E23: ' ',
      K23: { raw: ' t="str"><v></v>' },
    });
    expect(found(document)).toEqual([]);
    expect(document.aspects.total).toBe(4);
  });

  it('never takes a sum from the sheet', async () => {
    const document = await changed({ J5: 1, J6: 2, N28: 3, K7: 99 });
    expect(document).toMatchObject({ total: '100.00', sections: [{ marks: '60.00' }, { marks: '40.00' }] });
  });
});

describe('a mark that cannot be taken', () => {
  it.each<[string, RawCell]>([
    ['is missing', null],
    ['is only blanks', ' \u00a0'],
    ['is a word', 'thirty'],
    ['is a formula without a result', formula('SUM(A1:A2)')],
    ['is an error', { raw: ' t="e"><f>1/0</f><v>#DIV/0!</v>' }],
    ['is a truth value', { raw: ' t="b"><v>1</v>' }],
    ['is below zero', -30],
    ['is beyond all measure', 1e300],
    ['is a share', '30%'],
    ['has two commas', '3,0,0'],
  ])('%s: the aspect stays and counts 0.00', async (_, cell) => {
    const document = await changed({ K16: cell });
    expect(found(document)).toContain('K16 bad-cell blocking');
    expect(found(document)).not.toContain('K16 zero-max warning');
    expect(document).toMatchObject({
      total: '70.00',
      aspects: { total: 4 },
      criteria: [{ marks: '30.00' }, {}],
    });
  });

  it.each<[string, RawCell, string]>([
    ['a comma', '30,00', '100.00'],
    ['a blank behind it', '30.00 ', '100.00'],
    ['full-width digits', '３０．００', '100.00'],
    ['three places', 30.125, '100.13'],
  ])('is only warned of with %s', async (_, cell, total) => {
    const document = await changed({ K16: cell });
    expect(found(document)).toContain('K16 bad-cell warning');
    expect(document.total).toBe(total);
  });

  it('is no fault when only the binary fraction is untidy', async () => {
    const document = await changed({ K16: 29.999999999999993, K18: 30.000000000000007 });
    expect(found(document)).toEqual([]);
    expect(document.total).toBe('100.00');
  });
});

describe('faults of a scheme', () => {
  it('are a total other than 100.00, at the cell that shows the total', async () => {
    const document = await changed({ K26: 24 });
    expect(found(document)).toContain('N28 total-not-100 blocking');
    expect(document.total).toBe('99.00');
  });

  it('are a section more than five points off its weight, at its sum', async () => {
    expect(found(await changed({ I26: 1 }))).toEqual([
      'J5 section-deviates warning',
      'J6 section-deviates warning',
    ]);
    expect(found(await changed({ I5: 55, I6: 45 }))).toEqual([]);
  });

  it('are aspects of no section, and judgements without four descriptors', async () => {
    const document = await changed({ I16: 7, G21: null, I26: null });
    expect(found(document)).toEqual(
      expect.arrayContaining([
        'I16 section-unknown warning',
        'I26 section-unknown warning',
        'D18 descriptors-missing warning',
      ]),
    );
    expect(document.findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('are calculations that no aspect uses or that are not there', async () => {
    expect(found(await changed({ J25: null }))).toEqual(['Calculations!B2 unused-calculation warning']);
    expect(found(await changed({ J25: 7 }))).toContain('J25 unknown-calculation blocking');
    expect(found(await changed({ J25: 1.5 }))).toContain('J25 bad-cell warning');
    expect(found(await changed({ J18: 1 }))).toEqual(['J18 bad-cell warning']);
  });

  it('are calculations nobody knows', async () => {
    const document = await read(sound(), {
      ...calculations,
      2: { B: 'MAGIC', D: '' },
      3: { B: 'NUMBER_COMPLETED' },
    });
    expect(found(document)).toEqual([
      'Calculations!B2 bad-calculation blocking',
      'Calculations!B3 bad-calculation warning',
      'Calculations!B3 unused-calculation warning',
    ]);
    expect(document.calculations).toBe(3);
  });

  it('are a criterion that differs from its table, is not in it, or has nothing below it', async () => {
    expect(found(await changed({ K11: 61 }))).toEqual(['K11 criterion-deviates warning']);
    expect(found(await changed({ A25: 'C1' }))).toEqual([
      'K12 criterion-deviates warning',
      'A25 criterion-unknown warning',
    ]);
  });

  it('are a code used twice, which still leaves every id its own', async () => {
    const document = await changed({ A26: 'A1', B26: 'Again' });
    expect(found(document)).toContain('A26 duplicate-id warning');
    const ids = document.scheme.criteria.flatMap((each) =>
      each.subCriteria.flatMap((sub) => sub.aspects.map(({ id }) => id)),
    );
    expect(ids).toEqual(['A1.1', 'A1.2', 'A1(2).1', 'B1.1']);
  });

  it('are an aspect before any sub-criterion, and rows that mean nothing', async () => {
    const document = await changed({
      A15: null,
      B15: null,
      C15: null,
      D26: 'X',
      F27: 2,
      G27: 'lost',
      E29: 'a caption at the end',
    });
    expect(found(document)).toEqual(
      expect.arrayContaining([
        'D16 aspect-outside-sub-criterion warning',
        'D26 bad-cell blocking',
        'F27 stray-descriptor warning',
        'E29 stray-caption warning',
      ]),
    );
    expect(document.aspects.total).toBe(3);
  });

  it('do not multiply when one module of seven is there', async () => {
    const rows = sound();
    for (const row of [24, 25, 26]) rows[row] = {};
    const document = await read(rows);
    expect(found(document)).toEqual(
      expect.arrayContaining([
        'N28 total-not-100 blocking',
        'K12 criterion-deviates warning',
        'J6 section-deviates warning',
      ]),
    );
    expect(document.criteria.map(({ marks }) => marks)).toEqual(['60.00', '0.00']);
  });
});

describe('a workbook of something else', () => {
  it('is refused as no scheme', async () => {
    await expect(readCisScheme(rawWorkbook({ 名单: sheetXml({ 1: { A: '姓名' } }) }))).rejects.toMatchObject({
      code: 'not-a-scheme',
      name: 'WorkbookError',
    });
  });

  it('is a scheme without aspects when only the name is right', async () => {
    const reading = await readCisScheme(rawWorkbook({ 'CIS Marking Scheme Import': sheetXml({}) }));
    expect(isBlocked(reading)).toBe(true);
    expect(schemeDocument(reading)).toMatchObject({ total: '0.00', aspects: { total: 0 } });
  });

  it('blocks when it goes on for a million rows', async () => {
    const head = sheetXml({ 1: heading('A'), 2: { A: 'A1', B: 'x' } }).replace(
      '</sheetData></worksheet>',
      '',
    );
    const rows = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 3}"><c r="D${i + 3}" t="str"><v>M</v></c></row>`,
    );
    const bytes = rawWorkbook({
      'CIS Marking Scheme Import': `${head}${rows.join('')}</sheetData></worksheet>`,
    });
    const { findings } = await readCisScheme(bytes);
    expect(findings.some(({ code, severity }) => code === 'too-many-rows' && severity === 'blocking')).toBe(
      true,
    );
  });
});

describe('whatever stands in the cells', () => {
  const cell: fc.Arbitrary<RawCell> = fc.oneof(
    fc.constantFrom<RawCell[]>(
      null,
      '',
      ' ',
      '\u00a0',
      'M',
      'J',
      'A1',
      'A',
      'B2',
      '7',
      '0,5',
      '1e9',
      '×',
      'Criteria',
      'ID',
      'x'.repeat(300),
    ),
    fc.double({ noNaN: true }),
    fc.integer({ min: -3, max: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom<RawCell[]>(
      formula('A1'),
      { raw: ' t="b"><v>0</v>' },
      { raw: ' t="e"><v>#REF!</v>' },
      { raw: ' t="d"><v>2026-01-01</v>' },
    ),
  );
  const change = fc.tuple(fc.constantFrom(...'ABCDEFGHIJKLMN'), fc.integer({ min: 1, max: 30 }), cell);
  const calculationText = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
    fc.constantFrom(
      'NUM_POSSIBLE:::1E+40#x~x#',
      'CHOICE1_LABEL:::#x~x#',
      'RANGE1_LOWER:::x#x~x##-#RANGE2_UPPER:::1#x~x#',
      'TARGET_VALUE:::0#x~x##-#STEP:::1#x~x##-#DEDUCT:::2#x~x#',
    ),
  );

  it('the scheme is one that scoring takes, and every finding names its cell', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 12 }),
        fc.constantFrom(
          'PASS_FAIL',
          'NUMBER_COMPLETED',
          'CHOICE',
          'REGULAR_DIFFERENCE_DEDUCTION',
          'RANGED_SCORE',
          'OTHER',
        ),
        calculationText,
        async (changes, type, parameters) => {
          const rows = sound();
          for (const [column, row, value] of changes) rows[row] = { ...rows[row], [column]: value };
          const document = await read(rows, { ...calculations, 2: { B: type, D: parameters } });
          const plain: unknown = JSON.parse(JSON.stringify(document));
          expect(readScheme(plain)).toMatchObject({ criteria: document.scheme.criteria });
          expect(document.total).toBe(formatMark(schemeMaxHundredths(document.scheme)));
          for (const { cell: at } of document.findings)
            expect(at).toMatch(/^(Calculations!)?[A-Z]{1,2}\d{1,3}$/);
        },
      ),
      { numRuns: 100 },
    );
  }, 120_000);
});
