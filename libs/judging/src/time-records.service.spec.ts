import { newId, StandingClock } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import {
  givenMarking,
  type GivenMarking,
  markingOn,
  type MarkingServices,
} from '../../../test/support/world-marking.js';
import { givenActor } from '../../../test/support/world.js';
import type { RecordTime } from './time-record.dto.js';
import { workTimesOf } from './work-times.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-05-11T01:00:00.000Z'));
let on: MarkingServices;
let world: GivenMarking;
beforeAll(async () => {
  on = await markingOn(database.source, database.url, clock);
});
database.beforeDrop(() => on.close());
beforeEach(async () => {
  clock.set(new Date('2027-05-11T01:00:00.000Z'));
  world = await database.source.transaction((tx) => givenMarking(tx));
});

const minutes = (n: number): void => clock.pass(n * 60_000);
const record = (kind: RecordTime['kind'], over: Partial<RecordTime> = {}, actor = world.floorJudge) =>
  on.times.record(actor, world.event.id, { placementIds: [world.placementIds[0] ?? ''], kind, ...over });

describe('time on the floor', () => {
  it('starts everybody at once, pauses one, and comes to the time worked without the pause', async () => {
    await record('start', { placementIds: world.placementIds });
    minutes(10);
    await record('pause', { reason: '断电' });
    minutes(5);
    await record('resume');
    minutes(20);
    const [stopped] = await record('stop');
    expect(stopped).toMatchObject({ state: 'stopped', workedSeconds: 1800, allowedSeconds: 7200 });
    const times = await workTimesOf(database.source.manager, world.event.id, world.skill.id);
    expect(times.get(world.entryIds[0] ?? '')).toBe(1800);
    expect(times.get(world.entryIds[1] ?? '')).toBeNull();
  });

  it('shows the floor by entry number and workstation, never by work code', async () => {
    await record('start');
    minutes(3);
    const floor = await on.times.floor(world.floorJudge, world.event.id, world.skill.id);
    expect(floor.places[0]).toMatchObject({ workstation: 'W01', state: 'running', workedSeconds: 180 });
    expect(floor.places[0]?.entryNumber).toMatch(/-001$/);
    for (const { code, id } of world.works) {
      expect(JSON.stringify(floor)).not.toContain(code);
      expect(JSON.stringify(floor)).not.toContain(id);
    }
  });

  it('keeps the legal order, for all of them or none', async () => {
    await expect(record('pause', { reason: '早了' })).rejects.toMatchObject({ code: 'judging.time-order' });
    await record('start');
    await expect(record('start', { placementIds: world.placementIds })).rejects.toMatchObject({
      code: 'judging.time-order',
    });
    const floor = await on.times.floor(world.floorJudge, world.event.id, world.skill.id);
    expect(floor.places.map(({ state }) => state)).toEqual(['running', 'notStarted', 'notStarted']);
  });

  it('takes no time before the last record, after now, or without its reason', async () => {
    await record('start');
    minutes(10);
    await expect(record('stop', { at: '2027-05-11T00:59:00+00:00' })).rejects.toMatchObject({
      code: 'judging.time-backwards',
    });
    await expect(record('stop', { at: '2027-05-11T03:00:00+00:00' })).rejects.toMatchObject({
      code: 'judging.time-backwards',
    });
    await expect(record('extraTime', { minutes: 5 })).rejects.toMatchObject({
      code: 'judging.time-needs-reason',
    });
    await expect(record('extraTime', { reason: '设备故障' })).rejects.toMatchObject({
      code: 'judging.time-needs-minutes',
    });
    const [place] = await record('extraTime', { minutes: 15, reason: '设备故障' });
    expect(place?.allowedSeconds).toBe(7200 + 900);
  });

  it('moves an entry to a later session with what is left of its time', async () => {
    const later = world.sessions.find(({ id }) => id !== undefined && id !== world.sessions[0]?.id);
    await record('start');
    minutes(30);
    const [moved] = await record('move', {
      reason: '焊机故障，移至末场',
      toSessionId: later?.id ?? '',
      toWorkstationId: world.workstations[7]?.id ?? '',
    });
    expect(moved).toMatchObject({
      state: 'paused',
      workedSeconds: 1800,
      sessionId: later?.id,
      workstation: 'W08',
    });
    minutes(60);
    await record('resume');
    minutes(10);
    const [stopped] = await record('stop');
    expect(stopped?.workedSeconds).toBe(2400);
  });

  it('is confirmed by competitor, floor judge and chief judge, each for himself', async () => {
    const [place] = await record('start');
    const id = place?.records[0]?.id ?? '';
    const tx = database.source.manager;
    const competitor = await givenActor(tx, { role: 'competitor', eventId: world.event.id });
    await database.source.query(
      `UPDATE competitor SET account_id = $3 WHERE event_id = $1 AND entry_id = $2`,
      [world.event.id, world.entryIds[0], competitor.accountId],
    );
    const other = await givenActor(tx, { role: 'competitor', eventId: world.event.id });
    await expect(on.times.confirm(other, world.event.id, id, 'competitor')).rejects.toMatchObject({
      code: 'judging.time-record-not-found',
    });
    await expect(on.times.confirm(world.chief, world.event.id, id, 'floorJudge')).rejects.toMatchObject({
      code: 'judging.time-record-not-found',
    });
    await on.times.confirm(competitor, world.event.id, id, 'competitor');
    await on.times.confirm(world.floorJudge, world.event.id, id, 'floorJudge');
    await on.times.confirm(world.chief, world.event.id, id, 'chiefJudge');
    await on.times.confirm(world.chief, world.event.id, id, 'chiefJudge');
    const [confirmed] = await on.times.own(competitor, world.event.id);
    expect(confirmed?.records[0]?.confirmations.map(({ part }) => part).sort()).toEqual([
      'chiefJudge',
      'competitor',
      'floorJudge',
    ]);
    const audits = await database.source.query(
      `SELECT 1 FROM audit_entry WHERE event_id = $1 AND verb = 'timeRecord.confirmed'`,
      [world.event.id],
    );
    expect(audits).toHaveLength(3);
  });

  it('takes the last record back with a reason and keeps it in the history', async () => {
    await record('start');
    minutes(1);
    const [place] = await record('stop');
    const [start, stop] = place?.records ?? [];
    await expect(
      on.times.takeBack(world.floorJudge, world.event.id, start?.id ?? '', '误按'),
    ).rejects.toMatchObject({ code: 'judging.time-not-last' });
    await on.times.takeBack(world.floorJudge, world.event.id, stop?.id ?? '', '误按');
    minutes(1);
    const [again] = (await on.times.floor(world.floorJudge, world.event.id, world.skill.id)).places;
    expect(again).toMatchObject({ state: 'running', workedSeconds: 120 });
    expect(again?.records[1]).toMatchObject({ kind: 'stop', voidReason: '误按' });
  });

  it('is nobody’s who scores works by their code, and not for an absent entry', async () => {
    const [judge] = world.judges;
    if (!judge) throw new Error('there is no judge');
    const both = { ...judge, grants: [...judge.grants, ...world.floorJudge.grants] };
    await expect(record('start', {}, both)).rejects.toMatchObject({ code: 'registration.marks-here' });
    await expect(on.times.floor(judge, world.event.id, world.skill.id)).rejects.toMatchObject({
      code: 'identity.role-may-not',
    });
    await database.source.query(
      `INSERT INTO check_in (event_id, id, entry_id, module_id, status, at) VALUES ($1, $2, $3, $4, 'absent', now())`,
      [world.event.id, newId(), world.entryIds[0], world.modules[0]?.id],
    );
    await expect(record('start')).rejects.toMatchObject({ code: 'judging.entry-not-competing' });
  });
});

