/** What check-in may find, per entry and module. */
export const checkInStatuses = ['present', 'absent', 'withdrawn', 'retired', 'disqualified'] as const;
export type CheckInStatus = (typeof checkInStatuses)[number];

/** A status of an entry as a whole; `entered`: nothing has been found yet. None of them is zero (DOMAIN.md 4). */
export type EntryStatus = 'entered' | CheckInStatus;

/** Statuses that end or take away what somebody achieved: they need a reason. */
export const needsReason = (status: CheckInStatus): boolean =>
  status === 'retired' || status === 'disqualified';

/**
 * What an entry is as a whole, from the latest finding for each of its modules. Whoever gives up, retires or is
 * disqualified in one module is so altogether; absent is only who was present in no module and absent in one – a missed
 * module of somebody who competed stays a fact of that module.
 */
export function entryStatusOf(latestByModule: Iterable<EntryStatus>): EntryStatus {
  const latest = new Set(latestByModule);
  for (const status of ['disqualified', 'withdrawn', 'retired', 'present', 'absent'] as const) {
    if (latest.has(status)) return status;
  }
  return 'entered';
}
