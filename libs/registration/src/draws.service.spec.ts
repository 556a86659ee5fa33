import type { Actor } from '@luban/audit';
import { type CompetitionEvent } from '@luban/events';
import { Failure, StandingClock } from '@luban/platform';
import {
  type DrawInputs,
  drawPlaces,
  type Entry,
  inputsHash,
  isWorkCode,
  moveEntry,
  redrawChecks,
} from '@luban/registration';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenEvent, givenSkill, type GivenSkillSetUp } from '../../../test/support/world-events.js';
import {
  actorIn,
  givenDelegations,
  givenEntry,
  registrationOn,
} from '../../../test/support/world-registration.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-05-10T02:00:00Z'));

let event: CompetitionEvent;
let welding: GivenSkillSetUp;
let entries: Entry[];
let organiser: Actor;
let rooms: ReturnType<typeof registrationOn>;

/** Nine entries, theory and two practical modules of two sessions each, six workstations of which one is a spare. */
beforeEach(async () => {
  const tx = database.source.manager;
  event = await givenEvent(tx, { stage: 'preparation' });
  welding = await givenSkill(tx, event.id, { code: '10', modules: ['T', 'A', 'B'], workstations: 6 });
  await tx.query(`UPDATE workstation SET state = 'spare' WHERE event_id = $1 AND code = 'W06'`, [event.id]);
  const delegations = await givenDelegations(tx, event.id, 9);
  entries = [];
  for (const { id: delegationId } of delegations) entries.push(await enter(delegationId));
  organiser = await actorIn(tx, event.id, 'organiser');
  rooms = registrationOn(database.source, clock);
});

const enter = (delegationId: string, state: Entry['state'] = 'accepted') =>
  givenEntry(database.source.manager, {
    eventId: event.id,
    delegationId,
    skillId: welding.skill.id,
    groupId: welding.groups[0]!.id,
    state,
  });
const hold = (wish: { stationRule?: 'perModule' | 'perSkill'; reason?: string } = {}) =>
  rooms.draws.hold(organiser, event.id, welding.skill.id, wish);
const refusal = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
    return 'done';
  } catch (failure) {
    if (failure instanceof Failure) return failure.code;
    throw failure;
  }
};
const rows = <T>(sql: string): Promise<T[]> => database.source.query(sql, [event.id, welding.skill.id]);
const places = () =>
  rows<{ entryId: string; moduleId: string; sessionId: string; workstationId: string }>(
    `SELECT entry_id AS "entryId", module_id AS "moduleId", session_id AS "sessionId", workstation_id AS "workstationId"
     FROM placement WHERE event_id = $1 AND skill_id = $2 ORDER BY entry_id, module_id`,
  );
const works = () =>
  rows<{ id: string; code: string }>(
    `SELECT id, code FROM work WHERE event_id = $1 AND skill_id = $2 AND superseded_at IS NULL ORDER BY id`,
  );

