import type { EntityManager } from 'typeorm';

/** A change may be committed this long (milliseconds) after it was noted; until then its account is read anew. */
const settleMilliseconds = 10_000;

const unsettled = new Map<string, number>();

/**
 * To be called in the transaction that changes what these accounts may do, or ends their sign-ins; before or after the
 * change itself. Nothing needs to be done after the commit: this process reads these accounts anew at once, others
 * within five seconds (see `SignIns`).
 */
export async function accessChanged(tx: EntityManager, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  const ids = [...new Set(accountIds)].sort();
  const now = performance.now();
  for (const [id, until] of unsettled) if (now >= until) unsettled.delete(id);
  for (const id of ids) unsettled.set(id, now + settleMilliseconds);
  await tx.query(
    `INSERT INTO access_change (account_id, changed_at) SELECT id, clock_timestamp() FROM unnest($1::uuid[]) AS id
     ON CONFLICT (account_id) DO UPDATE SET changed_at = excluded.changed_at`,
    [ids],
  );
}

/** Whether a change of this account may still be on its way. */
export const isUnsettled = (accountId: string): boolean =>
  performance.now() < (unsettled.get(accountId) ?? 0);
