import { Refused } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { chinaTime } from './application-text.js';
import { ApplicationWindow } from './application-window.entity.js';
import type { ClassApplication } from './class-application.entity.js';
import { windowState } from './window.queries.js';

/**
 * Refuses a submission that arrives outside the window of its authority, to the second, by the server's clock. A
 * returned application may come back until it is due, also after the window has closed; without a due time the window
 * decides. `Refused` `approvals.no-window`, `approvals.window-not-open`, `approvals.window-closed`,
 * `approvals.completion-overdue`, with `opensAt`, `closesAt` and `serverTime` in the extra.
 */
export async function assertInTime(
  tx: EntityManager,
  application: ClassApplication,
  arrivedAt: Date,
): Promise<void> {
  const { level, divisionCode, planYear, state, completionDueAt } = application;
  const serverTime = { serverTime: arrivedAt.toISOString() };
  const arrived = chinaTime(arrivedAt);
  if (state === 'returned' && completionDueAt) {
    if (arrivedAt < completionDueAt) return;
    throw new Refused(
      'approvals.completion-overdue',
      { dueAt: chinaTime(completionDueAt), serverTime: arrived },
      { completionDueAt: completionDueAt.toISOString(), ...serverTime },
    );
  }
  const window = await tx.findOne(ApplicationWindow, {
    where: { level, divisionCode, planYear },
    lock: { mode: 'pessimistic_read' },
  });
  if (!window) throw new Refused('approvals.no-window', { planYear }, serverTime);
  const stands = windowState(window, arrivedAt);
  if (stands === 'open') return;
  const params = {
    opensAt: chinaTime(window.opensAt),
    closesAt: chinaTime(window.closesAt),
    serverTime: arrived,
  };
  const extra = {
    opensAt: window.opensAt.toISOString(),
    closesAt: window.closesAt.toISOString(),
    ...serverTime,
  };
  if (stands === 'notYet') throw new Refused('approvals.window-not-open', params, extra);
  throw new Refused('approvals.window-closed', params, extra);
}