describe('a draw', () => {
  it('can be recomputed by anyone from what is recorded, and is what the places say', async () => {
    const draw = await hold();
    const { inputs, seed } = await rooms.draws.detail(organiser, event.id, welding.skill.id, draw.id);
    expect(inputsHash(inputs as DrawInputs)).toBe(draw.inputsHash);
    const again = drawPlaces(seed, inputs as DrawInputs);
    const inOrder = [...again.places].sort((a, b) =>
      a.entryId + a.moduleId < b.entryId + b.moduleId ? -1 : 1,
    );
    expect(inOrder).toEqual(await places());
    const numbers = await rows<{ id: string; number: string }>(
      `SELECT id, entry_number AS number FROM entry WHERE event_id = $1 AND skill_id = $2`,
    );
    expect(new Map(numbers.map(({ id, number }) => [id, number]))).toEqual(
      new Map(again.entryNumbers.map(({ entryId, entryNumber }) => [entryId, entryNumber])),
    );
  });

  it('gives codes for modules marked by the scheme only, ids in the order of codes, and asks for the forms', async () => {
    await hold();
    const given = await works();
    expect(given).toHaveLength(18);
    expect(given.map(({ code }) => code)).toEqual([...given.map(({ code }) => code)].sort());
    expect(given.every(({ code }) => isWorkCode(code))).toBe(true);
    const jobs = await rows<{ name: string }>(
      `SELECT name FROM job_request WHERE subject IN ($1::text, $2::text) ORDER BY name`,
    );
    expect(jobs.map(({ name }) => name)).toEqual(['boardRefresh', 'openForms']);
  });

  it('never puts anybody at a spare or failed workstation and fills both sessions evenly', async () => {
    await database.source.query(`UPDATE workstation SET state = 'usable' WHERE event_id = $1`, [event.id]);
    await database.source.query(
      `UPDATE workstation SET state = CASE code WHEN 'W01' THEN 'failed' ELSE 'spare' END WHERE event_id = $1 AND code IN ('W01')`,
      [event.id],
    );
    await hold();
    const used = await rows<{ code: string; count: number }>(
      `SELECT w.code, count(*)::int FROM placement p JOIN workstation w ON w.id = p.workstation_id WHERE p.event_id = $1 AND p.skill_id = $2 GROUP BY w.code`,
    );
    expect(used.map(({ code }) => code)).not.toContain('W01');
    const sizes = await rows<{ count: number }>(
      `SELECT count(*)::int FROM placement WHERE event_id = $1 AND skill_id = $2 GROUP BY session_id`,
    );
    expect(sizes.map(({ count }) => count).sort()).toEqual([4, 4, 4, 5, 5, 5]);
  });

  it('is refused, naming what is missing and where to mend it', async () => {
    await database.source.query(
      `UPDATE workstation SET state = 'failed' WHERE event_id = $1 AND code <> 'W01'`,
      [event.id],
    );
    const failure = await hold().catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(Failure);
    const { code, extra } = failure as Failure;
    expect(code).toBe('registration.draw-not-possible');
    const findings = extra.findings as { code: string; href: string; message: { zh: string } }[];
    expect(findings.map((f) => f.code)).toEqual(Array(3).fill('registration.draw-too-few-places'));
    expect(findings[0]).toMatchObject({ href: `/events/${event.id}/skills/${welding.skill.id}` });
    expect(findings[0]!.message.zh).toContain('还差 7 个');
    const preflight = await rooms.draws.preflight(organiser, event.id, welding.skill.id);
    expect(preflight).toMatchObject({ entries: 9, workstations: 1, drawn: false });
  });

  it('is not held while registration runs, nor by those who only watch', async () => {
    const supervisor = await actorIn(database.source.manager, event.id, 'supervisor');
    expect(await refusal(rooms.draws.hold(supervisor, event.id, welding.skill.id, {}))).toBe(
      'identity.role-may-not',
    );
    await database.source.query(`UPDATE competition_event SET stage = 'registration' WHERE id = $1`, [
      event.id,
    ]);
    expect(await refusal(hold())).toBe('registration.draw-wrong-stage');
  });

  it('is superseded by a new one with a reason: new codes, the old ones never again', async () => {
    const first = await hold();
    const before = await works();
    expect(await refusal(hold())).toBe('registration.redraw-reason-needed');
    const second = await hold({ reason: '抽签时监督员未到场', stationRule: 'perSkill' });
    const after = await works();
    expect(after.filter(({ code }) => before.some((old) => old.code === code))).toEqual([]);
    expect(await places()).toHaveLength(27);
    const { items } = await rooms.draws.list(organiser, event.id, welding.skill.id);
    expect(items.map(({ id, reason, supersededAt }) => [id, reason, supersededAt !== null])).toEqual([
      [second.id, '抽签时监督员未到场', false],
      [first.id, null, true],
    ]);
    const mapped = await rows(
      `SELECT 1 FROM blind_code b JOIN work w ON w.id = b.work_id WHERE b.event_id = $1 AND w.skill_id = $2 AND w.superseded_at IS NULL`,
    );
    expect(mapped).toHaveLength(18);
  });

  it('keeps entry numbers through a new draw: they stand on cards already', async () => {
    await hold();
    const numbers = () =>
      rows(`SELECT id, entry_number FROM entry WHERE event_id = $1 AND skill_id = $2 ORDER BY id`);
    const before = await numbers();
    await hold({ reason: '设备调整' });
    expect(await numbers()).toEqual(before);
  });

  it('is refused anew when a later room says that marking has begun', async () => {
    await hold();
    const check = async () => ({ code: 'registration.settled' });
    redrawChecks.push(check);
    try {
      expect(await refusal(hold({ reason: '想再抽一次' }))).toBe('registration.settled');
      expect((await rooms.draws.preflight(organiser, event.id, welding.skill.id)).findings).toMatchObject([
        {},
        { code: 'registration.settled', severity: 'blocking' },
      ]);
    } finally {
      redrawChecks.splice(redrawChecks.indexOf(check), 1);
    }
  });

  it('gives one of two organisers who draw at once the draw, and asks the other for a reason', async () => {
    const answers = await Promise.all([refusal(hold()), refusal(hold())]);
    expect(answers.sort()).toEqual(['done', 'registration.redraw-reason-needed']);
  });

  it('places late entries in free workstations without moving anybody, with codes that look like the others', async () => {
    const waiting = await enter(entries[0]!.delegationId, 'submitted');
    await hold();
    const before = await places();
    await database.source.query(`UPDATE entry SET state = 'accepted' WHERE id = $1`, [waiting.id]);
    expect(await rooms.draws.preflight(organiser, event.id, welding.skill.id)).toMatchObject({
      unplaced: 1,
      drawn: true,
    });
    const late = await rooms.draws.supplement(organiser, event.id, welding.skill.id);
    expect(late).toMatchObject({ kind: 'supplement', entries: 1, places: 3 });
    const after = await places();
    expect(after.filter(({ entryId }) => entryId !== waiting.id)).toEqual(before);
    expect(await works()).toHaveLength(20);
    expect(new Set((await works()).map(({ code }) => code.length)).size).toBe(1);
    expect(await refusal(rooms.draws.supplement(organiser, event.id, welding.skill.id))).toBe(
      'registration.nobody-unplaced',
    );
  });

  it('tells a supplementary draw without a free workstation what to do', async () => {
    await hold();
    await enter(entries[0]!.delegationId);
    await enter(entries[1]!.delegationId);
    expect(await refusal(rooms.draws.supplement(organiser, event.id, welding.skill.id))).toBe(
      'registration.draw-no-free-place',
    );
  });
});

