import type { Role } from '@luban/audit';
import type { Area } from '@luban/identity';
import type { EntityManager } from 'typeorm';

/** The accounts that hold a role for one of these organisations outside any event; nobody twice, no disabled account. */
export async function peopleOf(
  tx: EntityManager,
  { organisationIds, role }: { organisationIds: readonly string[]; role: Role },
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT DISTINCT a.id FROM role_grant g JOIN account a ON a.id = g.account_id
      WHERE g.organisation_id = ANY($1::uuid[]) AND g.role = $2 AND g.event_id IS NULL AND g.ended_at IS NULL
        AND a.disabled_at IS NULL
      ORDER BY a.id`,
    [organisationIds, role],
  );
  return rows.map(({ id }) => id);
}

/** The accounts that hold a role (acceptor, reviewer) for the authority 人社部门 of exactly this level and area. */
export async function peopleOfArea(tx: EntityManager, area: Area, role: Role): Promise<string[]> {
  const rows: { organisationId: string }[] = await tx.query(
    `SELECT organisation_id AS "organisationId" FROM authority
      WHERE level = $1 AND division_code = $2 AND ended_at IS NULL`,
    [area.level, area.divisionCode],
  );
  return peopleOf(tx, { organisationIds: rows.map(({ organisationId }) => organisationId), role });
}
