import { checks } from './checks.js';
import type { ClassSubject } from './class-subject.js';
import type { Finding } from './finding.js';
import type { Rule, RulePack } from './rule-pack.js';
import type { Verdict } from './verdict.js';

/**
 * Holds every rule of the pack that is about this class and in force on the day of submission against the subject: one
 * finding each, in the order of the pack. Absent evidence gives `unknown`; a clause graded unverified may warn and never
 * block, whatever the pack says.
 */
export const holdAgainst = (pack: RulePack, subject: ClassSubject): Finding[] =>
  pack.rules
    .filter((rule) => holdsOn(rule, subject.submittedOn))
    .flatMap((rule) => {
      const verdict = verdictOf(rule, subject);
      return verdict === null ? [] : [findingOf(rule, verdict)];
    });

/** What the findings come to: something blocks, or nothing does. Warnings and the unknown do not decide. */
export const decisionOf = (findings: readonly Finding[]): 'grant' | 'decline' =>
  findings.some(({ severity }) => severity === 'blocking') ? 'decline' : 'grant';

/** A failed rule is as hard as the pack says, unless its clause is unverified. */
export const severityOf = ({ severity, citation }: Pick<Rule, 'severity' | 'citation'>): Rule['severity'] =>
  citation.grade === 'unverified' ? 'warning' : severity;

function holdsOn({ from, until }: Rule, day: string | null): boolean {
  if (day === null) return true;
  return (from === null || from <= day) && (until === null || day <= until);
}

function findingOf(rule: Rule, { outcome, message, evidence }: Verdict): Finding {
  const severity = outcome === 'failed' ? severityOf(rule) : outcome;
  return {
    code: rule.id,
    check: rule.check,
    title: rule.title,
    severity,
    message,
    evidence:
      outcome === 'unknown'
        ? evidence.filter(({ value }) => value !== '')
        : evidence.map((one) => (one.value === '' ? { ...one, value: '无', valueEn: 'none' } : one)),
    citation: rule.citation,
  };
}

/** The union of rules is one of checks and parameters that belong together; the compiler sees them apart. */
function verdictOf(rule: Rule, subject: ClassSubject): Verdict | null {
  const check = checks[rule.check] as (
    parameters: Rule['parameters'],
    subject: ClassSubject,
  ) => Verdict | null;
  return check(rule.parameters, subject);
}
