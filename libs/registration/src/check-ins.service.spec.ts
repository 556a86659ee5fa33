import type { Actor } from '@luban/audit';
import { type CompetitionEvent } from '@luban/events';
import { Failure, StandingClock } from '@luban/platform';
import type { CheckInStatus, Entry } from '@luban/registration';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenEvent, givenSkill, type GivenSkillSetUp } from '../../../test/support/world-events.js';
import {
  actorIn,
  givenDelegations,
  givenEntry,
  registrationOn,
} from '../../../test/support/world-registration.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-05-11T00:30:00Z'));

let event: CompetitionEvent;
let welding: GivenSkillSetUp;
let entry: Entry;
let floor: Actor;
let rooms: ReturnType<typeof registrationOn>;

beforeEach(async () => {
  const tx = database.source.manager;
  event = await givenEvent(tx, { stage: 'competition' });
  welding = await givenSkill(tx, event.id, { modules: ['A', 'B'] });
  const [nanjing] = await givenDelegations(tx, event.id, 1);
  const people = [{ name: '王焊花', birthDate: '2004-05-06' }];
  entry = await givenEntry(tx, {
    eventId: event.id,
    delegationId: nanjing!.id,
    skillId: welding.skill.id,
    groupId: welding.groups[0]!.id,
    people,
  });
  floor = await actorIn(tx, event.id, 'floorJudge', { skillId: welding.skill.id });
  rooms = registrationOn(database.source, clock);
});

const record = (status: CheckInStatus, module: number | null = 0, reason?: string) => {
  clock.pass(1000);
  return rooms.checkIns.record(floor, event.id, {
    entryId: entry.id,
    status,
    reason,
    moduleId: module === null ? null : welding.modules[module]!.id,
  });
};
const refusal = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
    return 'done';
  } catch (failure) {
    if (failure instanceof Failure) return failure.code;
    throw failure;
  }
};
const desk = (query: object = {}) =>
  rooms.checkIns.desk(floor, event.id, {
    skillId: welding.skill.id,
    moduleId: welding.modules[0]!.id,
    ...query,
  });

describe('check-in', () => {
  it('keeps every record; the latest of a module counts and the entry follows', async () => {
    expect((await record('absent')).entryStatus).toBe('absent');
    expect((await record('present')).entryStatus).toBe('present');
    expect((await record('absent', 1)).entryStatus).toBe('present');
    const after = await record('retired', 1, '身体不适');
    expect(after.entryStatus).toBe('retired');
    expect(after.items.map(({ status, moduleCode }) => `${moduleCode} ${status}`)).toEqual([
      'B retired',
      'B absent',
      'A present',
      'A absent',
    ]);
    const [row] = await database.source.query<{ status: string; status_reason: string }[]>(
      `SELECT status, status_reason FROM entry WHERE id = $1`,
      [entry.id],
    );
    expect(row).toEqual({ status: 'retired', status_reason: '身体不适' });
  });

  it('wants a reason for retiring and disqualifying', async () => {
    expect(await refusal(record('disqualified'))).toBe('registration.status-reason-needed');
    expect(await refusal(record('retired'))).toBe('registration.status-reason-needed');
    expect(await refusal(record('disqualified', null, '携带违禁物品'))).toBe('done');
    expect((await rooms.checkIns.history(floor, event.id, entry.id)).items).toHaveLength(2);
  });

  it('takes the latest record back by a new one that restates what stood before', async () => {
    await record('present');
    const wrong = await record('absent');
    const undone = await rooms.checkIns.undo(floor, event.id, wrong.items[0]!.id);
    expect(undone.entryStatus).toBe('present');
    expect(undone.items.map(({ status, undoesId }) => [status, undoesId])).toEqual([
      ['present', wrong.items[0]!.id],
      ['absent', null],
      ['present', null],
    ]);
    expect(await refusal(rooms.checkIns.undo(floor, event.id, wrong.items[0]!.id))).toBe(
      'registration.check-in-not-latest',
    );
    const first = await record('absent', 1);
    expect((await rooms.checkIns.undo(floor, event.id, first.items[0]!.id)).items[0]!.status).toBe('entered');
  });

  it('shows the desk whom to expect, finds them by name or number, and counts', async () => {
    expect(await desk()).toMatchObject({
      items: [{ names: ['王焊花'], status: 'entered' }],
      counts: { waiting: 1, present: 0 },
    });
    await record('present');
    expect(await desk({ q: '焊花', status: 'present' })).toMatchObject({
      items: [{ status: 'present' }],
      counts: { waiting: 0, present: 1 },
    });
    expect((await desk({ status: 'waiting' })).items).toEqual([]);
    expect((await desk({ q: '李' })).items).toEqual([]);
  });

  it('is closed to whoever marks the skill, to other skills, and outside its stages', async () => {
    const tx = database.source.manager;
    const judge = await actorIn(tx, event.id, 'judge', { skillId: welding.skill.id });
    const both = { ...floor, grants: [...floor.grants, ...judge.grants] };
    expect(
      await refusal(
        rooms.checkIns.desk(both, event.id, { skillId: welding.skill.id, moduleId: welding.modules[0]!.id }),
      ),
    ).toBe('registration.marks-here');
    const carpentry = await givenSkill(tx, event.id, { name: '木工' });
    const elsewhere = await actorIn(tx, event.id, 'floorJudge', { skillId: carpentry.skill.id });
    expect(['identity.not-in-reach', 'identity.role-may-not']).toContain(
      await refusal(rooms.checkIns.history(elsewhere, event.id, entry.id)),
    );
    await tx.query(`UPDATE competition_event SET stage = 'results' WHERE id = $1`, [event.id]);
    expect(await refusal(record('present'))).toBe('registration.check-in-closed');
  });

  it('asks for a new score run once the competition has begun', async () => {
    await record('absent');
    const jobs: { name: string }[] = await database.source.query(
      `SELECT name FROM job_request WHERE subject = ANY($1) ORDER BY name`,
      [[event.id, welding.skill.id]],
    );
    expect(jobs.map(({ name }) => name)).toEqual(['boardRefresh', 'scoreRun']);
  });
});
