import type { TieBreakRule } from './policy.js';
import type { Said } from './scoring-error.js';
import { byEntry, runsOf } from './standing.js';
import type { Standing, TieBreak } from './standing.js';
import type { Warnings } from './warning.js';

/** Entries still tied after the tie-breaks; `closed`: a comparison lacked values, so no later one may decide. */
export interface TiedRun {
  members: Standing[];
  closed: boolean;
}

export interface TieBreakContext {
  group: string | null;
  /** The scheme's criteria in order, for `criterion` without an order of its own. */
  criteriaOrder: readonly string[];
  warnings: Warnings;
}

/**
 * Separates entries of equal key by the rules in order, best first. A comparison that nobody has values for is passed
 * over; one that only some have values for closes the run: a later rule must not decide what an earlier one could not.
 */
export function applyTieBreaks(
  tied: Standing[],
  rules: readonly TieBreakRule[],
  context: TieBreakContext,
): TiedRun[] {
  let runs: TiedRun[] = [{ members: tied, closed: false }];
  for (const rule of rules)
    runs = runs.flatMap((run) =>
      run.closed || run.members.length === 1
        ? [run]
        : separate(run.members, comparisons(rule, run.members, context.criteriaOrder), 0, context),
    );
  return runs;
}

function separate(
  members: Standing[],
  tieBreaks: readonly TieBreak[],
  from: number,
  context: TieBreakContext,
): TiedRun[] {
  for (let i = from; i < tieBreaks.length; i++) {
    const tieBreak = tieBreaks[i] as TieBreak;
    const known = members.filter((standing) => tieBreak.valueOf(standing) !== null).length;
    if (known < members.length) {
      note(members, tieBreak, known === 0 ? 'absent' : 'incomplete');
      if (known === 0) continue;
      context.warnings.add('tie-break-incomplete', incomplete(tieBreak.name, members.length, known), {
        group: context.group,
        entries: members.map((standing) => standing.input.entry),
      });
      return [{ members, closed: true }];
    }
    const value = (standing: Standing): number => tieBreak.valueOf(standing) as number;
    const sign = tieBreak.rule.by === 'time' ? -1 : 1;
    members.sort((a, b) => sign * (value(b) - value(a)) || byEntry(a, b));
    const runs = runsOf(members, value);
    note(members, tieBreak, runs.length > 1 ? 'separated' : 'equal');
    if (runs.length > 1)
      return runs.flatMap((run) =>
        run.length === 1 ? [{ members: run, closed: false }] : separate(run, tieBreaks, i + 1, context),
      );
  }
  return [{ members, closed: false }];
}

/** The comparisons a rule means for these tied entries, in order. */
function comparisons(
  rule: TieBreakRule,
  tied: readonly Standing[],
  criteriaOrder: readonly string[],
): TieBreak[] {
  switch (rule.by) {
    case 'time':
      return [{ rule, name: '', valueOf: (standing) => standing.input.timeSeconds }];
    case 'part':
      return [byPart(rule, [rule.part, ...rule.alsoCalled])];
    case 'eachPart':
      return rule.order.length > 0
        ? rule.order.map((name) => byPart(rule, [name]))
        : byCommonParts(rule, tied);
    case 'criterion': {
      if (!tied.some((standing) => standing.total.criteria)) return [];
      const codes = rule.order.length > 0 ? rule.order : criteriaOrder;
      return codes.map((name) => ({
        rule,
        name,
        valueOf: (standing) => standing.total.criteria?.get(name) ?? null,
      }));
    }
  }
}

function byPart(rule: TieBreakRule, names: readonly string[]): TieBreak {
  return {
    rule,
    name: names[0] as string,
    valueOf: ({ total: { parts } }) => {
      if (parts) for (const name of names) if (parts.has(name)) return parts.get(name) as number;
      return null;
    },
  };
}

/**
 * Part by part in the order of their names. The tied entries must have the same parts: where they differ the first
 * difference found stops the comparison, before any part could favour whoever happens to have it.
 */
function byCommonParts(rule: TieBreakRule, tied: readonly Standing[]): TieBreak[] {
  const all = new Set<string>();
  for (const standing of tied) for (const name of standing.total.parts?.keys() ?? []) all.add(name);
  const odd = [...all].find((name) => tied.some((standing) => !standing.total.parts?.has(name)));
  return (odd === undefined ? [...all].sort() : [odd]).map((name) => byPart(rule, [name]));
}

function note(
  members: readonly Standing[],
  tieBreak: TieBreak,
  outcome: 'separated' | 'equal' | 'absent' | 'incomplete',
): void {
  for (const standing of members)
    (standing.tieTrail ??= []).push({
      tieBreak,
      tiedEntries: members.length,
      value: tieBreak.valueOf(standing),
      outcome,
    });
}

function incomplete(name: string, tied: number, known: number): Said {
  const what = name === '' ? { zh: '用时', en: 'time' } : { zh: `“${name}”`, en: `"${name}"` };
  return {
    zh: `${tied} 个并列参赛单元中只有 ${known} 个有${what.zh},无法据此区分。`,
    en: `Only ${known} of ${tied} tied entries have a ${what.en}; it cannot separate them.`,
  };
}
