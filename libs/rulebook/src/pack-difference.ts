import { ruleParametersInWords } from './parameter-in-words.js';
import type { Citation, Duty, Rule, RulePack, Words } from './rule-pack.js';
import { authorityLevelInWords, classInWords, gradeInWords, listedWords, said } from './words.js';

/** One field that differs; null: it is not there. */
export interface FieldDifference {
  label: Words;
  before: Words | null;
  after: Words | null;
}

/** What differs between two packs: of the pack itself, of a rule or of a duty. */
export interface PackDifference {
  part: 'pack' | 'rule' | 'duty';
  /** Id of the rule, kind of the duty; null for the pack. */
  id: string | null;
  title: Words;
  change: 'added' | 'removed' | 'changed';
  fields: FieldDifference[];
}

type Field = [label: Words, value: Words | null];

const plain = (text: string | number): Words => said(String(text), String(text));
const day = (value: string | null): Words => (value === null ? said('不限', 'no limit') : plain(value));

/** From pack `a` to pack `b`, in the order of `b`; what only `a` has comes last. Rules are the same by their id. */
export function packDifference(a: RulePack, b: RulePack): PackDifference[] {
  const fields = differing(packFields(a), packFields(b));
  const own: PackDifference[] =
    fields.length === 0 ? [] : [{ part: 'pack', id: null, title: b.title, change: 'changed', fields }];
  return [
    ...own,
    ...between('rule', a.rules, b.rules, ({ id }) => id, ruleFields),
    ...between('duty', a.duties, b.duties, ({ kind }) => kind, dutyFields),
  ];
}

function between<Part extends Rule | Duty>(
  part: 'rule' | 'duty',
  before: readonly Part[],
  after: readonly Part[],
  idOf: (one: Part) => string,
  fieldsOf: (one: Part) => Field[],
): PackDifference[] {
  const old = new Map(before.map((one) => [idOf(one), one]));
  const kept = new Set(after.map(idOf));
  const newer = after.flatMap((one): PackDifference[] => {
    const then = old.get(idOf(one));
    const fields = differing(then ? fieldsOf(then) : [], fieldsOf(one));
    if (then && fields.length === 0) return [];
    return [{ part, id: idOf(one), title: one.title, change: then ? 'changed' : 'added', fields }];
  });
  const gone = before
    .filter((one) => !kept.has(idOf(one)))
    .map((one): PackDifference => ({
      part,
      id: idOf(one),
      title: one.title,
      change: 'removed',
      fields: differing(fieldsOf(one), []),
    }));
  return [...newer, ...gone];
}

/** Fields of either side by their label, those that differ. */
function differing(before: readonly Field[], after: readonly Field[]): FieldDifference[] {
  const labels = new Map([...before, ...after].map(([label]) => [label.zh, label]));
  return [...labels.values()].flatMap((label) => {
    const then = before.find(([one]) => one.zh === label.zh)?.[1] ?? null;
    const now = after.find(([one]) => one.zh === label.zh)?.[1] ?? null;
    return then?.zh === now?.zh && then?.en === now?.en ? [] : [{ label, before: then, after: now }];
  });
}

const citationFields = ({ article, source, grade }: Citation): Field[] => [
  [said('条款', 'article'), article],
  [said('来源', 'source'), plain(source)],
  [said('核实程度', 'grade'), gradeInWords[grade]],
];

const packFields = (pack: RulePack): Field[] => [
  [said('标题', 'title'), pack.title],
  [said('年度', 'year'), plain(pack.year)],
  [said('级别', 'level'), authorityLevelInWords[pack.level]],
  [said('地区', 'area'), plain(pack.divisionCode)],
  [
    said('类别', 'classes'),
    pack.classes.length === 0
      ? said('不分类', 'none')
      : listedWords(pack.classes.map((one) => classInWords[one])),
  ],
  [said('命名规则', 'naming'), plain(pack.naming.pattern)],
  ...citationFields(pack.naming.citation).map(([label, value]): Field => [
    said(`命名${label.zh}`, `naming ${label.en}`),
    value,
  ]),
];

const severityInWords = {
  blocking: said('不予通过', 'blocks'),
  warning: said('提示', 'warns'),
};

const ruleFields = (rule: Rule): Field[] => [
  [said('名称', 'title'), rule.title],
  ...ruleParametersInWords(rule).map(({ label, value }): Field => [label, value]),
  [said('严重程度', 'severity'), severityInWords[rule.severity]],
  ...citationFields(rule.citation),
  [said('适用起始', 'holds from'), day(rule.from)],
  [said('适用截止', 'holds until'), day(rule.until)],
];

const dutyFields = (duty: Duty): Field[] => [
  [said('名称', 'title'), duty.title],
  [
    said('期限', 'due'),
    duty.dueDays === null
      ? said('随下次申报', 'with the next application')
      : said(`决赛后 ${duty.dueDays} 天`, `${duty.dueDays} days after the final`),
  ],
  ...citationFields(duty.citation),
];
