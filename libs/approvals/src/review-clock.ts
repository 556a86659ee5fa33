import type { ClassApplication } from './class-application.entity.js';
import { officeDays } from './review-days.js';

const dayMs = 24 * 3_600_000;

/**
 * By when an application should leave the state it is in: acceptance and review by the targets of the house
 * (`officeDays`), a returned one by the day that was set. Null where nothing presses.
 */
export function reviewClock(
  application: Pick<ClassApplication, 'state' | 'completionDueAt'>,
  since: Date | null,
): Date | null {
  if (application.state === 'returned') return application.completionDueAt;
  const days =
    application.state === 'submitted'
      ? officeDays.accept
      : application.state === 'accepted' || application.state === 'underReview'
        ? officeDays.review
        : null;
  return days === null || since === null ? null : new Date(since.getTime() + days * dayMs);
}

export const isOverdue = (dueAt: Date | null, now: Date): boolean => dueAt !== null && dueAt < now;
