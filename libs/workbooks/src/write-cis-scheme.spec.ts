import type { Aspect, Calculation, Criterion, SchemeTree, StandardSection, SubCriterion } from '@luban/scoring';
import fc from 'fast-check';
import { canonicalDecimal } from './decimal-text.js';
import { readCisScheme } from './read-cis-scheme.js';
import { readWorkbook } from './read-workbook.js';
import { isBlank } from './workbook.js';
import { writeCisScheme } from './write-cis-scheme.js';

// Texts as people and files really have them, and worse: line ends, what XML cannot hold, what looks like an escape,
// half characters, and the separators of the parameters column.
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('评分点', ' a', 'a ', '\u00a0', '\r\n', '\n', '\t', '_x0041_', '_x005F_', '<&>"\'', '=1+1', '#-#', '#x~x#'),
  fc.constantFrom(':::', '#-#CHOICE9_LABEL:::1#x~x#2', '\ud800', '\udc00', '\u0000', '\u007f', '\ufffe', '𠮷', 'M', '0', 'A1'),
);
const shown = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(''))
  .filter((text) => !isBlank(text));
const text = fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: shown });

const decimal = fc
  .tuple(fc.boolean(), fc.nat(99_999), fc.nat(999_999_999))
  .map(([below, whole, fraction]) => canonicalDecimal(`${below ? '-' : ''}${whole}.${String(fraction)}`) ?? '0');
const size = fc.tuple(fc.nat(999), fc.nat(99_999)).map(([whole, part]) => canonicalDecimal(`${whole}.${part}1`) ?? '1');
const deductionType = fc.constantFrom('marks' as const, 'percent' as const);

const calculation: fc.Arbitrary<Calculation> = fc
  .tuple(
    fc.option(shown, { nil: undefined }),
    fc.oneof(
      fc.constant({ type: 'PASS_FAIL' as const }),
      fc.record({ type: fc.constant('NUMBER_COMPLETED' as const), possible: size }),
      fc.record({
        type: fc.constant('CHOICE' as const),
        deductionType,
        choices: fc.array(fc.record({ label: text, deduction: decimal }), { maxLength: 12 }),
      }),
      fc
        .record({
          type: fc.constant('REGULAR_DIFFERENCE_DEDUCTION' as const),
          deductionType,
          target: decimal,
          step: size,
          deduction: decimal,
          tolerance: fc.option(size, { nil: undefined }),
        })
        .map(({ tolerance, ...rest }) => (tolerance === undefined ? rest : { ...rest, tolerance })),
      fc.record({
        type: fc.constant('RANGED_SCORE' as const),
        deductionType,
        target: decimal,
        ranges: fc.array(fc.record({ lower: decimal, upper: decimal, deduction: decimal }), { maxLength: 11 }),
      }),
    ),
  )
  .map(([name, rest]) => (name === undefined ? rest : { ...rest, name }));

const sectionNumber = fc.oneof(fc.nat(99).map(String), fc.constantFrom('01', '1.1', '2a', '1e3'));
const sections: fc.Arbitrary<StandardSection[]> = fc.uniqueArray(
  fc.record({ number: sectionNumber, name: text, weightHundredths: fc.nat(10_000) }),
  { selector: ({ number }) => number, maxLength: 6 },
);

const aspect = fc.record({
  kind: fc.constantFrom('measurement' as const, 'judgement' as const),
  description: text,
  extra: text,
  requirement: text,
  section: fc.option(sectionNumber),
  maxHundredths: fc.nat(10_000),
  calculation: fc.option(calculation),
  descriptors: fc.option(fc.tuple(text, text, text, text)),
  captions: fc.array(shown, { maxLength: 2 }),
});

