import type { EntityManager } from 'typeorm';
import type { ApplicationWindowDto } from './application-reply.dto.js';
import { ApplicationWindow } from './application-window.entity.js';
import type { ClassApplication } from './class-application.entity.js';

type WindowPlace = Pick<ClassApplication, 'level' | 'divisionCode' | 'planYear'>;

/** Whether applications are received at an instant: from the first moment until before the last. */
export function windowState(
  { opensAt, closesAt }: Pick<ApplicationWindow, 'opensAt' | 'closesAt'>,
  at: Date,
): ApplicationWindowDto['state'] {
  if (at < opensAt) return 'notYet';
  return at < closesAt ? 'open' : 'closed';
}

/** The window in which this application is received; null where its authority has set none. */
export async function windowOf(
  tx: EntityManager,
  { level, divisionCode, planYear }: WindowPlace,
  at: Date,
): Promise<ApplicationWindowDto | null> {
  const window = await tx.findOneBy(ApplicationWindow, { level, divisionCode, planYear });
  return window && windowReply(window, at);
}

export const windowReply = (
  { createdBy: _creator, createdAt: _created, ...window }: ApplicationWindow,
  at: Date,
): ApplicationWindowDto => ({
  ...window,
  opensAt: window.opensAt.toISOString(),
  closesAt: window.closesAt.toISOString(),
  state: windowState(window, at),
});
