import type { JudgedSkill } from './judging-set-up.js';
import type { SetUpEvent } from './set-up.js';

interface Floor {
  sessions: {
    id: string;
    moduleId: string;
    moduleCode: string;
    name: string;
    startsAt: string;
    endsAt: string;
  }[];
  workstations: { id: string; code: string; state: string }[];
  places: {
    placementId: string;
    entryId: string;
    entryNumber: string;
    sessionId: string;
    moduleId: string;
    status: string;
    workstation: string | null;
  }[];
}

/** What happened on the floor of a skill, in counts. */
export interface FloorOutcome {
  present: number;
  absent: number;
  timeRecords: number;
  moved: number;
  /** Of those who competed. */
  entryNumbers: string[];
}

/**
 * A day on the floor: everybody is checked in but one entry, which is absent; the sessions start and stop; one entry
 * gets extra time, one a pause, one moves to the later session after its workstation failed.
 */
export async function runFloor(
  event: SetUpEvent,
  judged: JudgedSkill,
  /** An entry that is never the absent one: the demo's competitor is to have marks to read. */
  competes?: string,
): Promise<FloorOutcome> {
  const { id: eventId } = event;
  const at = `/events/${eventId}/skills/${judged.skill.id}`;
  const floor = await judged.floor.get<Floor>(`${at}/floor`);
  const entries = [...new Map(floor.places.map((place) => [place.entryId, place.entryNumber])).entries()];
  const absent = entries.findLast(([entryId]) => entryId !== competes)?.[0];
  for (const [entryId] of entries) {
    await judged.floor.post(`/events/${eventId}/check-ins`, {
      entryId,
      status: entryId === absent ? 'absent' : 'present',
    });
  }
  let timeRecords = 0;
  const record = async (placementIds: string[], kind: string, more: Record<string, unknown>) => {
    if (placementIds.length === 0) return;
    const reply = await judged.floor.post<{ items: { records: { id: string }[] }[] }>(
      `/events/${eventId}/time-records`,
      {
        placementIds,
        kind,
        ...more,
      },
    );
    timeRecords += placementIds.length;
    if (kind !== 'extraTime' && kind !== 'move') return;
    for (const { records } of reply.items) {
      const confirmations = `/events/${eventId}/time-records/${records.at(-1)?.id}/confirmations`;
      await judged.floor.put(`${confirmations}/floorJudge`);
      await judged.chief.put(`${confirmations}/chiefJudge`);
    }
  };
  const modules = judged.skill.modules.filter((module) => module.markedBy === 'scheme');
  let moved = 0;
  for (const [index, module] of modules.entries()) {
    // What lies ahead has not begun.
    const over = (session: { endsAt: string }) => new Date(session.endsAt).getTime() < Date.now();
    const sessions = floor.sessions.filter((session) => session.moduleId === module.id && over(session));
    const present = floor.places.filter((place) => place.moduleId === module.id && place.entryId !== absent);
    if (index === 0) moved = await moveOne(judged, present, sessions, floor, record);
    for (const session of sessions) {
      const here = present.filter((place) => place.sessionId === session.id);
      const ids = here.map((place) => place.placementId);
      const start = new Date(session.startsAt).getTime();
      const after = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
      await record(ids, 'start', { at: after(0) });
      const [slow, paused] = ids.slice(-2);
      if (slow && ids.length > 2)
        await record([slow], 'extraTime', { at: after(20), minutes: 10, reason: '设备故障补时' });
      if (paused && ids.length > 3) {
        await record([paused], 'pause', { at: after(30), reason: '设备检修' });
        await record([paused], 'resume', { at: after(40) });
      }
      await record(ids, 'stop', { at: after(180) });
    }
  }
  return {
    present: entries.length - 1,
    absent: 1,
    timeRecords,
    moved,
    entryNumbers: entries.filter(([entryId]) => entryId !== absent).map(([, number]) => number),
  };
}

/** Moves the first entry of the first session to a spare workstation of the last one, before it has started. */
async function moveOne(
  judged: JudgedSkill,
  present: Floor['places'],
  sessions: Floor['sessions'],
  floor: Floor,
  record: (ids: string[], kind: string, more: Record<string, unknown>) => Promise<void>,
): Promise<number> {
  const [from, to] = sessions;
  const place = present.find((one) => one.sessionId === from?.id);
  const spare = floor.workstations.find(({ state }) => state === 'spare');
  if (!place || !to || !spare) return 0;
  await record([place.placementId], 'move', {
    at: new Date(new Date(from?.startsAt ?? to.startsAt).getTime() - 60_000).toISOString(),
    toSessionId: to.id,
    toWorkstationId: spare.id,
    reason: `${judged.skill.plan.name} 赛位设备故障，调整到末场`,
  });
  place.sessionId = to.id;
  return 1;
}
