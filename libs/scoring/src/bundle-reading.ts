import type { EnteredValue } from './calculation.js';
import { MARK_MAX_HUNDREDTHS, parseMark } from './decimal.js';
import type { Deduction, EntryInput } from './entry-total.js';
import {
  absent,
  arrayAt,
  integerAt,
  nameAt,
  objectAt,
  oneOf,
  own,
  textAt,
  wrongType,
} from './json-reading.js';
import type { JsonObject } from './json-reading.js';
import type { PlacingInput } from './placing.js';
import { ENTRY_STATUSES } from './policy.js';
import { readPolicy } from './policy-reading.js';
import type { Ruling } from './ruling.js';
import { aspectsOf } from './scheme-checks.js';
import { readScheme } from './scheme-reading.js';
import type { Scores } from './scheme-total.js';
import { ScoringError } from './scoring-error.js';

export const ENTRIES_MAX = 1_000_000;

/** A `luban.score/1` bundle, read and checked. */
export interface ScoreBundle extends PlacingInput {
  /** The policy's name where the bundle gave a name, else null: the result then shows the whole policy. */
  policyName: string | null;
  /** Entries whose placing is to carry its explanation; `all` for every one. */
  explain: ReadonlySet<string> | 'all';
  /** Names of fields nobody reads, as they may be misspelt; at most twenty. */
  unknownFields: readonly string[];
}

const BUNDLE_FIELDS = ['format', 'policy', 'entries', 'scheme', 'rulings', 'explain'];
const ENTRY_FIELDS = [
  'entry',
  'delegation',
  'group',
  'status',
  'total',
  'scaledScore',
  'scores',
  'parts',
  'timeSeconds',
  'deductions',
];

/**
 * Reads a `luban.score/1` bundle from parsed JSON (docs/formats.md). Throws ScoringError with a code, a message and the
 * path of the first fault; fields it does not know are listed, not refused.
 */
export function readBundle(value: unknown): ScoreBundle {
  const bundle = objectAt(value, '', 'score.bad-format');
  if (own(bundle, 'format') !== 'luban.score/1')
    throw wrongType(
      own(bundle, 'format'),
      'format',
      ' "luban.score/1"',
      '"luban.score/1"',
      'score.bad-format',
    );
  const policy = readPolicy(own(bundle, 'policy'));
  const scheme = absent(bundle, 'scheme') ? null : readScheme(own(bundle, 'scheme'));
  const aspects = scheme && new Set([...aspectsOf(scheme)].map((aspect) => aspect.id));
  const unknown = new Set(Object.keys(bundle).filter((key) => !BUNDLE_FIELDS.includes(key)));
  const seen = new Set<string>();
  const entries = arrayAt(own(bundle, 'entries'), 'entries', ENTRIES_MAX).map((entry, index) => {
    const path = `entries[${index}]`;
    const object = objectAt(entry, path);
    for (const key in object) if (unknown.size < 20 && !ENTRY_FIELDS.includes(key)) unknown.add(key);
    const read = readEntry(object, path, aspects);
    if (seen.has(read.entry)) throw doubledEntry(read.entry, path);
    seen.add(read.entry);
    return read;
  });
  return {
    policy,
    policyName: typeof own(bundle, 'policy') === 'string' ? policy.name : null,
    scheme,
    entries,
    rulings: readRulings(own(bundle, 'rulings') ?? [], seen),
    explain: readExplain(own(bundle, 'explain') ?? [], seen),
    unknownFields: [...unknown].sort(),
  };
}

function readEntry(object: JsonObject, path: string, aspects: ReadonlySet<string> | null): EntryInput {
  const optional = <T>(key: string, read: (value: unknown, path: string) => T): T | null =>
    absent(object, key) ? null : read(own(object, key), `${path}.${key}`);
  const entry: EntryInput = {
    entry: nameAt(own(object, 'entry'), `${path}.entry`),
    delegation: optional('delegation', textAt),
    group: optional('group', textAt),
    status:
      optional('status', (value, at) => oneOf(value, at, ENTRY_STATUSES, 'score.unknown-status')) ??
      'competed',
    totalHundredths: optional('total', parseMark),
    scaledScore: optional('scaledScore', (value, at) => integerAt(value, at, -1_000_000_000, 1_000_000_000)),
    parts: optional('parts', readParts),
    timeSeconds: optional('timeSeconds', (value, at) => integerAt(value, at, 0, 1_000_000_000)),
    deductions: optional('deductions', readDeductions) ?? [],
    scores: optional('scores', (value, at) => readScores(value, at, aspects)),
  };
  if (entry.status === 'competed' && nothingGiven(entry)) throw totalMissing(entry.entry, path);
  if (entry.deductions.length > 0 && entry.scaledScore !== null) throw deductionOnScaled(entry.entry, path);
  return entry;
}

