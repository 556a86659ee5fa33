import { homeItems } from '@luban/identity';
import { dueReminders } from '@luban/notices';
import { applicationHomeItems } from './application-home-items.js';
import { windowReminders } from './application-reminders.js';

let ours: (typeof homeItems)[number] | undefined;

/** Tells earlier rooms what waits for applicants and of what they are reminded. Started twice in one process, told once. */
export function listApplicationWork(now: () => Date): void {
  if (ours) homeItems.splice(homeItems.indexOf(ours), 1);
  ours = (actor, tx) => applicationHomeItems(actor, tx, now());
  homeItems.push(ours);
  if (!dueReminders.includes(windowReminders)) dueReminders.push(windowReminders);
}