const criteria: fc.Arbitrary<Criterion[]> = fc
  .array(
    fc.record({
      name: shown,
      declaredHundredths: fc.option(fc.nat(10_000)),
      subs: fc.array(
        fc.record({ name: text, dayOfMarking: fc.option(fc.nat(9)), aspects: fc.array(aspect, { maxLength: 4 }) }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 9 },
  )
  .map((list) =>
    list.map(({ subs, ...rest }, i): Criterion => {
      const code = String.fromCharCode(65 + i);
      const subCriteria = subs.map(({ name, dayOfMarking, aspects }, j): SubCriterion => {
        const subCode = `${code}${j + 1}`;
        return {
          code: subCode,
          name,
          dayOfMarking,
          aspects: aspects.map(({ kind, descriptors, ...each }, k): Aspect => {
            const judgement = kind === 'judgement';
            return {
              ...each,
              id: `${subCode}.${k + 1}`,
              kind,
              calculation: judgement ? null : each.calculation,
              descriptors: (judgement && descriptors) || [],
            };
          }),
        };
      });
      return { code, ...rest, subCriteria };
    }),
  );

const tree: fc.Arbitrary<SchemeTree> = fc
  .record({
    skill: fc.option(
      fc.record({
        number: fc.option(fc.nat(99).map(String)),
        name: fc.constantFrom('Web Development', '网站设计与开发', 'Café & <bar>'),
      }),
    ),
    sections,
    criteria,
    unusedCalculations: fc.array(calculation, { maxLength: 3 }),
  })
  .map(({ unusedCalculations, ...rest }) => (unusedCalculations.length > 0 ? { ...rest, unusedCalculations } : rest));

describe('the CIS workbook we write', () => {
  it('comes back as the tree it was written from, whatever the tree', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (written) => {
        const { tree: read } = await readCisScheme(await writeCisScheme(written));
        expect(read).toEqual(written);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('shows the sums as formulas with their results, and merges the titles', async () => {
    const bytes = await writeCisScheme(smallScheme);
    const { sheets } = await readWorkbook(bytes);
    const main = sheets[0];
    const byAddress = new Map(main?.rows.flatMap(({ cells }) => [...cells.values()].map((cell) => [cell.address, cell])));
    expect(sheets.map(({ name }) => name)).toEqual(['CIS Marking Scheme Import', 'Calculations']);
    expect(byAddress.get('A1')?.value).toBe('17 Web Development');
    expect(byAddress.get('J5')).toMatchObject({ formula: true, value: 1.5 });
    expect(byAddress.get('K5')).toMatchObject({ formula: true, value: 98.5 });
    expect(main?.merges).toContainEqual({ top: 1, left: 1, bottom: 1, right: 11 });
  });

  it('lists a calculation once that two aspects share', async () => {
    const { sheets } = await readWorkbook(await writeCisScheme(smallScheme));
    expect(sheets[1]?.rows.length).toBe(1);
    expect(sheets[1]?.rows[0]?.cells.get(4)?.value).toBe('NUM_POSSIBLE:::4.00000000#x~x#');
  });

  it('is refused when a text is longer than a cell may hold', async () => {
    const long = structuredClone(smallScheme);
    const first = long.criteria[0]?.subCriteria[0]?.aspects[0];
    if (first) first.description = 'x'.repeat(32_768);
    await expect(writeCisScheme(long)).rejects.toMatchObject({ code: 'cannot-write' });
  });
});

const counted: Calculation = { type: 'NUMBER_COMPLETED', possible: '4' };
const measured = (id: string, maxHundredths: number): Aspect => ({
  id,
  kind: 'measurement',
  description: `aspect ${id}`,
  extra: '',
  requirement: '',
  section: '1',
  maxHundredths,
  calculation: counted,
  descriptors: [],
  captions: [],
});
const smallScheme: SchemeTree = {
  skill: { number: '17', name: 'Web Development' },
  sections: [{ number: '1', name: 'Work organisation', weightHundredths: 10_000 }],
  criteria: [
    {
      code: 'A',
      name: 'Static site',
      declaredHundredths: 150,
      subCriteria: [
        { code: 'A1', name: 'Layout', dayOfMarking: 1, aspects: [measured('A1.1', 50), measured('A1.2', 100)] },
      ],
    },
  ],
};
