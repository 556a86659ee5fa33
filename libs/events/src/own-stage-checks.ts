import type { EntityManager } from 'typeorm';
import { readSetUp, type SetUp } from './set-up.js';
import { eventFindings, scheduleFindings, skillFindings } from './set-up-findings.js';
import { addStageCheck, type Finding } from './stage-checks.js';

/**
 * Adds the checks of this room. They are held again on every step up to the competition: what was complete when
 * registration opened may have been taken apart since.
 */
export function addOwnStageChecks(now: () => Date): void {
  const from = (run: (setUp: SetUp) => Finding[]) => async (tx: EntityManager, eventId: string) =>
    run(await readSetUp(tx, eventId));
  addStageCheck({
    code: 'events.event',
    stages: ['registration', 'preparation', 'competition'],
    run: from((setUp) => eventFindings(setUp, now())),
  });
  addStageCheck({
    code: 'events.skills',
    stages: ['registration', 'preparation', 'competition'],
    run: from(skillFindings),
  });
  addStageCheck({
    code: 'events.schedule',
    stages: ['preparation', 'competition'],
    run: from(scheduleFindings),
  });
}
