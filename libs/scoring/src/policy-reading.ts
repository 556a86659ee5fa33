import { readAwards, readDelegationTable } from './award-reading.js';
import { readClause } from './clause-reading.js';
import {
  absent,
  arrayAt,
  booleanAt,
  integerAt,
  nameAt,
  namesAt,
  objectAt,
  oneOf,
  onlyKeys,
  own,
} from './json-reading.js';
import type { JsonObject } from './json-reading.js';
import { namedPolicy, POLICY_NAMES } from './named-policies.js';
import { UNCITED } from './own-clauses.js';
import { WORLDSKILLS_SCALE } from './worldskills-clauses.js';
import { MEAN_OF_THREE, TRIMMED_MEAN_OF_FIVE } from './panel-rule.js';
import type { PanelRule } from './panel-rule.js';
import { readParts } from './parts-reading.js';
import type { Policy, RoundingRule, ScaleRule, StatusesRule, TieBreakRule } from './policy.js';
import { ScoringError } from './scoring-error.js';

/** Every part of a policy and how it is read; the keys are all a policy object may hold besides name and basedOn. */
const READERS: {
  [K in Exclude<keyof Policy, 'name'>]: (value: unknown, path: string, base?: Policy) => Policy[K];
} = {
  scale: readScale,
  judgement: (value, path) =>
    withClause(value, path, 'panel', (panel, at) => ({ panel: readPanel(panel, at) })),
  rounding: (value, path) =>
    withClause(value, path, 'stage', (stage, at): Omit<RoundingRule, 'clause'> => ({
      stage: oneOf(stage, at, ['aspect', 'subCriterion', 'part', 'total']),
    })),
  parts: readParts,
  deductions: (value, path) => ({ clause: readClause(objectAt(value, path), path) }),
  statuses: readStatuses,
  rank: (value, path) =>
    withClause(value, path, 'kind', (kind, at) => ({
      kind: oneOf(kind, at, ['dense', 'competition', 'neverTied']),
    })),
  tieBreaks: (value, path) =>
    arrayAt(value, path, 20).map((rule, index) => readTieBreak(rule, `${path}[${index}]`)),
  awards: readAwards,
  bestOfDelegation: readSpecial,
  albertVidal: readSpecial,
  delegationTable: readDelegationTable,
};

/**
 * A policy from a bundle or a rule pack: the name of one that ships, or an object. An object named like one that ships,
 * or with `basedOn`, takes that policy and replaces the parts it gives; any other must give every part. Short forms are
 * in docs/formats.md. Errors: `score.policy-missing`, `score.policy-unknown`, `score.policy-incomplete`,
 * `score.unknown-field`, `score.bad-type`, `score.weights-not-100`.
 */
export function readPolicy(value: unknown, path = 'policy'): Policy {
  if (value === undefined || value === null)
    throw new ScoringError(
      'score.policy-missing',
      {
        zh: `缺少 policy;可用:${POLICY_NAMES.join('、')},或一个规则对象。`,
        en: `The policy is missing; give one of ${POLICY_NAMES.join(', ')}, or an object.`,
      },
      path,
    );
  if (typeof value === 'string') return shipped(value, path);
  const given = objectAt(value, path);
  onlyKeys(given, ['name', 'basedOn', ...Object.keys(READERS)], path);
  const name = nameAt(own(given, 'name'), `${path}.name`);
  const base = absent(given, 'basedOn')
    ? namedPolicy(name)
    : shipped(nameAt(own(given, 'basedOn'), `${path}.basedOn`), `${path}.basedOn`);
  const policy: Partial<Policy> = base ? { ...base } : {};
  for (const key of Object.keys(READERS) as (keyof typeof READERS)[])
    readPart(key, given, policy, path, base);
  return { ...(policy as Policy), name };
}

function readPart<K extends keyof typeof READERS>(
  key: K,
  given: JsonObject,
  policy: Partial<Policy>,
  path: string,
  base: Policy | undefined,
): void {
  const value = own(given, key);
  if (value !== undefined) policy[key] = READERS[key](value, `${path}.${key}`, base) as Policy[K];
  else if (!base)
    throw new ScoringError(
      'score.policy-incomplete',
      {
        zh: `规则对象缺少 ${key}。若要在现有规则上修改,请用 basedOn 指明:${POLICY_NAMES.join('、')}。`,
        en: `The policy object lacks ${key}. To change one that ships, say which with basedOn: ${POLICY_NAMES.join(', ')}.`,
      },
      `${path}.${key}`,
    );
}

function shipped(name: string, path: string): Policy {
  const policy = namedPolicy(name);
  if (policy) return policy;
  throw new ScoringError(
    'score.policy-unknown',
    {
      zh: `没有名为 ${JSON.stringify(name.slice(0, 60))} 的规则;可用:${POLICY_NAMES.join('、')}。`,
      en: `There is no policy ${JSON.stringify(name.slice(0, 60))}; there are ${POLICY_NAMES.join(', ')}.`,
    },
    path,
  );
}

