import {
  backTest,
  blankSubject,
  checkNames,
  decisionOf,
  holdAgainst,
  idleRules,
  shippedPacks,
} from './index.js';
import { classStatus2018 } from './packs/class-status-2018.js';
import { classStatus2020 } from './packs/class-status-2020.js';
import { classStatus2023 } from './packs/class-status-2023.js';
import type { ClassSubject, SubjectOccupation } from './class-subject.js';
import type { RulePack } from './rule-pack.js';

const occupation = (name: string, known: Partial<SubjectOccupation> = {}): SubjectOccupation => ({
  name,
  detail: null,
  code: '6-18-02-04',
  edition: '2022',
  standardExists: true,
  standardTopLevel: 1,
  strategic: false,
  heldBefore: true,
  ...known,
});
const named = (count: number): SubjectOccupation[] =>
  Array.from({ length: count }, (_, index) => occupation(`职业${index + 1}`));

/** An application with which nothing is wrong. */
const sound = (changes: Partial<ClassSubject> = {}): ClassSubject => {
  const occupations = changes.occupations ?? named(2);
  return blankSubject({
    planYear: 2024,
    class: 'two',
    name: '全国机械行业职业技能竞赛',
    parties: [
      { name: '中国机械工业联合会', kind: 'association', part: 'lead' },
      { name: '人力资源社会保障部', kind: 'ministry', part: 'coHost' },
      { name: '某某科技有限公司', kind: 'enterprise', part: 'technicalSupport' },
    ],
    occupations,
    earlierEditions: [2020, 2022].map((year) => ({
      year,
      occupations: (occupations ?? []).map(({ name }) => name),
    })),
    earlierGrants: [],
    inspectionYears: [2021, 2022, 2023],
    finalFrom: '2024-06-10',
    finalTo: '2024-06-14',
    documents: [
      { kind: 'request', occupation: null },
      { kind: 'stampedForm', occupation: null },
      { kind: 'implementationPlan', occupation: null },
      { kind: 'agreement', occupation: null },
      { kind: 'supplement', occupation: null },
      ...(occupations ?? []).map(({ name }) => ({ kind: 'standard' as const, occupation: name })),
    ],
    experts: 5,
    judges: 20,
    fundingStated: true,
    venueStated: true,
    businessCovers: true,
    unmetObligations: [],
    submittedOn: '2023-11-20',
    ...changes,
  });
};

const severity = (pack: RulePack, subject: ClassSubject, rule: string) =>
  holdAgainst(pack, subject).find(({ code }) => code === rule)?.severity ?? null;

describe('a sound application', () => {
  it('passes every rule of 2023, and nothing is left unknown', () => {
    const findings = holdAgainst(classStatus2023, sound());
    expect(findings.filter((one) => one.severity !== 'passed')).toEqual([]);
    expect(findings.length).toBeGreaterThan(15);
    expect(decisionOf(findings)).toBe('grant');
  });

  it('of which nothing is known is declined by no pack', () => {
    for (const pack of shippedPacks) {
      const findings = holdAgainst(pack, blankSubject({ class: 'one' }));
      expect(new Set(findings.map((one) => one.severity))).toEqual(new Set(['unknown']));
      expect(decisionOf(findings)).toBe('grant');
    }
  });
});

