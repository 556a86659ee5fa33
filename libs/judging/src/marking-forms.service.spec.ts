import { newId, StandingClock } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import {
  givenMarking,
  givenMarks,
  type GivenMarking,
  markingOn,
  type MarkingServices,
} from '../../../test/support/world-marking.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-05-12T06:32:00.000Z'));
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
const judge = (n = 0) => {
  const actor = world.judges[n];
  if (!actor) throw new Error('there is no such judge');
  return actor;
};

/** Everything that would tell who made a work. */
async function makersOfWorks(): Promise<string[]> {
  const rows: { secrets: string[] }[] = await database.source.query(
    `SELECT array_remove(ARRAY[e.id::text, e.delegation_id::text, d.name, e.entry_number, p.id::text, w.code, pe.id::text, pe.name], NULL) AS secrets
     FROM blind_code b JOIN entry e ON e.event_id = b.event_id AND e.id = b.entry_id
     JOIN delegation d ON d.event_id = e.event_id AND d.id = e.delegation_id
     JOIN placement p ON p.event_id = e.event_id AND p.entry_id = e.id
     JOIN workstation w ON w.event_id = p.event_id AND w.id = p.workstation_id
     JOIN competitor c ON c.event_id = e.event_id AND c.entry_id = e.id JOIN person pe ON pe.id = c.person_id
     WHERE b.event_id = $1`,
    [world.event.id],
  );
  return rows.flatMap(({ secrets }) => secrets);
}

describe('a judge’s forms', () => {
  it('are those in which he sits, by sub-criterion and code, with their progress', async () => {
    await givenMarks(on, world, 0);
    await givenMarks(on, world, 1, { judged: ['0', '2'] });
    const { items } = await on.forms.mine(judge(1), world.event.id);
    expect(items).toMatchObject([
      {
        skillName: '焊接',
        aspectCount: 3,
        subCriterion: { code: 'B2', dayOfMarking: 2, maxHundredths: 500 },
        forms: [
          { state: 'open', marked: 3, spreads: 0, revision: 1, maker: null },
          { state: 'open', marked: 2, spreads: 1, revision: 1, maker: null },
          { state: 'open', marked: 0, spreads: 0, revision: 0, maker: null },
        ],
      },
    ]);
    const codes = items[0]?.forms.map(({ workCode }) => workCode) ?? [];
    expect(codes).toEqual([...codes].sort());
  });

  it('tell nothing of who made a coded work, in any answer', async () => {
    await givenMarks(on, world);
    await on.forms.note(judge(), world.event.id, formId(), { text: '焊脚偏小' });
    const answers = JSON.stringify([
      await on.forms.mine(judge(), world.event.id),
      await on.forms.read(judge(), world.event.id, formId()),
      await on.forms.read(world.chief, world.event.id, formId()),
      await on.forms.history(judge(), world.event.id, formId(), { limit: 10 }),
      await on.desk.desk(world.chief, world.event.id, world.skill.id),
    ]);
    const secrets = await makersOfWorks();
    expect(secrets.length).toBeGreaterThan(10);
    for (const secret of secrets) expect(answers).not.toContain(JSON.stringify(secret));
  });

  it('show the maker of a work that is marked in the open', async () => {
    const open = await database.source.transaction((tx) => givenMarking(tx, { compatriotMode: 'open' }));
    const [actor] = open.judges;
    if (!actor) throw new Error('there is no judge');
    const form = await on.forms.read(actor, open.event.id, open.forms[0]?.id ?? '');
    expect(form.maker).toEqual({
      entryNumber: expect.stringMatching(/-001$/),
      delegationName: '南京市代表队',
    });
    const { items } = await on.forms.mine(actor, open.event.id);
    expect(items[0]?.forms[0]?.maker).toEqual(form.maker);
  });

  it('leave out works of entries that do not compete', async () => {
    await database.source.query(`UPDATE entry SET status = 'withdrawn' WHERE event_id = $1 AND id = $2`, [
      world.event.id,
      world.entryIds[0],
    ]);
    await database.source.query(
      `INSERT INTO check_in (event_id, id, entry_id, module_id, status, at) VALUES ($1, $2, $3, $4, 'absent', now())`,
      [world.event.id, newId(), world.entryIds[1], world.modules[0]?.id],
    );
    const { items } = await on.forms.mine(judge(), world.event.id);
    expect(items[0]?.forms.map(({ id }) => id)).toEqual([formId(2)]);
    const { previous, next } = await on.forms.read(judge(), world.event.id, formId(2));
    expect({ previous, next }).toEqual({ previous: null, next: null });
  });
});

