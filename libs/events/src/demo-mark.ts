import type { EntityManager } from 'typeorm';

/** Marks events as 演示数据, which every screen then says. Only the loader of the demonstration does so. */
export async function markAsDemo(tx: EntityManager, eventIds: readonly string[]): Promise<void> {
  await tx.query(`UPDATE competition_event SET demo = TRUE WHERE id = ANY($1::uuid[])`, [eventIds]);
}
