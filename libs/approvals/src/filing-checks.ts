import { type Finding, finding } from '@luban/events';
import type { EntityManager } from 'typeorm';
import './filing-messages.js';

/**
 * For the way of an event into registration: it was made of a filing 备案 that has been withdrawn. It warns and does not
 * block, for events may also be held without one. Events that were not made of a filing are passed over.
 */
export async function filingFindings(tx: EntityManager, eventId: string): Promise<Finding[]> {
  const rows: { id: string; number: string; withdrawn: boolean; reason: string | null }[] = await tx.query(
    `SELECT id, number, withdrawn_at IS NOT NULL AS withdrawn, withdrawal_reason AS reason
       FROM filing WHERE event_id = $1 ORDER BY number`,
    [eventId],
  );
  return rows.map(({ id, number, withdrawn, reason }) =>
    withdrawn
      ? finding('warning', 'approvals.filing-of-event-withdrawn', { number, reason }, `/filings/${id}`)
      : finding('passed', 'approvals.filing-of-event-stands', { number }, `/filings/${id}`),
  );
}
