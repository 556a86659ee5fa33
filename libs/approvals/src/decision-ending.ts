import type { EntityManager } from 'typeorm';
import { endedClassStatus } from './class-status.js';

/** What ends with a grant that is undone, revoked or withdrawn: class status, open conditions, waiting amendments. */
export async function endGrant(
  tx: EntityManager,
  applicationId: string,
  reason: string,
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE application_condition SET cancelled_at = $2
      WHERE application_id = $1 AND met_at IS NULL AND cancelled_at IS NULL`,
    [applicationId, at],
  );
  await tx.query(
    `UPDATE amendment SET state = 'withdrawn' WHERE application_id = $1 AND state = 'submitted'`,
    [applicationId],
  );
  await endedClassStatus(tx, applicationId, reason, at);
}
