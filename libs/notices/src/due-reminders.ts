import type { EntityManager } from 'typeorm';
import type { NoticeWish } from './notices.service.js';

/**
 * Says who is to be reminded of what. Asked once on each day (`today`, `YYYY-MM-DD` in Asia/Shanghai), but a day may be
 * missed while no worker runs: so ask "due within seven days and not done", not "due in exactly seven days", and give
 * each notice a `dedupeKey` that names the thing and the reminder (`obligation-due:<id>:7`), by which it is told once.
 */
export type DueReminder = (tx: EntityManager, today: string) => Promise<NoticeWish[]>;

/** Rooms add theirs at start-up: `dueReminders.push(obligationsDue)`. */
export const dueReminders: DueReminder[] = [];