/** An object with a clause, or the bare value of its one field. */
function withClause<T>(
  value: unknown,
  path: string,
  field: string,
  read: (value: unknown, path: string) => T,
): T & { clause: Policy['rank']['clause'] } {
  if (typeof value === 'string') return { ...read(value, path), clause: UNCITED };
  const object = objectAt(value, path);
  onlyKeys(object, [field, 'clause'], path);
  return { ...read(own(object, field), `${path}.${field}`), clause: readClause(object, path) };
}

function readScale(value: unknown, path: string): ScaleRule {
  if (value === 'none') return { kind: 'none', clause: UNCITED };
  if (value === 'median700')
    return {
      kind: 'median',
      base: 700,
      factor: 30,
      madConstantTenThousandths: 14_826,
      clause: WORLDSKILLS_SCALE,
    };
  const object = objectAt(value, path);
  onlyKeys(object, ['kind', 'base', 'factor', 'madConstantTenThousandths', 'clause'], path);
  const clause = readClause(object, path);
  if (oneOf(own(object, 'kind'), `${path}.kind`, ['none', 'median']) === 'none')
    return { kind: 'none', clause };
  const constant = own(object, 'madConstantTenThousandths');
  return {
    kind: 'median',
    base: integerAt(own(object, 'base') ?? 700, `${path}.base`, 0, 1_000_000),
    factor: integerAt(own(object, 'factor') ?? 30, `${path}.factor`, 1, 1000),
    madConstantTenThousandths: integerAt(
      constant ?? 14_826,
      `${path}.madConstantTenThousandths`,
      1,
      1_000_000,
    ),
    clause,
  };
}

function readPanel(value: unknown, path: string): PanelRule {
  if (value === 'mean-of-three') return MEAN_OF_THREE;
  if (value === 'trimmed-mean-of-five') return TRIMMED_MEAN_OF_FIVE;
  const object = objectAt(value, path);
  onlyKeys(object, ['judges', 'dropHighest', 'dropLowest', 'scores', 'spreadFrom'], path);
  const judges = integerAt(own(object, 'judges'), `${path}.judges`, 1, 99);
  const dropHighest = integerAt(own(object, 'dropHighest') ?? 0, `${path}.dropHighest`, 0, judges - 1);
  const spread = own(object, 'spreadFrom') ?? null;
  return {
    judges,
    dropHighest,
    dropLowest: integerAt(own(object, 'dropLowest') ?? 0, `${path}.dropLowest`, 0, judges - 1 - dropHighest),
    scores: oneOf(own(object, 'scores') ?? 'zeroToThree', `${path}.scores`, ['zeroToThree', 'marks']),
    spreadFrom: spread === null ? null : integerAt(spread, `${path}.spreadFrom`, 1, 1_000_000),
  };
}

function readStatuses(value: unknown, path: string, base?: Policy): StatusesRule {
  const object = objectAt(value, path);
  const statuses = ['absent', 'withdrawn', 'retired', 'disqualified'] as const;
  onlyKeys(object, [...statuses, 'clause'], path);
  const read = (status: (typeof statuses)[number]): StatusesRule[typeof status] => {
    if (absent(object, status))
      return base?.statuses[status] ?? { placed: false, inScale: false, inField: false };
    const at = `${path}.${status}`;
    const rule = objectAt(own(object, status), at);
    onlyKeys(rule, ['placed', 'inScale', 'inField'], at);
    return {
      placed: booleanAt(own(rule, 'placed') ?? false, `${at}.placed`),
      inScale: booleanAt(own(rule, 'inScale') ?? false, `${at}.inScale`),
      inField: booleanAt(own(rule, 'inField') ?? false, `${at}.inField`),
    };
  };
  return {
    absent: read('absent'),
    withdrawn: read('withdrawn'),
    retired: read('retired'),
    disqualified: read('disqualified'),
    clause: readClause(object, path),
  };
}

function readTieBreak(value: unknown, path: string): TieBreakRule {
  const object = objectAt(value, path);
  onlyKeys(object, ['by', 'part', 'alsoCalled', 'order', 'clause'], path);
  const clause = readClause(object, path);
  const by = oneOf(own(object, 'by'), `${path}.by`, ['part', 'eachPart', 'criterion', 'time']);
  if (by === 'time') return { by, clause };
  if (by === 'part')
    return {
      by,
      part: nameAt(own(object, 'part'), `${path}.part`),
      alsoCalled: namesAt(own(object, 'alsoCalled') ?? [], `${path}.alsoCalled`),
      clause,
    };
  return { by, order: namesAt(own(object, 'order') ?? [], `${path}.order`), clause };
}

function readSpecial(value: unknown, path: string): Policy['albertVidal'] {
  if (value === null || value === false) return null;
  if (value === true) return { clause: UNCITED };
  const object = objectAt(value, path);
  onlyKeys(object, ['clause'], path);
  return { clause: readClause(object, path) };
}