describe('each rule of 2023 where it is broken', () => {
  const rows: [string, Partial<ClassSubject>, string][] = [
    ['applicant-kinds', { parties: [{ name: '甲公司', kind: 'enterprise', part: 'lead' }] }, 'blocking'],
    [
      'applicant-kinds',
      { parties: [{ name: '中华全国总工会', kind: 'massOrganisation', part: 'lead' }] },
      'passed',
    ],
    [
      'applicant-kinds-named',
      { parties: [{ name: '中华全国总工会', kind: 'massOrganisation', part: 'lead' }] },
      'warning',
    ],
    ['applicant-kinds', { parties: [{ name: '某单位', kind: null, part: 'lead' }] }, 'unknown'],
    ['annual-inspections', { inspectionYears: [2020, 2022, 2023] }, 'blocking'],
    ['annual-inspections', { inspectionYears: [2020, 2021, 2022] }, 'passed'],
    ['annual-inspections', { inspectionYears: [] }, 'blocking'],
    ['annual-inspections', { inspectionYears: null }, 'unknown'],
    [
      'annual-inspections',
      { inspectionYears: null, parties: [{ name: '交通运输部', kind: 'ministry', part: 'lead' }] },
      'passed',
    ],
    [
      'companies-only-help',
      {
        parties: [
          { name: '协会', kind: 'association', part: 'lead' },
          { name: '甲公司', kind: 'enterprise', part: 'organiser' },
        ],
      },
      'warning',
    ],
    ['companies-only-help', { partly: ['parties'] }, 'unknown'],
    ['business-covers', { businessCovers: false }, 'warning'],
    ['editions-held', { earlierEditions: [{ year: 2022, occupations: ['职业1', '职业2'] }] }, 'blocking'],
    [
      'editions-held',
      {
        earlierEditions: [
          { year: 2022, occupations: [] },
          { year: 2020, occupations: [] },
        ],
      },
      'unknown',
    ],
    [
      'editions-held',
      { earlierEditions: [2017, 2018].map((year) => ({ year, occupations: ['职业1', '职业2'] })) },
      'blocking',
    ],
    ['people-at-least', { judges: 0 }, 'blocking'],
    ['people-at-least', { experts: null }, 'unknown'],
    ['funding-stated', { fundingStated: false }, 'blocking'],
    ['venue-stated', { venueStated: false }, 'blocking'],
    ['occupations-at-most-two', { occupations: named(5) }, 'blocking'],
    ['occupations-at-most-two', { occupations: named(4) }, 'passed'],
    ['occupations-at-most-two', { occupations: named(3), occupationsComplete: false }, 'unknown'],
    ['occupations-at-most-two', { occupations: named(5), occupationsComplete: false }, 'blocking'],
    ['occupation-classes', { occupations: [occupation('教师', { code: '2-08-01-01' })] }, 'warning'],
    ['occupation-classes', { occupations: [occupation('旧工种', { code: null })] }, 'unknown'],
    ['standard-level', { occupations: [occupation('甲', { standardTopLevel: 4 })] }, 'blocking'],
    ['standard-level', { occupations: [occupation('甲', { standardTopLevel: 3 })] }, 'passed'],
    ['standard-level', { occupations: [occupation('甲', { standardExists: false })] }, 'blocking'],
    [
      'standard-level',
      { occupations: [occupation('甲', { standardExists: false, strategic: true })] },
      'passed',
    ],
    [
      'standard-level',
      { occupations: [occupation('甲', { standardTopLevel: 5, strategic: true })] },
      'blocking',
    ],
    [
      'standard-level',
      { occupations: [occupation('甲', { standardExists: null, strategic: true })] },
      'unknown',
    ],
    [
      'not-two-years-running',
      {
        earlierGrants: [
          { planYear: 2023, class: 'two', contest: '某竞赛', occupations: [{ code: null, name: '职业2' }] },
        ],
      },
      'warning',
    ],
    [
      'not-two-years-running',
      {
        earlierGrants: [
          { planYear: 2022, class: 'two', contest: '某竞赛', occupations: [{ code: null, name: '职业2' }] },
        ],
      },
      'passed',
    ],
    [
      'class-two-every-two-years',
      {
        earlierGrants: [
          {
            planYear: 2023,
            class: 'two',
            contest: '2023年全国行业职业技能竞赛——第三届全国机械行业职业技能竞赛',
            occupations: [],
          },
        ],
      },
      'warning',
    ],
    ['final-not-in-fourth-quarter', { finalFrom: '2024-09-29', finalTo: '2024-10-02' }, 'warning'],
    ['final-not-in-fourth-quarter', { finalFrom: '2025-02-25', finalTo: '2025-02-26' }, 'passed'],
    ['final-not-in-fourth-quarter', { finalFrom: null, finalTo: '2024-09-02' }, 'unknown'],
    ['documents-complete', { documents: [] }, 'blocking'],
    ['documents-complete', { documents: null }, 'unknown'],
    ['name-word', { name: '全国机械行业职业技能大赛' }, 'warning'],
    ['name-word', { name: '全国机械行业职业技能竞赛（职工组）' }, 'passed'],
    [
      'obligations-met',
      { unmetObligations: [{ contest: '去年的竞赛', title: '总结', dueOn: null }] },
      'warning',
    ],
  ];
  it.each(rows)('%s · %j → %s', (rule, changes, wanted) => {
    expect(severity(classStatus2023, sound(changes), rule)).toBe(wanted);
  });

  it('covers every check of the closed list', () => {
    const inPacks = new Set(shippedPacks.flatMap(({ rules }) => rules.map(({ check }) => check)));
    expect([...inPacks].sort()).toEqual([...checkNames].sort());
  });

  it('says the figures, and the article with its grade', () => {
    const finding = holdAgainst(classStatus2023, sound({ occupations: named(5) })).find(
      ({ code }) => code === 'occupations-at-most-two',
    );
    expect(finding?.message).toEqual({
      zh: '申报 5 个职业，二类最多 4 个。',
      en: '5 occupations; class two holds at most 4.',
    });
    expect(finding?.evidence.map(({ value }) => value)).toEqual([
      '5',
      '4',
      '职业1、职业2、职业3、职业4、职业5',
    ]);
    expect(finding?.citation).toMatchObject({
      grade: 'verified',
      source: expect.stringContaining('S01') as string,
    });
  });

  it('counts directions of one occupation as one', () => {
    const twice = [occupation('电工', { detail: '甲' }), occupation('电工', { detail: '乙' }), ...named(3)];
    expect(severity(classStatus2023, sound({ occupations: twice }), 'occupations-at-most-two')).toBe(
      'passed',
    );
  });
});