describe('what a draw tells', () => {
  it('never says a work code to anybody, and names only to host and organiser', async () => {
    await hold();
    const codes = (await works()).map(({ code }) => code);
    const secret = await rows<{ code_seed: string }>(
      `SELECT code_seed FROM draw WHERE event_id = $1 AND skill_id = $2`,
    );
    const tx = database.source.manager;
    const floor = await actorIn(tx, event.id, 'floorJudge', { skillId: welding.skill.id });
    const [draw] = (await rooms.draws.list(floor, event.id, welding.skill.id)).items;
    const told = JSON.stringify([
      await rooms.placements.list(floor, event.id, welding.skill.id, {}),
      await rooms.placements.list(organiser, event.id, welding.skill.id, {}),
      draw,
      await rooms.draws.detail(organiser, event.id, welding.skill.id, draw!.id),
      await rooms.entries.list(organiser, event.id, {}),
      await database.source.query(`SELECT * FROM audit_entry WHERE event_id = $1`, [event.id]),
    ]);
    for (const code of [...codes, ...secret.map(({ code_seed }) => code_seed)])
      expect(told).not.toContain(code);
    const [place] = (await rooms.placements.list(floor, event.id, welding.skill.id, {})).items;
    expect(place).toMatchObject({ names: null, delegationName: null });
    expect(place!.entryNumber).toMatch(/^10-0\d$/);
    expect(
      (await rooms.placements.list(organiser, event.id, welding.skill.id, {})).items[0]!.names,
    ).toHaveLength(1);
  });

  it('is closed to whoever marks the skill, by whatever other role he comes', async () => {
    await hold();
    const tx = database.source.manager;
    const judge = await actorIn(tx, event.id, 'judge', { skillId: welding.skill.id });
    expect(await refusal(rooms.placements.list(judge, event.id, welding.skill.id, {}))).toBe(
      'identity.role-may-not',
    );
    const grants = [...judge.grants, ...(await actorIn(tx, event.id, 'organiser')).grants];
    const both = { ...judge, grants };
    expect(await refusal(rooms.placements.list(both, event.id, welding.skill.id, {}))).toBe(
      'registration.marks-here',
    );
    expect(await refusal(rooms.draws.list(both, event.id, welding.skill.id))).toBe('registration.marks-here');
  });
});

