import { type Actor, systemActor } from '@luban/audit';
import { jurisdictionsFor, overseenSql, type ReachSql } from '@luban/identity';
import { isId, NotFound, type Page, pageOf } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { applicantOrganisations } from './application-reach.js';
import { areaNameSql, authoritySql } from './filing-areas.js';
import type { FilingAction, FilingDto, FilingFilterDto, FilingQuery } from './filing.dto.js';
import { Filing } from './filing.entity.js';
import './filing-messages.js';

/** Rows that one export holds at most. */
const exportedMax = 20_000;

const columns = `f.id, f.number, f.organisation_id AS "organisationId", o.name AS "organisationName", f.level,
  f.division_code AS "divisionCode", ${areaNameSql('f.division_code')} AS "areaName",
  authority_name AS "authorityName", f.plan_year AS "planYear", f.name, f.occupations,
  f.starts_on::text AS "startsOn", f.ends_on::text AS "endsOn", f.place, f.competitors, f.contact,
  f.filed_at AS "filedAt", f.event_id AS "eventId", f.withdrawn_at AS "withdrawnAt",
  f.withdrawal_reason AS "withdrawalReason", f.version`;

/** Which filings the actor sees: his organisation's own, and those in the area his authority watches over. */
export async function filingsInReach(tx: EntityManager, actor: Actor, firstParam: number): Promise<ReachSql> {
  if (actor === systemActor) return { sql: 'TRUE', params: [] };
  const areas = await jurisdictionsFor(tx, actor, 'filings.read');
  const overseen = overseenSql(areas, 'f.division_code', firstParam + 1);
  return {
    sql: `(f.organisation_id = ANY($${firstParam}::uuid[]) OR ${overseen.sql})`,
    params: [applicantOrganisations(actor), ...overseen.params],
  };
}

/** Newest first. */
export async function listFilings(
  tx: EntityManager,
  actor: Actor,
  { after, limit, ...filter }: FilingQuery,
): Promise<Page<FilingDto>> {
  const rows = await filingRows(tx, actor, filter, after ?? null, limit + 1);
  return pageOf(rows, limit, ({ id }) => id);
}

/** All that the filter leaves, in the order of their numbers. */
export async function allFilings(
  tx: EntityManager,
  actor: Actor,
  filter: FilingFilterDto,
): Promise<FilingDto[]> {
  const rows = await filingRows(tx, actor, filter, null, exportedMax);
  return rows.sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** Throws `NotFound` `approvals.filing-not-found`. */
export async function readFiling(tx: EntityManager, actor: Actor, id: string): Promise<FilingDto> {
  const reach = await filingsInReach(tx, actor, 2);
  const [row]: Omit<FilingDto, 'actions'>[] = isId(id)
    ? await tx.query(
        `SELECT ${columns} FROM filing f JOIN organisation o ON o.id = f.organisation_id
           ${authoritySql('f.division_code')} WHERE f.id = $1 AND ${reach.sql}`,
        [id, ...reach.params],
      )
    : [];
  if (!row) throw new NotFound('approvals.filing-not-found');
  return withActions(actor, row);
}

/** One that the actor sees, locked to be changed. Throws `NotFound` `approvals.filing-not-found`. */
export async function filingToChange(tx: EntityManager, actor: Actor, id: string): Promise<Filing> {
  const { id: found } = await readFiling(tx, actor, id);
  return tx.findOneOrFail(Filing, { where: { id: found }, lock: { mode: 'pessimistic_write' } });
}

async function filingRows(
  tx: EntityManager,
  actor: Actor,
  filter: FilingFilterDto,
  after: string | null,
  limit: number,
): Promise<FilingDto[]> {
  const reach = await filingsInReach(tx, actor, 8);
  const rows: Omit<FilingDto, 'actions'>[] = await tx.query(
    `SELECT ${columns} FROM filing f JOIN organisation o ON o.id = f.organisation_id
       ${authoritySql('f.division_code')}
      WHERE ($1::uuid IS NULL OR f.id < $1) AND ($2::int IS NULL OR f.plan_year = $2)
        AND ($3::text IS NULL OR f.level = $3) AND ($4::text IS NULL OR (f.withdrawn_at IS NULL) = ($4 = 'filed'))
        AND ($5::text IS NULL OR f.division_code LIKE $5)
        AND ($6::text IS NULL OR strpos(lower(f.number || ' ' || f.name || ' ' || o.name), lower($6)) > 0)
        AND ${reach.sql}
      ORDER BY f.id DESC LIMIT $7`,
    [
      after,
      filter.planYear ?? null,
      filter.level ?? null,
      filter.state ?? null,
      filter.divisionCode === undefined ? null : `${filter.divisionCode.replace(/(00){1,3}$/, '')}%`,
      filter.q?.trim() || null,
      limit,
      ...reach.params,
    ],
  );
  return rows.map((row) => withActions(actor, row));
}

/** Whether the actor files for this organisation. */
export const filesFor = (actor: Actor, organisationId: string): boolean =>
  actor === systemActor || applicantOrganisations(actor).includes(organisationId);

function withActions(actor: Actor, row: Omit<FilingDto, 'actions'>): FilingDto {
  const actions: FilingAction[] = [];
  if (row.withdrawnAt === null && filesFor(actor, row.organisationId)) {
    if (row.eventId === null) actions.push('openEvent');
    actions.push('withdraw');
  }
  return { ...row, actions };
}
