import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ApplicationContent } from './application-content.js';
import { ApplicationOccupation } from './application-occupation.entity.js';
import { ApplicationParty } from './application-party.entity.js';
import type { ClassApplication } from './class-application.entity.js';

export type StatedParty = Omit<ApplicationParty, 'applicationId'>;
export type StatedOccupation = Omit<ApplicationOccupation, 'applicationId'>;

/** All that an applicant states: what is printed, stamped and submitted. Documents are not part of it. */
export interface Statement {
  level: ClassApplication['level'];
  divisionCode: string;
  planYear: number;
  heldYear: number;
  class: ClassApplication['class'];
  leadOrganisationId: string;
  name: string;
  edition: string | null;
  industryCode: string | null;
  placeDivisionCode: string | null;
  finalFrom: string | null;
  finalTo: string | null;
  content: ApplicationContent;
  parties: StatedParty[];
  occupations: StatedOccupation[];
}

/** The statement as it stands now. */
export async function statementOf(tx: EntityManager, application: ClassApplication): Promise<Statement> {
  const where = { applicationId: application.id };
  const order = { position: 'ASC' } as const;
  const parties = await tx.find(ApplicationParty, { where, order });
  const occupations = await tx.find(ApplicationOccupation, { where, order });
  return stated(
    application,
    parties.map(({ applicationId: _application, ...party }) => party),
    occupations.map(({ applicationId: _application, ...occupation }) => occupation),
  );
}

/** Columns, parties and occupations as one statement. */
export const stated = (
  application: ClassApplication,
  parties: StatedParty[],
  occupations: StatedOccupation[],
): Statement => ({
  level: application.level,
  divisionCode: application.divisionCode,
  planYear: application.planYear,
  heldYear: application.heldYear,
  class: application.class,
  leadOrganisationId: application.leadOrganisationId,
  name: application.name,
  edition: application.edition,
  industryCode: application.industryCode,
  placeDivisionCode: application.placeDivisionCode,
  finalFrom: application.finalFrom,
  finalTo: application.finalTo,
  content: application.content,
  parties,
  occupations,
});

/** Digits and letters that are not mistaken for one another on paper (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The page code 页码校验码 of a printed form, `12-K7QD-2M9X`: the version of the data and a digest of all that is stated.
 * A page with another code shows other data.
 */
export function pageCodeOf(
  { id, contentVersion }: Pick<ClassApplication, 'id' | 'contentVersion'>,
  statement: Statement,
): string {
  return `${contentVersion}-${checkCodeOf({ id, contentVersion, statement: withoutIds(statement) })}`;
}

/** A digest `K7QD-2M9X` of anything that can be written as JSON, in letters that are read well from paper. */
export function checkCodeOf(facts: unknown): string {
  const digest = createHash('sha256').update(canonical(facts)).digest();
  const code = [...digest.subarray(0, 8)].map((byte) => letters[byte & 31]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Whether two statements say the same. Ids of rows say nothing. */
export const saysTheSame = (one: Statement, other: Statement): boolean =>
  canonical(withoutIds(one)) === canonical(withoutIds(other));

/** A code as somebody types it from paper: `12 – k7qd 2m9x`, with O for 0 and I for 1. Null: not a code at all. */
export function readPageCode(typed: string): { code: string; contentVersion: number } | null {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  const found = /^\s*V?(\d{1,6})[^0-9A-Z]+([0-9A-Z]{4})[^0-9A-Z]*([0-9A-Z]{4})\s*$/.exec(plain);
  if (!found) return null;
  const [, version = '', first = '', second = ''] = found;
  return { code: `${Number(version)}-${first}-${second}`, contentVersion: Number(version) };
}

const withoutIds = ({ parties, occupations, ...rest }: Statement): object => ({
  ...rest,
  parties: parties.map(({ id: _id, ...party }) => party),
  occupations: occupations.map(({ id: _id, ...occupation }) => occupation),
});

/** JSON with the keys of every object in order, without what is not there. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
