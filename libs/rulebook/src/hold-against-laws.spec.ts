import fc from 'fast-check';
import {
  blankSubject,
  type ClassSubject,
  decisionOf,
  holdAgainst,
  organisationKinds,
  partyParts,
  type RulePack,
  shippedPacks,
  type SubjectOccupation,
} from './index.js';

const maybe = <T>(known: fc.Arbitrary<T>) => fc.option(known, { nil: null });
const name = fc.constantFrom('电工', '焊工', '钳工', '车工', '铣工', '砌筑工', '茶艺师', '教师');

const occupation: fc.Arbitrary<SubjectOccupation> = fc.record({
  name,
  detail: fc.constant(null),
  code: maybe(fc.constantFrom('4-03-02-07', '6-18-02-04', '2-08-01-01')),
  edition: fc.constant('2022'),
  standardExists: maybe(fc.boolean()),
  standardTopLevel: maybe(fc.integer({ min: 1, max: 5 })),
  strategic: maybe(fc.boolean()),
  heldBefore: maybe(fc.boolean()),
});

const day = fc.constantFrom('2023-03-01', '2023-06-30', '2023-10-01', '2023-12-31');
const year = fc.integer({ min: 2017, max: 2023 });

const subject: fc.Arbitrary<ClassSubject> = fc.record({
  planYear: fc.constant(2023),
  level: fc.constant('nationalIndustry' as const),
  class: fc.constantFrom('one' as const, 'two' as const),
  name: fc.constantFrom('全国机械行业职业技能竞赛', '全国机械行业职业技能大赛', ''),
  parties: maybe(
    fc.array(
      fc.record({
        name: fc.constantFrom('甲', '乙'),
        kind: maybe(fc.constantFrom(...organisationKinds)),
        part: fc.constantFrom(...partyParts),
      }),
      { maxLength: 3 },
    ),
  ),
  occupations: maybe(fc.array(occupation, { maxLength: 8 })),
  occupationsComplete: fc.boolean(),
  earlierEditions: maybe(
    fc.array(fc.record({ year, occupations: fc.array(name, { maxLength: 2 }) }), { maxLength: 4 }),
  ),
  earlierGrants: maybe(
    fc.array(
      fc.record({
        planYear: year,
        class: fc.constant('two' as const),
        contest: fc.constantFrom('全国机械行业职业技能竞赛', '全国纺织行业职业技能竞赛'),
        occupations: fc.array(fc.record({ code: fc.constant(null), name }), { maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
  ),
  inspectionYears: maybe(fc.array(year, { maxLength: 5 })),
  finalFrom: maybe(day),
  finalTo: maybe(day),
  documents: maybe(
    fc.array(
      fc.record({
        kind: fc.constantFrom(
          'request' as const,
          'stampedForm' as const,
          'standard' as const,
          'feasibility' as const,
        ),
        occupation: maybe(name),
      }),
      { maxLength: 6 },
    ),
  ),
  experts: maybe(fc.nat(3)),
  judges: maybe(fc.nat(3)),
  fundingStated: maybe(fc.boolean()),
  venueStated: maybe(fc.boolean()),
  businessCovers: maybe(fc.boolean()),
  unmetObligations: maybe(
    fc.array(
      fc.record({ contest: fc.constant('甲'), title: fc.constant('总结'), dueOn: fc.constant(null) }),
      {
        maxLength: 2,
      },
    ),
  ),
  submittedOn: fc.constant(null),
});

const pack = fc.constantFrom(...shippedPacks);
const severities = (held: RulePack, of: ClassSubject) =>
  new Map(holdAgainst(held, of).map(({ code, severity }) => [code, severity]));

describe('the laws of holding a pack against a subject', () => {
  it('nothing that is unknown decides: taking the unknown findings away changes no decision', () => {
    fc.assert(
      fc.property(pack, subject, (held, of) => {
        const findings = holdAgainst(held, of);
        expect(decisionOf(findings.filter((one) => one.severity !== 'unknown'))).toBe(decisionOf(findings));
      }),
    );
  });

  it('an unverified clause never blocks, whatever severity the pack gives it', () => {
    fc.assert(
      fc.property(pack, subject, (held, of) => {
        const bold = {
          ...held,
          rules: held.rules.map((rule) => ({ ...rule, severity: 'blocking' as const })),
        };
        const blocking = holdAgainst(bold, of).filter((one) => one.severity === 'blocking');
        expect(blocking.every(({ citation }) => citation.grade === 'verified')).toBe(true);
      }),
    );
  });

  it('the order of the rules changes nothing but the order of the findings', () => {
    fc.assert(
      fc.property(pack, subject, (held, of) => {
        const turned = { ...held, rules: [...held.rules].reverse() };
        expect(holdAgainst(turned, of)).toEqual([...holdAgainst(held, of)].reverse());
      }),
    );
  });

  it('a list that turns out to be complete leaves nothing passed that was unknown for another reason, and unsays nothing', () => {
    fc.assert(
      fc.property(pack, subject, (held, of) => {
        const open = severities(held, { ...of, occupationsComplete: false });
        const whole = severities(held, { ...of, occupationsComplete: true });
        for (const [code, before] of open)
          if (before === 'passed' || before === 'blocking') expect(whole.get(code)).toBe(before);
      }),
    );
  });

  it('evidence that comes in never turns a passed rule into an unknown one', () => {
    const facts = [
      'parties',
      'occupations',
      'earlierEditions',
      'earlierGrants',
      'inspectionYears',
      'finalFrom',
      'finalTo',
      'documents',
      'experts',
      'judges',
      'fundingStated',
      'venueStated',
      'businessCovers',
      'unmetObligations',
    ] as const;
    fc.assert(
      fc.property(pack, subject, fc.constantFrom(...facts), (held, of, fact) => {
        const before = severities(held, { ...of, [fact]: null });
        const after = severities(held, of);
        for (const [code, found] of before)
          if (found === 'passed') expect([code, after.get(code)]).not.toEqual([code, 'unknown']);
      }),
      { numRuns: 500 },
    );
  });

  it('one more occupation never mends a list that is too long, nor fills one that was not known', () => {
    fc.assert(
      fc.property(
        pack,
        fc.array(occupation, { maxLength: 9 }),
        occupation,
        fc.boolean(),
        (held, some, more, whole) => {
          const at = (occupations: SubjectOccupation[]) =>
            severities(held, blankSubject({ class: 'two', occupations, occupationsComplete: whole })).get(
              'occupations-at-most-two',
            );
          if (at(some) === 'blocking') expect(at([...some, more])).toBe('blocking');
          if (!whole) expect(at(some)).not.toBe('passed');
        },
      ),
    );
  });

  it('every finding that is not unknown shows what was looked at, in words of both languages', () => {
    const everything = {
      ...shippedPacks[2]!,
      rules: shippedPacks.flatMap(({ rules }) => rules),
    };
    fc.assert(
      fc.property(subject, (of) => {
        for (const { code, severity, evidence } of holdAgainst(everything, of)) {
          if (severity !== 'unknown') expect([code, evidence.length]).not.toEqual([code, 0]);
          for (const { value, valueEn } of evidence)
            expect([value, valueEn ?? value]).not.toEqual(expect.arrayContaining(['']));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the subject is looked at, never changed', () => {
    fc.assert(
      fc.property(pack, subject, (held, of) => {
        const before = JSON.stringify([held, of]);
        holdAgainst(held, of);
        expect(JSON.stringify([held, of])).toBe(before);
      }),
    );
  });
});
