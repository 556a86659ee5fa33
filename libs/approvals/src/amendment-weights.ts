import type { Statement, StatedParty } from './application-statement.js';

export type AmendmentWeight = 'minor' | 'substantial';

type Weigh = AmendmentWeight | ((before: Statement, after: Statement) => AmendmentWeight);

const weighed = (minor: boolean): AmendmentWeight => (minor ? 'minor' : 'substantial');

/** City of a six-digit code: its first four digits. */
const cityOf = (code: string | null): string | null => code?.slice(0, 4) ?? null;

const hosting = (parties: readonly StatedParty[]): string =>
  JSON.stringify(
    parties
      .filter(({ part }) => part === 'lead' || part === 'coHost' || part === 'organiser')
      .map(({ part, organisationId, name }) => [part, organisationId ?? name])
      .sort(),
  );

const sums = ({ content: { funding } }: Statement): string =>
  JSON.stringify([funding?.totalYuan ?? null, funding?.sources ?? []]);

/**
 * How much a change 变更 of each field weighs once class status is granted. What the grant was given for – name, class,
 * edition, year, industry, city, occupations, groups, hosts and organisers, money, and what the applicant said of
 * itself – is substantial 重大: reviewed again. The rest is minor 一般: recorded and in force at once. A decision of this
 * house (D), kept in one table; no published rule lists it.
 */
export const amendmentWeights: Record<string, Weigh> = {
  name: 'substantial',
  edition: 'substantial',
  class: 'substantial',
  heldYear: 'substantial',
  industry: 'substantial',
  // In the same city it is the same event to those who travel there.
  place: (before, after) =>
    weighed(
      cityOf(before.placeDivisionCode) === cityOf(after.placeDivisionCode) &&
        before.placeDivisionCode !== null,
    ),
  // Within the year in which it is to be held.
  finalDates: (_, after) =>
    weighed(
      [after.finalFrom, after.finalTo].every(
        (day) => day !== null && Number(day.slice(0, 4)) === after.heldYear,
      ),
    ),
  // Who helps is the host's affair; who hosts and who runs it is not.
  parties: (before, after) => weighed(hosting(before.parties) === hosting(after.parties)),
  occupations: 'substantial',
  purpose: 'minor',
  contact: 'minor',
  groups: 'substantial',
  schedule: 'minor',
  venue: (before, after) => weighed((before.content.venue?.city ?? '') === (after.content.venue?.city ?? '')),
  experts: 'minor',
  judges: 'minor',
  // A note may change; the sums and who gives them may not.
  funding: (before, after) => weighed(sums(before) === sums(after)),
  scale: 'minor',
  earlierEditions: 'substantial',
  inspectionYears: 'substantial',
  business: 'substantial',
};

/** What a change of this field weighs. A field that nobody thought of is substantial. */
export function amendmentWeight(field: string, before: Statement, after: Statement): AmendmentWeight {
  const weigh = amendmentWeights[field] ?? 'substantial';
  return typeof weigh === 'function' ? weigh(before, after) : weigh;
}
