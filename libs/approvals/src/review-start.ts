import { homeItems } from '@luban/identity';
import { dueReminders } from '@luban/notices';
import { reviewHomeItems } from './review-home-items.js';
import { reviewReminders } from './review-reminders.js';

let ours: (typeof homeItems)[number] | undefined;

/** Tells earlier rooms what waits in review and who is to be reminded. Started twice in one process, told once. */
export function listReviewWork(now: () => Date): void {
  if (ours) homeItems.splice(homeItems.indexOf(ours), 1);
  ours = (actor, tx) => reviewHomeItems(actor, tx, now());
  homeItems.push(ours);
  if (!dueReminders.includes(reviewReminders)) dueReminders.push(reviewReminders);
}
