import type { ClassSubject } from './class-subject.js';
import type { Evidence, Finding } from './finding.js';
import type { CheckName, CheckParameters, Words } from './rule-pack.js';
import { listed, listedWords, said } from './words.js';

export type Outcome = 'passed' | 'failed' | 'unknown';

/** What one check found, before the rule says how hard it is. */
export interface Verdict {
  outcome: Outcome;
  message: Words;
  evidence: Finding['evidence'];
}

/** A check answers null where the rule is not about this subject: another class. */
export type Check<Name extends CheckName> = (
  parameters: CheckParameters[Name],
  subject: ClassSubject,
) => Verdict | null;

/** One failure fails the whole; without one, whatever is not known leaves it unknown. */
export function together(outcomes: readonly Outcome[], complete = true): Outcome {
  if (outcomes.includes('failed')) return 'failed';
  return !complete || outcomes.includes('unknown') ? 'unknown' : 'passed';
}

/** The evidence is absent: what was looked for. */
export const notStated = (what: Words): Verdict => ({
  outcome: 'unknown',
  message: said(
    `没有${what.zh}的资料，无法判断。`,
    `Nothing is known about ${what.en}, so this cannot be judged.`,
  ),
  evidence: [],
});

/** What was looked at: a figure, a text, words in both languages, or a list of texts or words. */
export function evidenceOf(
  label: Words,
  value: string | number | Words | readonly (string | Words)[],
): Evidence {
  const { zh, en } =
    typeof value !== 'object'
      ? said(String(value), String(value))
      : 'zh' in value
        ? value
        : listedWords(value.map((one) => (typeof one === 'string' ? said(one, one) : one)));
  return zh === en ? { label, value: zh } : { label, value: zh, valueEn: en };
}

/** What is looked at occupation by occupation. */
export interface Judged {
  name: string;
  outcome: Outcome;
}

/** The verdict over the occupations: whom it names where it fails or cannot tell, and whether the source lists all. */
export function overOccupations(
  subject: ClassSubject,
  judged: readonly Judged[],
  words: { passed: Words; failed: (names: Words) => Words; unknown: (names: Words) => Words },
  evidence: Finding['evidence'],
): Verdict {
  const outcome = together(
    judged.map((one) => one.outcome),
    subject.occupationsComplete && judged.length > 0,
  );
  const named = (wanted: Outcome) =>
    listed(judged.filter((one) => one.outcome === wanted).map(({ name }) => name));
  if (outcome === 'failed') return { outcome, message: words.failed(named('failed')), evidence };
  if (outcome === 'passed') return { outcome, message: words.passed, evidence };
  const message = judged.some((one) => one.outcome === 'unknown')
    ? words.unknown(named('unknown'))
    : said(
        '来源没有列全职业，其余职业无法判断。',
        'The source does not list all occupations; the others cannot be judged.',
      );
  return { outcome, message, evidence };
}

export const occupationNames = (subject: ClassSubject): string[] =>
  (subject.occupations ?? []).map(({ name }) => name);
