import { giveAwards } from './award-rules.js';
import { albertVidal, bestOfDelegations, delegationTable } from './delegation-awards.js';
import type { DelegationBest, DelegationLine } from './delegation-awards.js';
import { assertPartsCoverScheme, entryTotal } from './entry-total.js';
import type { EntryInput, EntryTotal } from './entry-total.js';
import { scaleGroup } from './group-scale.js';
import type { GroupScale } from './group-scale.js';
import { warnOfMarks } from './mark-warnings.js';
import { statusRule } from './policy.js';
import type { Policy } from './policy.js';
import { rankGroup } from './ranking.js';
import type { Ruling } from './ruling.js';
import { Rulings } from './rulings.js';
import type { SchemeTree } from './scheme.js';
import { ScoringError } from './scoring-error.js';
import { byEntry } from './standing.js';
import type { Standing } from './standing.js';
import { Warnings } from './warning.js';
import type { ScoringWarning } from './warning.js';

/** What is to be placed: the entries of one skill (or of several, one group each), each `entry` once. */
export interface PlacingInput {
  policy: Policy;
  entries: readonly EntryInput[];
  /** Needed where entries carry scores. */
  scheme?: SchemeTree | null;
  rulings?: readonly Ruling[];
}

/** The outcome, with everything its explanations need. Standings: by group, then place, then the unplaced. */
export interface Ranking {
  policy: Policy;
  scheme: SchemeTree | null;
  groups: RankedGroup[];
  standings: Standing[];
  bestOfDelegation: DelegationBest[];
  albertVidal: Standing[];
  delegations: DelegationLine[];
  /** No marks are missing and no tie is undecided. */
  complete: boolean;
  warnings: ScoringWarning[];
}

/** One group 组别: ranked and awarded by itself. `field` counts those who competed, by the policy. */
export interface RankedGroup {
  group: string | null;
  scale: GroupScale;
  entries: number;
  field: number;
}

/**
 * Places entries by a policy: totals, scale, ranks, awards, best of delegations, medal table. Pure: the same input gives
 * the same result whatever the order of its entries. Never refuses for what is merely unfinished (that is warned of);
 * throws ScoringError for input that cannot be placed (`score.mixed-scores`, `score.bad-score`,
 * `score.criterion-without-part`).
 */
export function placeEntries(input: PlacingInput): Ranking {
  const { policy } = input;
  const scheme = input.scheme ?? null;
  if (scheme && input.entries.some((entry) => entry.scores)) assertPartsCoverScheme(scheme, policy);
  const warnings = new Warnings();
  const rulings = new Rulings(input.rulings ?? []);
  const standings: Standing[] = [];
  const groups: RankedGroup[] = [];
  for (const [group, members] of byGroup(input.entries, policy, scheme)) {
    const field = members.filter((standing) => statusRule(policy, standing.input.status).inField).length;
    const scale = scaleGroup(group, members, policy, warnings);
    warnOfMarks(group, members, warnings);
    const places = rankGroup(
      members.filter((standing) => standing.state === 'placed'),
      {
        policy,
        group,
        criteriaOrder: scheme?.criteria.map((criterion) => criterion.code) ?? [],
        rulings,
        warnings,
      },
    );
    giveAwards(places, policy.awards, field, { group, warnings });
    groups.push({ group, scale, entries: members.length, field });
    for (const place of places) for (const standing of place.members) standings.push(standing);
    for (const standing of members.filter((one) => one.state !== 'placed').sort(byEntry))
      standings.push(standing);
  }
  warnOfRulings(rulings, warnings);
  if (input.entries.length === 0)
    warnings.add('no-entries', { zh: '没有任何参赛单元。', en: 'There are no entries.' });
  const placed = standings.filter((standing) => standing.state === 'placed');
  return {
    policy,
    scheme,
    groups,
    standings,
    bestOfDelegation: policy.bestOfDelegation ? bestOfDelegations(placed, policy) : [],
    albertVidal: policy.albertVidal ? albertVidal(placed) : [],
    delegations: policy.delegationTable ? delegationTable(standings, policy.delegationTable) : [],
    complete: standings.every((standing) => standing.state !== 'notMarked' && !standing.undecided),
    warnings: warnings.list(),
  };
}

/** Standings by group, entries without a group first, then by the groups' names. */
function byGroup(
  entries: readonly EntryInput[],
  policy: Policy,
  scheme: SchemeTree | null,
): [string | null, Standing[]][] {
  const groups = new Map<string | null, Standing[]>();
  for (const [index, entry] of entries.entries()) {
    const members = groups.get(entry.group);
    const total = entryTotal(entry, scheme, policy);
    refuseInvalid(total, index);
    const standing = standingOf(entry, total, policy);
    if (members) members.push(standing);
    else groups.set(entry.group, [standing]);
  }
  return [...groups].sort(([a], [b]) => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1));
}

/** A score that cannot be one is a fault of the input, unlike one that is merely missing. */
function refuseInvalid(total: EntryTotal, index: number): void {
  const invalid = total.openAspects.find((mark) => mark.state === 'invalid');
  if (invalid?.problem)
    throw new ScoringError(
      'score.bad-score',
      invalid.problem,
      `entries[${index}].scores[${JSON.stringify(invalid.aspect)}]`,
    );
}

function standingOf(input: EntryInput, total: EntryTotal, policy: Policy): Standing {
  const marked = total.totalHundredths !== null || input.scaledScore !== null;
  return {
    input,
    total,
    state: !statusRule(policy, input.status).placed ? 'status' : marked ? 'placed' : 'notMarked',
    scaledScore: null,
    key: 0,
    rank: null,
    position: null,
    undecided: false,
    award: null,
    awardRule: null,
    tieTrail: null,
    ruling: null,
  };
}

function warnOfRulings(rulings: Rulings, warnings: Warnings): void {
  for (const ruling of rulings.leftOver())
    warnings.add(
      'ruling-unused',
      {
        zh: `裁定(${ruling.by})所列参赛单元并非恰好一组未决并列,未予采用。`,
        en: `The ruling by ${ruling.by} does not name exactly the entries of one undecided tie; it was not applied.`,
      },
      { entries: ruling.entries },
    );
}