describe('a deduction', () => {
  it('counts when the chief judge approves what the floor judge proposed', async () => {
    const proposed = await on.deductions.propose(world.floorJudge, world.event.id, {
      placementId: world.placementIds[0] ?? '',
      hundredths: 150,
      reason: '未戴防护面罩',
    });
    expect(proposed).toMatchObject({ state: 'proposed', hundredths: 150, isMine: true, workstation: 'W01' });
    await expect(on.deductions.approve(world.floorJudge, world.event.id, proposed.id)).rejects.toMatchObject({
      code: 'identity.role-may-not',
    });
    expect(await on.deductions.approve(world.chief, world.event.id, proposed.id)).toMatchObject({
      state: 'approved',
      decidedBy: '裁判长 赵敏',
    });
    await expect(on.deductions.approve(world.chief, world.event.id, proposed.id)).rejects.toMatchObject({
      code: 'judging.deduction-settled',
    });
    expect(await on.deductions.refuse(world.chief, world.event.id, proposed.id, '复核后撤销')).toMatchObject({
      state: 'refused',
    });
    const jobs = await database.source.query(`SELECT name FROM job_request WHERE event_id = $1`, [
      world.event.id,
    ]);
    expect(jobs).toEqual([{ name: 'scoreRun' }]);
  });

  it('is not decided by whoever proposed it', async () => {
    const own = await on.deductions.propose(world.chief, world.event.id, {
      placementId: world.placementIds[0] ?? '',
      hundredths: 50,
      reason: '迟到',
    });
    await expect(on.deductions.approve(world.chief, world.event.id, own.id)).rejects.toMatchObject({
      code: 'judging.deduction-own',
    });
  });
});
