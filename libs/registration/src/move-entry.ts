import { type Actor, recordVerb } from '@luban/audit';
import { newId, NotFound, Refused } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { Placement } from './placement.entity.js';
import { PlacementMove } from './placement-move.entity.js';

export interface EntryMove {
  eventId: string;
  placementId: string;
  toSessionId: string;
  toWorkstationId: string | null;
  reason: string;
  at: Date;
}

/**
 * Moves an entry to another session or workstation of the same module, in the caller's transaction; the move is recorded
 * with its reason and audited. Who may move, and whether the competition allows it, the caller decides.
 * @throws Refused `registration.place-taken`, `registration.workstation-unfit` (failed or of another skill),
 *   `registration.session-not-of-module`, `registration.entry-busy` (elsewhere at that time), `registration.no-move`
 */
export async function moveEntry(tx: EntityManager, actor: Actor, move: EntryMove): Promise<Placement> {
  const { eventId, placementId: id, toSessionId, toWorkstationId, reason, at } = move;
  const before = await tx.findOne(Placement, { where: { eventId, id }, lock: { mode: 'pessimistic_write' } });
  if (!before) throw new NotFound('registration.placement-not-found');
  if (before.sessionId === toSessionId && before.workstationId === toWorkstationId)
    throw new Refused('registration.no-move');
  await assertFits(tx, before, toSessionId, toWorkstationId);
  await tx.query(
    `UPDATE placement SET session_id = $3, workstation_id = $4, version = version + 1 WHERE event_id = $1 AND id = $2`,
    [eventId, id, toSessionId, toWorkstationId],
  );
  await tx.insert(PlacementMove, {
    eventId,
    id: newId(),
    placementId: id,
    fromSessionId: before.sessionId,
    fromWorkstationId: before.workstationId,
    toSessionId,
    toWorkstationId,
    reason,
    by: actor.accountId,
    at,
  });
  const place = ({ sessionId, workstationId }: Pick<Placement, 'sessionId' | 'workstationId'>) => ({
    sessionId,
    workstationId,
  });
  const after = {
    ...before,
    sessionId: toSessionId,
    workstationId: toWorkstationId,
    version: before.version + 1,
  };
  await recordVerb(
    tx,
    actor,
    'placement.moved',
    [
      {
        eventId,
        skillId: before.skillId,
        subjectType: 'placement',
        subjectId: id,
        before: place(before),
        after: place(after),
        reason,
      },
    ],
    at,
  );
  return after;
}

async function assertFits(
  tx: EntityManager,
  placement: Placement,
  sessionId: string,
  workstationId: string | null,
): Promise<void> {
  const [there] = (await tx.query(
    `WITH there AS (SELECT * FROM session WHERE event_id = $1 AND id = $2 AND module_id = $3),
          meanwhile AS (
            SELECT p.entry_id, p.workstation_id FROM placement p
              JOIN session s ON s.event_id = p.event_id AND s.id = p.session_id
              JOIN there t ON s.starts_at < t.ends_at AND t.starts_at < s.ends_at
             WHERE p.event_id = $1 AND p.skill_id = $4 AND p.id <> $5)
     SELECT EXISTS (SELECT 1 FROM there) AS "sessionFits",
            $6::uuid IS NULL OR EXISTS (
              SELECT 1 FROM workstation WHERE event_id = $1 AND id = $6 AND skill_id = $4 AND state <> 'failed') AS "workstationFits",
            EXISTS (SELECT 1 FROM meanwhile WHERE workstation_id = $6) AS taken,
            EXISTS (SELECT 1 FROM meanwhile WHERE entry_id = $7) AS busy`,
    [
      placement.eventId,
      sessionId,
      placement.moduleId,
      placement.skillId,
      placement.id,
      workstationId,
      placement.entryId,
    ],
  )) as [{ sessionFits: boolean; workstationFits: boolean; taken: boolean; busy: boolean }];
  if (!there.sessionFits) throw new Refused('registration.session-not-of-module');
  if (!there.workstationFits) throw new Refused('registration.workstation-unfit');
  if (there.taken) throw new Refused('registration.place-taken');
  if (there.busy) throw new Refused('registration.entry-busy');
}