function nothingGiven(entry: EntryInput): boolean {
  return (
    entry.totalHundredths === null &&
    entry.scaledScore === null &&
    entry.scores === null &&
    (entry.parts === null || entry.parts.size === 0)
  );
}

function readParts(value: unknown, path: string): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(objectAt(value, path)).map(([name, mark]) => [
      name,
      parseMark(mark, `${path}[${JSON.stringify(name)}]`),
    ]),
  );
}

function readDeductions(value: unknown, path: string): Deduction[] {
  return arrayAt(value, path, 1000).map((deduction, index) => {
    const at = `${path}[${index}]`;
    const object = objectAt(deduction, at);
    return {
      hundredths: parseMark(own(object, 'marks'), `${at}.marks`),
      reason: nameAt(own(object, 'reason'), `${at}.reason`),
    };
  });
}

/** Aspect id → value, or the judges' scores as a list or as judge → score; who gave which does not matter here. */
function readScores(value: unknown, path: string, aspects: ReadonlySet<string> | null): Scores {
  if (!aspects)
    throw new ScoringError(
      'score.scheme-missing',
      {
        zh: '给出 scores 时,顶层须有 scheme。',
        en: 'Scores need the scheme at the top level of the bundle.',
      },
      path,
    );
  const scores = new Map<string, readonly EnteredValue[]>();
  for (const [aspect, given] of Object.entries(objectAt(value, path))) {
    const at = `${path}[${JSON.stringify(aspect)}]`;
    if (!aspects.has(aspect))
      throw new ScoringError(
        'score.unknown-aspect',
        { zh: `评分方案中没有评分点 ${aspect}。`, en: `The scheme has no aspect ${aspect}.` },
        at,
      );
    const many = typeof given === 'object' && given !== null ? Object.values(given) : [given];
    if (many.length > 100) arrayAt(many, at, 100);
    scores.set(
      aspect,
      many.map((one: unknown) => enteredAt(one, at)),
    );
  }
  return scores;
}

function enteredAt(value: unknown, path: string): EnteredValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return textAt(value, path);
  if (typeof value === 'number' && Math.abs(value) <= MARK_MAX_HUNDREDTHS * 100) return value;
  throw wrongType(value, path, '数值、字符串、真假值或 null', 'a number, a string, true, false or null');
}

function readRulings(value: unknown, known: ReadonlySet<string>): Ruling[] {
  const named = new Set<string>();
  return arrayAt(value, 'rulings', ENTRIES_MAX).map((ruling, index) => {
    const path = `rulings[${index}]`;
    const object = objectAt(ruling, path);
    const entries = arrayAt(own(object, 'entries'), `${path}.entries`, ENTRIES_MAX).map((entry, place) => {
      const at = `${path}.entries[${place}]`;
      const name = nameAt(entry, at);
      if (!known.has(name)) throw unknownEntry(name, at);
      if (named.has(name)) throw doubledEntry(name, at);
      named.add(name);
      return name;
    });
    return {
      entries,
      by: nameAt(own(object, 'by'), `${path}.by`),
      reason: nameAt(own(object, 'reason'), `${path}.reason`),
    };
  });
}

function readExplain(value: unknown, known: ReadonlySet<string>): ReadonlySet<string> | 'all' {
  if (value === true || value === 'all') return 'all';
  if (value === false) return new Set();
  return new Set(
    arrayAt(value, 'explain', ENTRIES_MAX).map((entry, index) => {
      const name = nameAt(entry, `explain[${index}]`);
      if (!known.has(name)) throw unknownEntry(name, `explain[${index}]`);
      return name;
    }),
  );
}

function unknownEntry(entry: string, path: string): ScoringError {
  return new ScoringError(
    'score.unknown-entry',
    { zh: `没有参赛单元 ${entry}。`, en: `There is no entry ${entry}.` },
    path,
  );
}

function doubledEntry(entry: string, path: string): ScoringError {
  return new ScoringError(
    'score.doubled-entry',
    { zh: `参赛单元 ${entry} 出现多次。`, en: `The entry ${entry} is given more than once.` },
    path,
  );
}

function totalMissing(entry: string, path: string): ScoringError {
  return new ScoringError(
    'score.total-missing',
    {
      zh: `参赛单元 ${entry} 没有成绩:须有 total、scaledScore、scores 或 parts 之一;若未参赛,请给出 status。`,
      en: `Entry ${entry} has no marks: give total, scaledScore, scores or parts, or a status if it did not compete.`,
    },
    `${path}.total`,
  );
}

function deductionOnScaled(entry: string, path: string): ScoringError {
  return new ScoringError(
    'score.deduction-on-scaled-score',
    {
      zh: `参赛单元 ${entry} 直接给出标准分,不能再扣分;请给出 total。`,
      en: `Entry ${entry} brings a scaled score, from which nothing can be deducted; give its total instead.`,
    },
    `${path}.deductions`,
  );
}