describe('documents', () => {
  const without = (kind: string) => sound().documents?.filter((one) => one.kind !== kind) ?? null;

  it('asks for a feasibility report only where an occupation is new', () => {
    const occupations = [occupation('职业1', { heldBefore: false })];
    expect(severity(classStatus2023, sound({ occupations }), 'documents-complete')).toBe('blocking');
    const documents = [
      ...(sound({ occupations }).documents ?? []),
      { kind: 'feasibility' as const, occupation: null },
    ];
    expect(severity(classStatus2023, sound({ occupations, documents }), 'documents-complete')).toBe('passed');
    const unsure = [occupation('职业1', { heldBefore: null })];
    expect(severity(classStatus2023, sound({ occupations: unsure }), 'documents-complete')).toBe('unknown');
  });

  it('asks for a standard of each occupation that has one', () => {
    expect(severity(classStatus2023, sound({ documents: without('standard') }), 'documents-complete')).toBe(
      'blocking',
    );
    const occupations = [occupation('新职业', { standardExists: false, strategic: true })];
    expect(
      severity(classStatus2023, sound({ occupations, documents: without('standard') }), 'documents-complete'),
    ).toBe('passed');
  });

  it('names what is missing', () => {
    const finding = holdAgainst(classStatus2023, sound({ documents: without('request') })).find(
      ({ code }) => code === 'documents-complete',
    );
    expect(finding?.message.zh).toBe('缺少：申请举办的请示。');
  });
});

