import { StandingClock } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import {
  givenMarking,
  givenMarks,
  type GivenMarking,
  markingOn,
  type MarkingServices,
} from '../../../test/support/world-marking.js';
import { givenActor, givenRole } from '../../../test/support/world.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-05-12T08:00:00.000Z'));
let on: MarkingServices;
let world: GivenMarking;
beforeAll(async () => {
  on = await markingOn(database.source, database.url, clock);
});
database.beforeDrop(() => on.close());
beforeEach(async () => {
  world = await database.source.transaction((tx) => givenMarking(tx));
});

const formId = (n = 0): string => world.forms[n]?.id ?? '';

/** What stands on the signed sheet. */
const paper = (over: { counted?: string; judged?: string[] } = {}) => {
  const { counted = '6', judged = ['2', '3', '2'] } = over;
  return [
    { aspectId: world.aspects.measured.id, seat: 0, value: '是' },
    { aspectId: world.aspects.counted.id, seat: 0, value: counted },
    ...judged.map((value, i) => ({ aspectId: world.aspects.judged.id, seat: i + 1, value })),
  ];
};
const enter = (over = {}, revision = 0, n = 0) =>
  on.paper.enter(world.recorder, world.event.id, formId(n), { revision, values: paper(over) });
const check = (id: string, over = {}) => on.paper.check(world.checker, world.event.id, id, paper(over));
const marks = async (): Promise<number> => {
  const [row] = await database.source.query(`SELECT count(*)::int AS n FROM mark WHERE event_id = $1`, [
    world.event.id,
  ]);
  return row.n;
};

describe('a form entered from signed paper', () => {
  it('becomes marks only when a second person has read the same, and is then handed in', async () => {
    expect((await on.paper.forms(world.recorder, world.event.id)).items).toHaveLength(3);
    const entry = await enter();
    expect(await marks()).toBe(0);
    expect((await on.paper.forms(world.recorder, world.event.id)).items).toHaveLength(2);
    expect(await check(entry.id, { counted: '06.0' })).toMatchObject({
      state: 'checked',
      checkedBy: '复核员 周平',
    });
    expect(await marks()).toBe(5);
    expect(await on.forms.read(world.chief, world.event.id, formId())).toMatchObject({
      state: 'submitted',
      submittedBy: '复核员 周平',
    });
    const [save] = await database.source.query(`SELECT source FROM mark_save WHERE event_id = $1`, [
      world.event.id,
    ]);
    expect(save.source).toBe('paper');
    await expect(check(entry.id)).rejects.toMatchObject({ code: 'judging.form-submitted' });
  });

  it('lists where the two readings differ and marks nothing until they agree', async () => {
    const entry = await enter();
    const differing = await check(entry.id, { counted: '8' });
    expect(differing).toMatchObject({
      state: 'entered',
      differences: [{ code: 'B2.2', seat: 0, entered: '6', checked: '8' }],
    });
    expect(await marks()).toBe(0);
    expect(await check(entry.id)).toMatchObject({ state: 'checked', differences: [] });
  });

  it('is never checked by the person who entered it, by whatever account', async () => {
    const entry = await enter();
    const both = { eventId: world.event.id, skillId: world.skill.id };
    await givenRole(database.source.manager, world.recorder.accountId, { role: 'checker', ...both });
    const again = { ...world.recorder, grants: [...world.recorder.grants, { ...world.checker.grants[0]! }] };
    await expect(on.paper.check(again, world.event.id, entry.id, paper())).rejects.toMatchObject({
      code: 'judging.paper-same-person',
    });
    const second = await givenActor(database.source.manager, { role: 'checker', ...both });
    await database.source.query(`INSERT INTO person (id, name) VALUES ($1, '孙丽')`, [second.accountId]);
    await database.source.query(`UPDATE account SET person_id = $1 WHERE id = ANY($2::uuid[])`, [
      second.accountId,
      [second.accountId, world.recorder.accountId],
    ]);
    await expect(on.paper.check(second, world.event.id, entry.id, paper())).rejects.toMatchObject({
      code: 'judging.paper-same-person',
    });
    await expect(on.paper.check(world.recorder, world.event.id, entry.id, paper())).rejects.toMatchObject({
      code: 'identity.role-may-not',
    });
    expect(await marks()).toBe(0);
  });

  it('goes back to its judges when the sheet is not whole or shows a spread', async () => {
    await expect(enter({ judged: ['2', '3'] })).rejects.toMatchObject({ code: 'judging.form-incomplete' });
    await expect(enter({ judged: ['0', '3', '1'] })).rejects.toMatchObject({ code: 'judging.spread-open' });
    await expect(enter({ counted: 'six' })).rejects.toMatchObject({ code: 'judging.values-not-valid' });
  });

  it('may be sent back and entered again, but not twice at a time', async () => {
    const entry = await enter();
    await expect(enter()).rejects.toMatchObject({ code: 'judging.paper-entry-waiting' });
    await on.paper.refuse(world.checker, world.event.id, entry.id, '看错了一行');
    await expect(check(entry.id)).rejects.toMatchObject({ code: 'judging.paper-entry-settled' });
    const second = await enter({ counted: '7' });
    expect((await check(second.id, { counted: '7' })).state).toBe('checked');
    const { items } = await on.paper.list(world.checker, world.event.id, { limit: 10 });
    expect(items.map(({ state }) => state)).toEqual(['checked', 'refused']);
    expect(JSON.stringify(items)).not.toContain('"values"');
  });

  it('is refused when a tablet changed the form after the paper was entered', async () => {
    const entry = await enter();
    await givenMarks(on, world, 0, { counted: '3' });
    await expect(check(entry.id)).rejects.toMatchObject({ code: 'judging.form-changed' });
    expect((await on.paper.read(world.checker, world.event.id, entry.id)).state).toBe('entered');
  });

  it('brings its scan along as the form’s signed scan', async () => {
    const entry = await enter();
    const { hash } = await on.paper.attachScan(
      world.recorder,
      world.event.id,
      entry.id,
      Buffer.from('%PDF-1.7 sheet'),
    );
    await check(entry.id);
    expect(await on.forms.read(world.chief, world.event.id, formId())).toMatchObject({ scanHash: hash });
  });
});
