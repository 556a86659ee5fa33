import { aspect, scheme } from '../../../test/support/scoring-examples.js';
import { readBundle } from './bundle-reading.js';

const bundle = (entries: unknown, more: object = {}): unknown => ({
  format: 'luban.score/1',
  policy: 'worldskills-2026',
  entries,
  ...more,
});
const tree = scheme(aspect('A1.1', 'measurement', '1.00'), aspect('A1.2', 'judgement', '2.00'));

describe('reading a luban.score/1 bundle', () => {
  it('reads an entry with all it may carry', () => {
    const { entries, unknownFields, policyName } = readBundle(
      bundle([
        {
          entry: 'E01',
          delegation: '',
          group: '职工',
          status: 'retired',
          total: '61.4',
          parts: { theory: '80', __proto__x: '1' },
          timeSeconds: 3600,
          deductions: [{ marks: '2', reason: '迟到' }],
        },
      ]),
    );
    expect(entries).toEqual([
      {
        entry: 'E01',
        delegation: '',
        group: '职工',
        status: 'retired',
        totalHundredths: 6140,
        scaledScore: null,
        parts: new Map([
          ['theory', 8000],
          ['__proto__x', 100],
        ]),
        timeSeconds: 3600,
        deductions: [{ hundredths: 200, reason: '迟到' }],
        scores: null,
      },
    ]);
    expect(unknownFields).toEqual([]);
    expect(policyName).toBe('worldskills-2026');
  });

  it('takes null for nothing', () => {
    const nothing = {
      delegation: null,
      group: null,
      status: null,
      scaledScore: null,
      scores: null,
      parts: null,
    };
    const [entry] = readBundle(bundle([{ entry: 'E01', total: '1', ...nothing, timeSeconds: null }])).entries;
    expect(entry).toMatchObject({ status: 'competed', delegation: null, timeSeconds: null });
  });

  it('reads scores with the tree or with the whole luban.scheme/1 document', () => {
    const scores = { 'A1.1': true, 'A1.2': [2, '3', null] };
    const read = (given: unknown) =>
      readBundle(bundle([{ entry: 'E01', scores }], { scheme: given })).entries[0]?.scores;
    expect(read(tree)).toEqual(
      new Map([
        ['A1.1', [true]],
        ['A1.2', [2, '3', null]],
      ]),
    );
    expect(read({ format: 'luban.scheme/1', scheme: tree })).toEqual(read(tree));
  });

  it('reads scores named by judge', () => {
    const scores = { 'A1.2': { Zhang: 2, Li: 3, Wang: 2 } };
    const read = readBundle(bundle([{ entry: 'E01', scores }], { scheme: tree }));
    expect(read.entries[0]?.scores).toEqual(new Map([['A1.2', [2, 3, 2]]]));
  });

  it('treats names like __proto__ as names', () => {
    const json = '[{"entry":"__proto__","delegation":"constructor","parts":{"__proto__":"1.00"}}]';
    const [entry] = readBundle(bundle(JSON.parse(json))).entries;
    expect(entry).toMatchObject({ entry: '__proto__', delegation: 'constructor' });
    expect([...(entry?.parts ?? [])]).toEqual([['__proto__', 100]]);
    expect(({} as Record<string, unknown>)['total']).toBeUndefined();
  });

  it('lists fields nobody reads, as they may be misspelt', () => {
    const read = readBundle(bundle([{ entry: 'E01', total: '1', deduction: [] }], { ruling: [] }));
    expect(read.unknownFields).toEqual(['deduction', 'ruling']);
  });

  it('reads rulings and what to explain', () => {
    const entries = [
      { entry: 'A', total: '1' },
      { entry: 'B', total: '1' },
    ];
    const rulings = [{ entries: ['B', 'A'], by: '裁判长', reason: '用时' }];
    expect(readBundle(bundle(entries, { rulings, explain: ['A'] }))).toMatchObject({
      rulings,
      explain: new Set(['A']),
    });
    expect(readBundle(bundle(entries, { explain: true })).explain).toBe('all');
  });

  const one = { entry: 'E01', total: '1' };
  it.each([
    ['score.bad-format', null, null],
    ['score.bad-format', [], null],
    ['score.bad-format', 'text', null],
    ['score.bad-format', { entries: [] }, 'format'],
    ['score.bad-format', { format: 'luban.score/2', entries: [] }, 'format'],
    ['score.policy-missing', { format: 'luban.score/1', entries: [] }, 'policy'],
    ['score.bad-type', bundle(undefined), 'entries'],
    ['score.bad-type', bundle({}), 'entries'],
    ['score.bad-type', bundle([null]), 'entries[0]'],
    ['score.bad-type', bundle([{}]), 'entries[0].entry'],
    ['score.bad-type', bundle([{ entry: ' ', total: '1' }]), 'entries[0].entry'],
    ['score.bad-type', bundle([{ entry: 1, total: '1' }]), 'entries[0].entry'],
    ['score.too-large', bundle([{ entry: 'x'.repeat(1001), total: '1' }]), 'entries[0].entry'],
    ['score.doubled-entry', bundle([one, one]), 'entries[1]'],
    ['score.bad-type', bundle([{ ...one, delegation: 7 }]), 'entries[0].delegation'],
    ['score.unknown-status', bundle([{ ...one, status: 'ill' }]), 'entries[0].status'],
    ['score.bad-mark', bundle([{ entry: 'E01', total: 61.42 }]), 'entries[0].total'],
    ['score.bad-mark', bundle([{ entry: 'E01', total: '-1' }]), 'entries[0].total'],
    ['score.bad-mark', bundle([{ entry: 'E01', total: 'NaN' }]), 'entries[0].total'],
    ['score.bad-mark', bundle([{ entry: 'E01', total: '61.425' }]), 'entries[0].total'],
    ['score.total-missing', bundle([{ entry: 'E01' }]), 'entries[0].total'],
    ['score.total-missing', bundle([{ entry: 'E01', parts: {} }]), 'entries[0].total'],
    ['score.bad-type', bundle([{ entry: 'E01', scaledScore: 700.5 }]), 'entries[0].scaledScore'],
    ['score.bad-type', bundle([{ entry: 'E01', scaledScore: '700' }]), 'entries[0].scaledScore'],
    ['score.bad-type', bundle([{ entry: 'E01', scaledScore: 1e300 }]), 'entries[0].scaledScore'],
    ['score.bad-mark', bundle([{ entry: 'E01', parts: { theory: 80 } }]), 'entries[0].parts["theory"]'],
    ['score.bad-type', bundle([{ ...one, timeSeconds: -1 }]), 'entries[0].timeSeconds'],
    ['score.bad-type', bundle([{ ...one, timeSeconds: '60' }]), 'entries[0].timeSeconds'],
    ['score.bad-type', bundle([{ ...one, deductions: [{ marks: '1' }] }]), 'entries[0].deductions[0].reason'],
    [
      'score.deduction-on-scaled-score',
      bundle([{ entry: 'E01', scaledScore: 700, deductions: [{ marks: '1', reason: 'x' }] }]),
      'entries[0].deductions',
    ],
    ['score.scheme-missing', bundle([{ entry: 'E01', scores: {} }]), 'entries[0].scores'],
    [
      'score.unknown-aspect',
      bundle([{ entry: 'E01', scores: { 'Z9.9': 1 } }], { scheme: tree }),
      'entries[0].scores["Z9.9"]',
    ],
    [
      'score.bad-type',
      bundle([{ entry: 'E01', scores: { 'A1.2': [[1], 1, 1] } }], { scheme: tree }),
      'entries[0].scores["A1.2"]',
    ],
    ['score.bad-type', bundle([one], { scheme: 'x' }), 'scheme'],
    ['score.bad-type', bundle([one], { scheme: {} }), 'scheme.criteria'],
    ['score.unknown-entry', bundle([one], { explain: ['E02'] }), 'explain[0]'],
    [
      'score.unknown-entry',
      bundle([one], { rulings: [{ entries: ['E02'], by: 'a', reason: 'b' }] }),
      'rulings[0].entries[0]',
    ],
    [
      'score.bad-type',
      bundle([one], { rulings: [{ entries: ['E01'], by: '', reason: 'b' }] }),
      'rulings[0].by',
    ],
    [
      'score.doubled-entry',
      bundle([one], { rulings: [{ entries: ['E01', 'E01'], by: 'a', reason: 'b' }] }),
      'rulings[0].entries[1]',
    ],
  ])('refuses with %s: %j', (code, value, path) =>
    expect(() => readBundle(value)).toThrow(
      expect.objectContaining({ name: 'ScoringError', code, ...(path === null ? {} : { path }) }),
    ),
  );
});
