import { createHash } from 'node:crypto';
import { TooBusy } from '@luban/platform';
import type { EntityManager } from 'typeorm';

/**
 * Repeated failures slow down the place they come from – this login from this address – and nobody else: the account's
 * owner signs in elsewhere as ever. Five attempts are free, then 1, 2, 4 … up to 60 seconds pass between two.
 */
export const slowDown = { free: 5, longestSeconds: 60, forgottenAfterHours: 1 };

const delaySql = (failures: string): string =>
  `make_interval(secs => CASE WHEN ${failures} < ${slowDown.free} THEN 0
     ELSE LEAST(power(2, LEAST(${failures} - ${slowDown.free}, 10)), ${slowDown.longestSeconds}) END)`;

export const failureKey = (login: string, address: string): string =>
  createHash('sha256').update(`${login}\n${address}`).digest('base64url');

/**
 * Counts an attempt before the password is looked at, so that many at once gain nothing; `forgive` takes it back when
 * it was right. Throws `TooBusy` with the seconds to wait. Rows are forgotten an hour after the last failure.
 */
export async function countAttempt(tx: EntityManager, key: string, now: Date): Promise<void> {
  const forgotten = new Date(now.getTime() - slowDown.forgottenAfterHours * 3_600_000);
  const counted: unknown[] = await tx.query(
    `INSERT INTO sign_in_failure AS f (key, failures, last_at) VALUES ($1, 1, $2)
     ON CONFLICT (key) DO UPDATE
       SET failures = CASE WHEN f.last_at < $3 THEN 1 ELSE LEAST(f.failures + 1, 1000) END, last_at = $2
       WHERE f.last_at < $3 OR f.last_at + ${delaySql('f.failures')} <= $2
     RETURNING key`,
    [key, now, forgotten],
  );
  if (counted.length === 0) {
    const rows: { seconds: number }[] = await tx.query(
      `SELECT ceil(extract(epoch FROM last_at + ${delaySql('failures')} - $2::timestamptz))::int AS seconds
         FROM sign_in_failure WHERE key = $1`,
      [key, now],
    );
    throw new TooBusy('identity.slow-down', { retryAfterSeconds: Math.max(1, rows[0]?.seconds ?? 1) });
  }
  await tx.query(
    `DELETE FROM sign_in_failure WHERE key IN (SELECT key FROM sign_in_failure WHERE last_at < $1 LIMIT 20)`,
    [forgotten],
  );
}

/** The attempt was right after all: nothing is held against this place any more. */
export async function forgive(tx: EntityManager, key: string): Promise<void> {
  await tx.query(`DELETE FROM sign_in_failure WHERE key = $1`, [key]);
}
