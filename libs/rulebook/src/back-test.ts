import type { ClassSubject } from './class-subject.js';
import type { Finding } from './finding.js';
import { decisionOf, holdAgainst, severityOf } from './hold-against.js';
import type { ContestClass, Rule, RulePack, Words } from './rule-pack.js';
import { classInWords, said } from './words.js';

export type ClassDecision = 'grant' | 'decline';

/** A case of the past to be decided again. */
export interface BackTestCase {
  /** As it stands in the record. */
  officialName: string;
  planYear: number;
  classThen: ContestClass | null;
  /** What was decided then: a contest of a published list was granted. */
  decisionThen: ClassDecision;
  subject: ClassSubject;
  /** Why no pack of class status speaks of it: 专项. Null: it is in scope. */
  outOfScope: Words | null;
}

/** What the pack makes of it. Out of scope: no decision and no findings. */
export interface BackTestLine extends Omit<BackTestCase, 'subject'> {
  decision: ClassDecision | null;
  flips: boolean;
  /** What decides: the blocking findings, or, where nothing blocks, the passed ones that could have blocked. */
  deciding: Finding[];
  /** Passed as well, and could not have blocked. */
  passed: Finding[];
  warnings: Finding[];
  unknown: Finding[];
}

export interface BackTest {
  lines: BackTestLine[];
  counts: {
    cases: number;
    inScope: number;
    outOfScope: number;
    granted: number;
    declined: number;
    flips: number;
    warned: number;
  };
}

/**
 * Replays a pack over the past, case by case and in their order, as if it had been in force then: every rule of it is
 * held, whatever dates the rules carry.
 */
export function backTest(pack: RulePack, cases: readonly BackTestCase[]): BackTest {
  const lines = cases.map((one) => replay(pack, one));
  const inScope = lines.filter(({ decision }) => decision !== null);
  return {
    lines,
    counts: {
      cases: lines.length,
      inScope: inScope.length,
      outOfScope: lines.length - inScope.length,
      granted: inScope.filter(({ decision }) => decision === 'grant').length,
      declined: inScope.filter(({ decision }) => decision === 'decline').length,
      flips: lines.filter(({ flips }) => flips).length,
      warned: lines.filter(({ warnings }) => warnings.length > 0).length,
    },
  };
}

/** Why a pack does not speak of a class: it grants others, or none. A case without a class is of a level without. */
const classNotGranted = ({ classes }: RulePack, kind: ContestClass | null): Words | null =>
  kind === null || classes.includes(kind)
    ? null
    : said(`本规则包不设${classInWords[kind].zh}`, `this pack grants no ${classInWords[kind].en}`);

/** Rules that can never be held, because they are about a class that the pack does not grant. */
export const idleRules = ({ classes, rules }: RulePack): Rule[] =>
  rules.filter(({ parameters }) => {
    const wanted =
      'class' in parameters && parameters.class !== null
        ? [parameters.class]
        : 'classes' in parameters
          ? parameters.classes.filter((one) => one === 'one' || one === 'two')
          : [];
    return wanted.length > 0 && !wanted.some((one) => classes.includes(one));
  });

function replay(pack: RulePack, { subject, ...then }: BackTestCase): BackTestLine {
  const outOfScope = then.outOfScope ?? classNotGranted(pack, then.classThen);
  if (outOfScope !== null)
    return {
      ...then,
      outOfScope,
      decision: null,
      flips: false,
      deciding: [],
      passed: [],
      warnings: [],
      unknown: [],
    };
  const findings = holdAgainst(pack, { ...subject, submittedOn: null });
  const decision = decisionOf(findings);
  const of = (wanted: Finding['severity']) => findings.filter(({ severity }) => severity === wanted);
  const blocks = new Set(pack.rules.filter((rule) => severityOf(rule) === 'blocking').map(({ id }) => id));
  const passed = of('passed');
  return {
    ...then,
    decision,
    flips: decision !== then.decisionThen,
    deciding: decision === 'decline' ? of('blocking') : passed.filter(({ code }) => blocks.has(code)),
    passed: decision === 'decline' ? passed : passed.filter(({ code }) => !blocks.has(code)),
    warnings: of('warning'),
    unknown: of('unknown'),
  };
}