describe('one form', () => {
  it('has its aspects, values with names, seats, notes and neighbours', async () => {
    await givenMarks(on, world, 1);
    await on.forms.note(judge(2), world.event.id, formId(1), {
      text: '有咬边',
      aspectId: world.aspects.judged.id,
    });
    const form = await on.forms.read(judge(), world.event.id, formId(1));
    expect(form).toMatchObject({
      state: 'open',
      revision: 1,
      versionCode: null,
      aspects: [
        { code: 'B2.1' },
        { code: 'B2.2', calculation: { possible: '8' } },
        { code: 'B2.3', kind: 'judgement' },
      ],
      seats: [{ seat: 1, name: '张伟', isMe: true }, { name: '李娜', isMe: false }, { name: '王强' }],
      notes: [{ text: '有咬边', by: '王强', aspectId: world.aspects.judged.id }],
      previous: { id: formId(0) },
      next: { id: formId(2) },
      may: { enter: true, submit: true, signOff: false, reopen: false },
    });
    expect(form.values.find(({ seat }) => seat === 2)).toMatchObject({ value: '3', by: '张伟' });
    expect(form.rules).toMatchObject({ judgement: { panel: { judges: 3, spreadFrom: 2 } } });
  });

  it('keeps its values from a recorder, who has the paper', async () => {
    await givenMarks(on, world);
    const form = await on.forms.read(world.recorder, world.event.id, formId());
    expect(form).toMatchObject({ values: [], notes: [], may: { enter: false, submit: false } });
  });

  it('is not there for people of another skill', async () => {
    const elsewhere = await database.source.transaction((tx) => givenMarking(tx));
    for (const actor of [elsewhere.judges[0], elsewhere.chief, elsewhere.recorder, world.floorJudge]) {
      if (!actor) throw new Error('somebody is missing');
      await expect(on.forms.read(actor, world.event.id, formId())).rejects.toMatchObject({
        code: 'judging.form-not-found',
      });
    }
  });

  it('tells a tablet what others saved since its revision, and nothing when nothing changed', async () => {
    const revision = await givenMarks(on, world);
    const all = await on.forms.changes(judge(), world.event.id, formId(), 0);
    expect(all).toMatchObject({ state: 'open', revision });
    expect(all.changes).toHaveLength(5);
    expect((await on.forms.changes(judge(), world.event.id, formId(), revision)).changes).toEqual([]);
  });

  it('keeps every earlier value in its history, page by page', async () => {
    await givenMarks(on, world);
    await givenMarks(on, world, 0, { counted: '7' });
    const first = await on.forms.history(judge(), world.event.id, formId(), { limit: 1 });
    expect(first.items).toMatchObject([{ revision: 2, by: '张伟', source: 'tablet' }]);
    expect(first.items[0]?.values.find(({ code }) => code === 'B2.2')).toMatchObject({
      value: '7',
      earlier: '6',
    });
    const second = await on.forms.history(judge(), world.event.id, formId(), {
      after: Number(first.next),
      limit: 1,
    });
    expect(second.items[0]).toMatchObject({
      revision: 1,
      values: expect.arrayContaining([expect.objectContaining({ earlier: null })]),
    });
    expect(second.next).toBeNull();
  });
});

describe('handing a form in', () => {
  it('is refused while an aspect is missing or a spread is open, and names them', async () => {
    const submit = (revision: number) => on.forms.submit(judge(), world.event.id, formId(), revision);
    await expect(submit(0)).rejects.toMatchObject({
      code: 'judging.form-incomplete',
      params: { aspects: 'B2.1、B2.2、B2.3' },
    });
    const revision = await givenMarks(on, world, 0, { judged: ['0', '2', '1'] });
    await expect(submit(revision)).rejects.toMatchObject({
      code: 'judging.spread-open',
      params: { aspects: 'B2.3' },
      extra: { spreads: [{ code: 'B2.3', spread: 2 }] },
    });
  });

  it('stops marking until it is taken back, by its judges or by the chief judge', async () => {
    const revision = await givenMarks(on, world);
    await expect(on.forms.submit(judge(), world.event.id, formId(), revision - 1)).rejects.toMatchObject({
      code: 'platform.outdated',
    });
    const handedIn = await on.forms.submit(judge(2), world.event.id, formId(), revision);
    expect(handedIn).toMatchObject({ state: 'submitted', marked: 3, missing: [], subtotalHundredths: 406 });
    await expect(givenMarks(on, world)).rejects.toMatchObject({ code: 'judging.form-submitted' });
    expect(await on.forms.submit(judge(), world.event.id, formId(), revision)).toMatchObject({
      state: 'submitted',
    });
    const read = await on.forms.read(world.chief, world.event.id, formId());
    expect(read).toMatchObject({ submittedBy: '王强', may: { enter: false, signOff: true } });
    expect(read.versionCode).toMatch(/^\w{4}-\w{4}$/);
    await on.forms.withdrawSubmission(world.chief, world.event.id, formId());
    await givenMarks(on, world, 0, { counted: '8' });
  });

  it('is for the judges of the form alone', async () => {
    const revision = await givenMarks(on, world);
    await expect(on.forms.submit(world.chief, world.event.id, formId(), revision)).rejects.toMatchObject({
      code: 'judging.not-your-seat',
    });
  });
});
