import type {
  Aspect,
  Calculation,
  Criterion,
  SchemeTree,
  StandardSection,
  SubCriterion,
} from '@luban/scoring';
import fc from 'fast-check';

// Texts as people and files really have them, and worse: line ends, what XML cannot hold, what looks like an escape,
// half characters, and the separators of the parameters column.
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '评分点',
    ' a',
    'a ',
    '\u00a0',
    '\r\n',
    '\n',
    '\t',
    '_x0041_',
    '_x005F_',
    '<&>"\'',
    '=1+1',
    '#-#',
    '#x~x#',
  ),
  fc.constantFrom(
    ':::',
    '#-#CHOICE9_LABEL:::1#x~x#2',
    '\ud800',
    '\udc00',
    '\u0000',
    '\u007f',
    '\ufffe',
    '𠮷',
    'M',
    '0',
    'A1',
  ),
);
const shown = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(''))
  .filter((each) => /[^\s\u200b-\u200d\u2060\ufeff]/.test(each));
const text = fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: shown });

// As SchemeTree wants quantities: no zeros at the end, no minus before zero.
const canonical = (plain: string): string => {
  const short = plain.replace(/\.?0+$/, '');
  return short === '-0' ? '0' : short;
};
const decimal = fc
  .tuple(fc.boolean(), fc.nat(99_999), fc.nat(99_999_999))
  .map(([below, whole, fraction]) => canonical(`${below ? '-' : ''}${whole}.${fraction}`));
const size = fc.tuple(fc.nat(999), fc.nat(99_999)).map(([whole, part]) => canonical(`${whole}.${part}1`));
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
        ranges: fc.array(fc.record({ lower: decimal, upper: decimal, deduction: decimal }), {
          maxLength: 11,
        }),
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
  descriptors: fc.option(fc.tuple(text, text, text, shown)),
  captions: fc.array(shown, { maxLength: 2 }),
});

const criteria: fc.Arbitrary<Criterion[]> = fc
  .array(
    fc.record({
      name: shown,
      declaredHundredths: fc.option(fc.nat(10_000)),
      subs: fc.array(
        fc.record({
          name: text,
          dayOfMarking: fc.option(fc.nat(9)),
          aspects: fc.array(aspect, { maxLength: 4 }),
        }),
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

/** Any scheme that a workbook can hold (see writeCisScheme), with texts nobody would think of. */
export const anyScheme: fc.Arbitrary<SchemeTree> = fc
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
  .map(({ unusedCalculations, ...rest }) =>
    unusedCalculations.length > 0 ? { ...rest, unusedCalculations } : rest,
  );