describe('a workstation that fails on the day', () => {
  it('sends its entries of all sessions to come to the spare, with the reason kept', async () => {
    await hold();
    const { items } = await rooms.placements.list(organiser, event.id, welding.skill.id, {});
    const failing = items[0]!;
    const here = items.filter(({ workstationId }) => workstationId === failing.workstationId);
    const done = await rooms.placements.fail(organiser, event.id, {
      workstationId: failing.workstationId!,
      reason: '焊机故障',
    });
    expect(done).toMatchObject({ toWorkstationCode: 'W06' });
    expect(done.moved.map(({ id }) => id).sort()).toEqual(here.map(({ id }) => id).sort());
    expect(done.moved[0]).toMatchObject({
      workstationCode: 'W06',
      moves: [{ fromWorkstationCode: failing.workstationCode, reason: '焊机故障' }],
    });
    const states = await rows<{ code: string; state: string }>(
      `SELECT code, state FROM workstation WHERE event_id = $1 AND skill_id = $2 AND state <> 'usable'`,
    );
    expect(states).toEqual([{ code: failing.workstationCode, state: 'failed' }]);
  });

  it('moves one entry to a free place only: not to a taken, failed or foreign one, not while it competes elsewhere', async () => {
    await hold();
    const { items } = await rooms.placements.list(organiser, event.id, welding.skill.id, {});
    const [one, other] = items as [(typeof items)[0], (typeof items)[0]];
    const move = (wish: { sessionId: string; workstationId: string }, version = one.version) =>
      rooms.placements.move(organiser, event.id, one.id, version, { ...wish, reason: '设备异常' });
    const spare = welding.workstations.find(({ code }) => code === 'W06')!.id;
    expect(await refusal(move({ sessionId: other.sessionId, workstationId: other.workstationId! }))).toBe(
      'registration.place-taken',
    );
    const elsewhere = welding.sessions.find(({ moduleId }) => moduleId !== one.moduleId)!;
    expect(await refusal(move({ sessionId: elsewhere.id, workstationId: spare }))).toBe(
      'registration.session-not-of-module',
    );
    expect(await refusal(move({ sessionId: one.sessionId, workstationId: spare }, 7))).toBe(
      'platform.outdated',
    );
    expect(await move({ sessionId: one.sessionId, workstationId: spare })).toMatchObject({
      workstationCode: 'W06',
      version: 2,
    });
    await database.source.transaction(async (tx) => {
      const at = {
        eventId: event.id,
        placementId: one.id,
        toSessionId: one.sessionId,
        toWorkstationId: spare,
        reason: '再次',
        at: clock.now(),
      };
      expect(await refusal(moveEntry(tx, organiser, at))).toBe('registration.no-move');
    });
  });
});
