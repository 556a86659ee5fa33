import { markAsDemo } from '@luban/events';
import type { EntityManager } from 'typeorm';

/**
 * Marks what these organisations applied for as 演示数据, and the events that were opened of it. Records of earlier years
 * are no demonstration: they say `historic`. Only the loader of the demonstration does so.
 *
 * The class statuses are held first, as an opening holds its own: an event that is being opened meanwhile is either there
 * and marked here, or opened from an application that is marked already.
 */
export async function markApplicationsAsDemo(
  tx: EntityManager,
  leadOrganisationIds: readonly string[],
): Promise<void> {
  const applications: { id: string }[] = await tx.query(
    `SELECT id FROM class_application WHERE lead_organisation_id = ANY($1::uuid[]) AND NOT historic ORDER BY id FOR UPDATE`,
    [leadOrganisationIds],
  );
  const ids = applications.map(({ id }) => id);
  await tx.query(`SELECT 1 FROM class_status WHERE application_id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`, [
    ids,
  ]);
  await tx.query(`UPDATE class_application SET demo = TRUE WHERE id = ANY($1::uuid[])`, [ids]);
  const opened: { eventId: string }[] = await tx.query(
    `SELECT event_id AS "eventId" FROM class_status WHERE application_id = ANY($1::uuid[]) AND event_id IS NOT NULL`,
    [ids],
  );
  await markAsDemo(
    tx,
    opened.map(({ eventId }) => eventId),
  );
}
