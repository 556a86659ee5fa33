import { newId } from '@luban/platform';
import type { ApplicationContent } from './application-content.js';
import type { StatedOccupation, StatedParty, Statement } from './application-statement.js';
import type { ClassApplication } from './class-application.entity.js';

/**
 * A new draft from an application of an earlier year. What belongs to the contest carries over: name, authority, class,
 * industry, place, organisations, occupations with their reasons, purpose, groups, venue, experts, judges, scale,
 * business, contact. What belongs to the year does not: dates, edition, money, inspection years, documents and the
 * stamped form, the policy. The copied edition itself is added to the earlier editions where it was granted.
 */
export function copiedApplication(
  source: ClassApplication,
  statement: Statement,
  { planYear, edition, by, at }: { planYear: number; edition?: string | null; by: string | null; at: Date },
): { application: ClassApplication; parties: StatedParty[]; occupations: StatedOccupation[] } {
  const application: ClassApplication = {
    ...source,
    id: newId(),
    planYear,
    heldYear: planYear,
    edition: edition?.trim() || null,
    finalFrom: null,
    finalTo: null,
    state: 'draft',
    content: contentOfNextYear(source, statement, planYear),
    contentVersion: 1,
    rulePackId: null,
    policy: null,
    submittedAt: null,
    completionDueAt: null,
    decidedAt: null,
    historic: false,
    synthetic: null,
    createdBy: by,
    createdAt: at,
    version: 1,
  };
  return {
    application,
    parties: statement.parties.map((party) => ({ ...party, id: newId() })),
    occupations: statement.occupations.map((occupation) => ({ ...occupation, id: newId() })),
  };
}

function contentOfNextYear(
  source: ClassApplication,
  { content, occupations }: Statement,
  planYear: number,
): ApplicationContent {
  const { funding: _money, schedule: _dates, inspectionYears: _years, ...kept } = content;
  const held = source.state === 'granted' || source.state === 'grantedWithConditions';
  const itself = {
    year: source.heldYear,
    name: source.name,
    occupations: occupations.map(({ name }) => name),
    ...(content.scale?.competitors !== undefined && { competitors: content.scale.competitors }),
  };
  const editions = [...(content.earlierEditions ?? []), ...(held ? [itself] : [])].filter(
    ({ year }, index, all) =>
      year < planYear && year >= planYear - 5 && all.findIndex((other) => other.year === year) === index,
  );
  return { ...kept, ...(editions.length > 0 && { earlierEditions: editions }) };
}