describe('which rules are held', () => {
  it('are those about the class: 3 occupations in 2018 bind class two only', () => {
    const four = { occupations: named(4), submittedOn: null };
    expect(severity(classStatus2018, sound({ ...four, class: 'two' }), 'occupations-at-most-two')).toBe(
      'blocking',
    );
    expect(severity(classStatus2018, sound({ ...four, class: 'one' }), 'occupations-at-most-two')).toBeNull();
    expect(severity(classStatus2020, sound({ ...four, class: 'two' }), 'occupations-at-most-two')).toBe(
      'passed',
    );
    expect(
      severity(classStatus2020, sound({ occupations: named(6), class: 'one' }), 'occupations-at-most-one'),
    ).toBe('passed');
    expect(
      severity(classStatus2020, sound({ occupations: named(7), class: 'one' }), 'occupations-at-most-one'),
    ).toBe('blocking');
  });

  it('are those that hold on the day of submission', () => {
    const dated: RulePack = {
      ...classStatus2023,
      rules: classStatus2023.rules.map((rule) =>
        rule.id === 'funding-stated' ? { ...rule, from: '2023-11-21', until: '2023-11-22' } : rule,
      ),
    };
    const on = (submittedOn: string | null) =>
      severity(dated, sound({ submittedOn, fundingStated: false }), 'funding-stated');
    expect([on('2023-11-20'), on('2023-11-21'), on('2023-11-22'), on('2023-11-23'), on(null)]).toEqual([
      null,
      'blocking',
      'blocking',
      null,
      'blocking',
    ]);
  });

  it('warn where a pack lets an unverified clause block', () => {
    const bold: RulePack = {
      ...classStatus2023,
      rules: classStatus2023.rules.map((rule) =>
        rule.citation.grade === 'unverified' ? { ...rule, severity: 'blocking' as const } : rule,
      ),
    };
    const company = {
      parties: [
        { name: '甲公司', kind: 'enterprise' as const, part: 'organiser' as const },
        { name: '协会', kind: 'association' as const, part: 'lead' as const },
      ],
    };
    expect(severity(bold, sound(company), 'companies-only-help')).toBe('warning');
  });
});

describe('evidence', () => {
  const evidenceOf = (check: string, known: Partial<ClassSubject>) =>
    holdAgainst(shippedPacks[2]!, blankSubject(known)).find((one) => one.check === check)?.evidence;

  it('of money, place and business are the figures and texts that were stated', () => {
    const means = {
      ...{ fundingYuan: 1_800_000, fundingSources: ['自筹', '赞助'], venuePlace: '苏州市 工业园区' },
      ...{ venueFacilities: '数控加工中心 40 台', venueSafety: '消防到位', businessNote: null },
    };
    const known = { means, fundingStated: true, venueStated: true, businessCovers: true };
    expect(evidenceOf('fundingStated', known)?.map(({ value }) => value)).toEqual([
      '是',
      '1800000 元',
      '2',
      '自筹、赞助',
    ]);
    expect(evidenceOf('venueStated', known)?.map(({ value }) => value)).toContain('数控加工中心 40 台');
    expect(evidenceOf('businessCovers', { businessCovers: false })).toEqual([
      { label: { zh: '申报单位填报', en: 'the applicant states' }, value: '否', valueEn: 'no' },
    ]);
  });

  it('has our words in both languages, and names as they stand', () => {
    const [attached] = evidenceOf('documentsComplete', {
      documents: [
        { kind: 'request', occupation: null },
        { kind: 'standard', occupation: '焊工' },
      ],
      occupations: [],
    })!;
    expect(attached).toMatchObject({
      value: '申请举办的请示、国家职业技能标准颁布文件（焊工）',
      valueEn: 'letter of request, copy of the act issuing the national standard (焊工)',
    });
    expect(evidenceOf('nameWord', { name: '全国机械竞赛' })?.[0]).not.toHaveProperty('valueEn');
  });
});

describe('a pack over cases of a class that it does not grant', () => {
  const past = (classThen: 'one' | 'two') => ({
    ...{ officialName: classThen, planYear: 2022, classThen, decisionThen: 'grant' as const },
    ...{ subject: blankSubject({ class: classThen }), outOfScope: null },
  });

  it.each<[('one' | 'two')[], string[]]>([
    [['one'], ['two']],
    [[], ['one', 'two']],
    [['one', 'two'], []],
  ])('puts them out of scope: %j', (classes, outside) => {
    const pack = { ...shippedPacks[1]!, classes };
    const { lines, counts } = backTest(pack, [past('one'), past('two')]);
    expect(lines.filter(({ outOfScope }) => outOfScope !== null).map((one) => one.officialName)).toEqual(
      outside,
    );
    expect(lines.every(({ decision, flips }) => decision !== null || !flips)).toBe(true);
    expect(counts.outOfScope).toBe(outside.length);
  });

  it('names the rules that can never be held', () => {
    const ids = idleRules({ ...shippedPacks[1]!, classes: ['one'] }).map(({ id }) => id);
    expect(ids).toContain('occupations-at-most-two');
    expect(ids).not.toContain('occupations-at-most-one');
    expect(idleRules(shippedPacks[1]!)).toEqual([]);
  });
});
