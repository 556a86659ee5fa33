import type { MessageParams } from '@luban/platform';
import type { EntityManager } from 'typeorm';

/** Why a skill can no longer be drawn anew, or null. The code's text is in the catalogue of messages. */
export type RedrawCheck = (
  tx: EntityManager,
  eventId: string,
  skillId: string,
) => Promise<{ code: string; params?: MessageParams } | null>;

/**
 * What later rooms know against drawing a skill anew: marks entered, clocks started. They add their question at start-up;
 * registration cannot know.
 */
export const redrawChecks: RedrawCheck[] = [];
