import { packFaults, type RulePack, shippedPacks } from './index.js';
import { classStatus2023 } from './packs/class-status-2023.js';

const paths = (value: unknown) => packFaults(value).map(({ path }) => path);
/** The pack of 2023 with one place changed. */
const changed = (change: (pack: Record<string, never>) => void): unknown => {
  const copy = structuredClone(classStatus2023) as unknown as Record<string, never>;
  change(copy);
  return copy;
};
const rules = (pack: Record<string, never>) =>
  (pack as unknown as { rules: Record<string, unknown>[] }).rules;
const at = (id: string) => classStatus2023.rules.findIndex((rule) => rule.id === id);

describe('the faults of a pack', () => {
  it('are none in the packs that ship, also after a journey as JSON', () => {
    for (const pack of shippedPacks) expect(packFaults(JSON.parse(JSON.stringify(pack)))).toEqual([]);
  });

  it('name an unverified clause that is to block', () => {
    const index = at('companies-only-help');
    const bold = changed((pack) => (rules(pack)[index]!['severity'] = 'blocking'));
    expect(paths(bold)).toEqual([`rules.${index}.severity`]);
  });

  it.each<[string, (pack: Record<string, unknown>) => void, string]>([
    ['a code with capitals', (pack) => (pack['code'] = 'Class 1'), 'code'],
    ['a year of long ago', (pack) => (pack['year'] = 1900), 'year'],
    ['a class of its own', (pack) => (pack['classes'] = ['three']), 'classes.0'],
    ['a class twice', (pack) => (pack['classes'] = ['one', 'one']), 'classes'],
    ['a code of another level', (pack) => (pack['divisionCode'] = '330000'), 'divisionCode'],
    ['a title that turns round', (pack) => (pack['title'] = { zh: '规则\u202E包', en: 'x' }), 'title.zh'],
    ['a title that is a formula', (pack) => (pack['title'] = { zh: '规则包', en: '=cmd|x' }), 'title.en'],
    [
      'a naming pattern with a character of no width',
      (pack) => ((pack['naming'] as Record<string, unknown>)['pattern'] = '{name}\u200B'),
      'naming.pattern',
    ],
    ['a title without Chinese', (pack) => (pack['title'] = { zh: ' ', en: 'x' }), 'title.zh'],
    ['a field nobody knows', (pack) => (pack['expression'] = 'x > 1'), 'expression'],
    ['no rules at all', (pack) => delete pack['rules'], 'rules'],
    [
      'a duty twice',
      (pack) => (pack['duties'] = [...(pack['duties'] as unknown[]), (pack['duties'] as unknown[])[0]]),
      'duties.5.kind',
    ],
  ])('name %s', (_what, change, path) => {
    expect(paths(changed(change))).toEqual([path]);
  });

  it('name a rule’s title and its clause that hold what cannot be read', () => {
    const hostile = changed((pack) => {
      const rule = rules(pack)[0]!;
      (rule['title'] as Record<string, unknown>)['zh'] = '申办\u200B主体';
      (rule['citation'] as { article: Record<string, unknown> }).article['en'] = 'Article \u202E1';
      (rule['citation'] as Record<string, unknown>)['source'] = '=HYPERLINK("x")';
    });
    expect(paths(hostile)).toEqual([
      'rules.0.title.zh',
      'rules.0.citation.article.en',
      'rules.0.citation.source',
    ]);
  });

  it.each<[string, string, unknown, string]>([
    ['occupations-at-most-two', 'most', 0, 'parameters.most'],
    ['occupations-at-most-two', 'most', '4', 'parameters.most'],
    ['occupations-at-most-two', 'most', 4.5, 'parameters.most'],
    ['occupations-at-most-two', 'class', 'three', 'parameters.class'],
    ['applicant-kinds', 'kinds', [], 'parameters.kinds'],
    ['applicant-kinds', 'kinds', ['martians'], 'parameters.kinds.0'],
    ['final-not-in-fourth-quarter', 'months', [13], 'parameters.months.0'],
    ['standard-level', 'strategicExempt', 'yes', 'parameters.strategicExempt'],
    ['documents-complete', 'documents', [{ kind: 'request' }], 'parameters.documents.0.firstTimeOnly'],
    ['name-word', 'one', '', 'parameters.one'],
  ])('name a parameter of %s that is no %s: %j', (id, key, value, path) => {
    const wrong = changed(
      (pack) => ((rules(pack)[at(id)]!['parameters'] as Record<string, unknown>)[key] = value),
    );
    expect(paths(wrong)).toContain(`rules.${at(id)}.${path}`);
  });

  it('refuse checks outside the closed list, also by the names every object has', () => {
    for (const check of ['eval', 'constructor', '__proto__', 'toString', null, 7])
      expect(paths(changed((pack) => (rules(pack)[0]!['check'] = check)))).toEqual(['rules.0.check']);
  });

  it('name days that are in no calendar, and ends before beginnings', () => {
    const dated = (from: unknown, until: unknown) =>
      paths(changed((pack) => Object.assign(rules(pack)[0]!, { from, until })));
    expect(dated('2023-02-29', null)).toEqual(['rules.0.from']);
    expect(dated('2024-02-29', '2024-13-01')).toEqual(['rules.0.until']);
    expect(dated('2024-02-29', '2024-02-28')).toEqual(['rules.0.until']);
    expect(dated('2024-02-29', '2024-02-29')).toEqual([]);
  });

  it('name placeholders nobody fills in', () => {
    const named = (pattern: string) =>
      paths(changed((pack) => ((pack as unknown as RulePack).naming.pattern = pattern)));
    expect(named('{planYear}年{name}')).toEqual([]);
    expect(named('{year}年{name}')).toEqual(['naming.pattern']);
    expect(named('{planYear}年')).toEqual(['naming.pattern']);
  });

  it('are said of anything at all', () => {
    for (const value of [null, undefined, 7, 'pack', [], [1], { rules: 7 }])
      expect(packFaults(value).length).toBeGreaterThan(0);
  });
});
