import fc from 'fast-check';
import { Clock, newId, readConfig, StandingClock } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import { type GivenMarking, givenMarking } from '../../../test/support/world-marking.js';
import { FormCards } from './form-cards.js';
import { Marks } from './marks.service.js';
import type { EnteredValueDto } from './marks.dto.js';
import type { SavedValue } from './saved-value.js';
import { standingAfter } from './save-row.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-05-12T06:32:00.000Z'));
const open: Marks[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((marks) => marks.onApplicationShutdown()));
});

/** The service as one process of the api has it. */
function aProcess(): Marks {
  const config = readConfig({ DATABASE_URL: database.url });
  const cards = new FormCards(database.source, new Clock());
  const marks = new Marks(database.source, cards, clock, config);
  open.push(marks);
  return marks;
}

const value = (aspect: { id: string }, seat: number, entered: string | null): EnteredValueDto => ({
  aspectId: aspect.id,
  seat,
  value: entered,
});

/** Saves as the n-th judge on the n-th form of a world. */
const saver =
  (marks: Marks, world: GivenMarking) =>
  (
    values: EnteredValueDto[],
    over: { judge?: number; form?: number; revision?: number; key?: string } = {},
  ) => {
    const { judge = 0, form = 0, revision = 0, key = newId() } = over;
    const actor = world.judges[judge];
    const formId = world.forms[form]?.id ?? '';
    if (!actor) throw new Error('there is no such judge');
    return marks.save(actor, world.event.id, formId, { clientKey: key, revision, values });
  };

/** What stands on a form: aspect code # seat → value. */
async function standing(world: GivenMarking, form = 0): Promise<Record<string, string>> {
  const rows: { cell: string; value: string }[] = await database.source.query(
    `SELECT a.code || '#' || m.seat AS cell, trim_scale(m.value)::text AS value FROM mark m
     JOIN aspect a ON a.event_id = m.event_id AND a.id = m.aspect_id
     WHERE m.event_id = $1 AND m.form_id = $2 ORDER BY 1`,
    [world.event.id, world.forms[form]?.id],
  );
  return Object.fromEntries(rows.map(({ cell, value }) => [cell, value]));
}

const countOf = async (world: GivenMarking, table: 'mark_save' | 'audit_entry'): Promise<number> => {
  const [row] = await database.source.query(`SELECT count(*)::int AS n FROM ${table} WHERE event_id = $1`, [
    world.event.id,
  ]);
  return row.n;
};

describe('saving marks', () => {
  let world: GivenMarking;
  beforeEach(async () => {
    world = await database.source.transaction((tx) => givenMarking(tx));
  });

  it('keeps values with their marks, who and when, and audits them with what stood before', async () => {
    const save = saver(aProcess(), world);
    const { measured, counted, judged } = world.aspects;
    const first = await save([value(measured, 0, '是'), value(counted, 0, '6'), value(judged, 1, '2')]);
    expect(first).toEqual({
      revision: 1,
      saved: 3,
      savedAt: '2027-05-12T06:32:00.000Z',
      spreads: [],
      merged: [],
    });
    await save([value(measured, 0, '0')], { judge: 1, revision: 1 });
    expect(await standing(world)).toEqual({ 'B2.1#0': '0', 'B2.2#0': '6', 'B2.3#1': '2' });
    const marks = await database.source.query(
      `SELECT mark_hundredths AS mark FROM mark WHERE event_id = $1 AND seat = 0 ORDER BY mark_hundredths`,
      [world.event.id],
    );
    expect(marks).toEqual([{ mark: 0 }, { mark: 150 }]);
    const audits = await database.source.query(
      `SELECT verb, before, after, actor_account_id AS actor FROM audit_entry WHERE event_id = $1 ORDER BY id`,
      [world.event.id],
    );
    expect(audits[1]).toEqual({
      verb: 'marks.entered',
      actor: world.judges[1]?.accountId,
      before: { revision: 1, marks: { 'B2.1#0': '1' } },
      after: { revision: 2, source: 'tablet', marks: { 'B2.1#0': '0' } },
    });
  });

  it('takes a value back to "not yet marked", which is no zero', async () => {
    const save = saver(aProcess(), world);
    await save([value(world.aspects.measured, 0, '1')]);
    await save([value(world.aspects.measured, 0, null)], { revision: 1 });
    expect(await standing(world)).toEqual({});
    expect(await countOf(world, 'mark_save')).toBe(2);
  });

  it('answers a repeat the same and does nothing twice – also later, elsewhere and after other saves', async () => {
    const { judged } = world.aspects;
    const save = saver(aProcess(), world);
    await save([value(judged, 1, '0')], { judge: 0 });
    const spread = await save([value(judged, 2, '3')], { judge: 1, key: 'the-same-key' });
    expect(spread).toMatchObject({
      revision: 2,
      spreads: [{ aspectId: judged.id, code: 'B2.3', spread: 3 }],
      merged: [{ aspectId: judged.id, seat: 1, value: '0', by: '张伟' }],
    });
    await save([value(judged, 2, '1')], { judge: 1, revision: 2 });
    clock.pass(60_000);
    const again = saver(aProcess(), world);
    expect(await again([value(judged, 2, '3')], { judge: 1, key: 'the-same-key' })).toEqual(spread);
    expect(await standing(world)).toEqual({ 'B2.3#1': '0', 'B2.3#2': '1' });
    expect(await countOf(world, 'mark_save')).toBe(3);
    expect(await countOf(world, 'audit_entry')).toBe(3);
  });

  it('does a save once that is sent many times at the same moment, by two processes', async () => {
    const here = saver(aProcess(), world);
    const there = saver(aProcess(), world);
    const sent = Array.from({ length: 20 }, (_, i) =>
      (i % 2 ? here : there)([value(world.aspects.counted, 0, '7')], { key: 'pressed-twice' }),
    );
    const answers = await Promise.all(sent);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await countOf(world, 'mark_save')).toBe(1);
  });

  it('refuses a key that stands for other values already', async () => {
    const save = saver(aProcess(), world);
    await save([value(world.aspects.measured, 0, '1')], { key: 'used-key' });
    await expect(save([value(world.aspects.measured, 0, '0')], { key: 'used-key' })).rejects.toMatchObject({
      code: 'judging.client-key-reused',
    });
  });

  it('merges two tablets that change other cells, and tells each what the other did', async () => {
    const save = saver(aProcess(), world);
    await save([value(world.aspects.measured, 0, '1')], { judge: 0 });
    const second = await save([value(world.aspects.counted, 0, '8')], { judge: 1, revision: 0 });
    expect(second).toMatchObject({
      revision: 2,
      merged: [{ aspectId: world.aspects.measured.id, seat: 0, value: '1', by: '张伟' }],
    });
    expect(await standing(world)).toEqual({ 'B2.1#0': '1', 'B2.2#0': '8' });
  });

  it('refuses a save on an older revision where somebody changed the same value, and shows it', async () => {
    const save = saver(aProcess(), world);
    await save([value(world.aspects.counted, 0, '8')], { judge: 0 });
    const refused = save([value(world.aspects.counted, 0, '5'), value(world.aspects.measured, 0, '1')], {
      judge: 1,
    });
    await expect(refused).rejects.toMatchObject({
      code: 'judging.form-changed',
      extra: {
        revision: 1,
        current: [{ aspectId: world.aspects.counted.id, seat: 0, value: '8', by: '张伟' }],
      },
    });
    expect(await standing(world)).toEqual({ 'B2.2#0': '8' });
    // Taking back counts as a change, and the same value on both sides as none.
    await save([value(world.aspects.counted, 0, null)], { judge: 0, revision: 1 });
    await expect(save([value(world.aspects.counted, 0, '5')], { revision: 1 })).rejects.toMatchObject({
      extra: { current: [{ value: null }] },
    });
    await save([value(world.aspects.measured, 0, '1')], { judge: 0, revision: 2 });
    expect(await save([value(world.aspects.measured, 0, '1')], { judge: 2, revision: 2 })).toMatchObject({
      revision: 4,
    });
  });

  it('names every value that cannot be one, and saves nothing of that form', async () => {
    const save = saver(aProcess(), world);
    const { measured, counted, judged } = world.aspects;
    const bad = save([
      value(judged, 1, '4'),
      value(judged, 0, '2'),
      value(measured, 0, '0.5'),
      value({ id: newId() }, 0, '1'),
      value(counted, 0, '8'),
      value(counted, 0, '7'),
    ]);
    await expect(bad).rejects.toMatchObject({
      code: 'judging.values-not-valid',
      extra: {
        errors: [
          { path: 'values.0.value', code: 'judging.value-not-valid' },
          { path: 'values.1.value', code: 'judging.seat-not-on-form' },
          { path: 'values.2.value', code: 'judging.value-not-valid' },
          { path: 'values.3.value', code: 'judging.aspect-not-on-form' },
          { path: 'values.5.value', code: 'judging.value-twice' },
        ],
      },
    });
    expect(await countOf(world, 'mark_save')).toBe(0);
  });

  it('lets only those save who sit on the form: what is not yours is not there', async () => {
    const marks = aProcess();
    const elsewhere = await database.source.transaction((tx) => givenMarking(tx));
    const stranger = elsewhere.judges[0];
    const request = { clientKey: newId(), revision: 0, values: [value(world.aspects.measured, 0, '1')] };
    const formId = world.forms[0]?.id ?? '';
    await expect(marks.save(world.chief, world.event.id, formId, request)).rejects.toMatchObject({
      code: 'identity.role-may-not',
    });
    if (stranger)
      await expect(marks.save(stranger, world.event.id, formId, request)).rejects.toMatchObject({
        code: 'identity.not-in-reach',
      });
    await database.source.query(`UPDATE judge SET ended_at = now() WHERE event_id = $1 AND account_id = $2`, [
      world.event.id,
      world.judges[0]?.accountId,
    ]);
    await expect(saver(marks, world)(request.values)).rejects.toMatchObject({
      code: 'judging.form-not-found',
    });
  });

  it.each([
    ['signed', 'judging.form-signed-off'],
    ['submitted', 'judging.form-submitted'],
  ])('refuses marks on a form that is %s', async (state, code) => {
    await database.source.query(`UPDATE marking_form SET state = $2 WHERE event_id = $1`, [
      world.event.id,
      state,
    ]);
    await expect(saver(aProcess(), world)([value(world.aspects.measured, 0, '1')])).rejects.toMatchObject({
      code,
    });
  });

  it('takes marks after the competition only on a form that was opened again, as a correction', async () => {
    const save = saver(aProcess(), world);
    await database.source.query(`UPDATE competition_event SET stage = 'provisional' WHERE id = $1`, [
      world.event.id,
    ]);
    await expect(save([value(world.aspects.measured, 0, '1')])).rejects.toMatchObject({
      code: 'judging.not-in-competition',
    });
    await reopened(world);
    await save([value(world.aspects.measured, 0, '1')]);
    const [row] = await database.source.query(`SELECT source FROM mark_save WHERE event_id = $1`, [
      world.event.id,
    ]);
    expect(row.source).toBe('correction');
  });

  it('never lets a refused save fail the others that travel with it', async () => {
    const save = saver(aProcess(), world);
    await database.source.query(`UPDATE marking_form SET state = 'signed' WHERE event_id = $1 AND id = $2`, [
      world.event.id,
      world.forms[1]?.id,
    ]);
    const answers = await Promise.allSettled(
      [0, 1, 2].map((form) => save([value(world.aspects.counted, 0, '4')], { form })),
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('takes 200 saves of one form at once, from two processes, losing none', async () => {
    const here = saver(aProcess(), world);
    const savers = [here, saver(aProcess(), world)];
    const { judged } = world.aspects;
    const sent = Array.from({ length: 200 }, (_, i) => {
      const seat = (i % 3) + 1;
      const save = savers[i % 2] ?? here;
      return save([value(judged, seat, '2')], { judge: seat - 1 });
    });
    const revisions = (await Promise.all(sent)).map(({ revision }) => revision);
    expect(revisions.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    expect(await countOf(world, 'mark_save')).toBe(200);
    expect(await countOf(world, 'audit_entry')).toBe(200);
    expect(await standing(world)).toEqual({ 'B2.3#1': '2', 'B2.3#2': '2', 'B2.3#3': '2' });
  });

  it('comes to the last writer of each cell, whatever is sent together, repeated or refused', async () => {
    const processes = [aProcess(), aProcess()];
    const { measured, counted, judged } = world.aspects;
    const cells: [typeof measured, number, string[]][] = [
      [measured, 0, ['0', '1']],
      [counted, 0, ['3', '5', '8']],
      ...[1, 2, 3].map((seat): [typeof judged, number, string[]] => [judged, seat, ['0', '1', '2', '3']]),
    ];
    const oneSave = fc.record({
      cell: fc.constantFrom(...cells),
      pick: fc.nat(),
      takesBack: fc.boolean(),
      process: fc.constantFrom(...processes),
      judge: fc.nat(2),
      times: fc.integer({ min: 1, max: 3 }),
      form: fc.constantFrom(1, 2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(oneSave, { minLength: 1, maxLength: 12 }), async (saves) => {
        const sent: Promise<unknown>[] = saves.flatMap(
          ({ cell: [aspect, seat, choices], pick, takesBack, process, judge, times, form }) => {
            const key = newId();
            const entered = takesBack ? null : (choices[pick % choices.length] ?? null);
            const send = () =>
              saver(process, world)([value(aspect, seat, entered)], { key, judge, form, revision: 0 });
            return Array.from({ length: times }, () =>
              send().catch((refused: { code: string }) => refused.code),
            );
          },
        );
        const refused = (await Promise.all(sent)).filter((answer) => typeof answer === 'string');
        expect(new Set(refused)).toEqual(new Set(refused.length ? ['judging.form-changed'] : []));
        for (const form of [1, 2])
          expect(await standing(world, form)).toEqual(await lastWriters(world, form));
      }),
      { numRuns: 12 },
    );
    expect(await countOf(world, 'mark_save')).toBe(await countOf(world, 'audit_entry'));
  });
});

/** The latest value of each cell by the saves alone. */
async function lastWriters(world: GivenMarking, form: number): Promise<Record<string, string>> {
  const saves: { revision: number; values: SavedValue[] }[] = await database.source.query(
    `SELECT revision, values FROM mark_save WHERE event_id = $1 AND form_id = $2 ORDER BY revision`,
    [world.event.id, world.forms[form]?.id],
  );
  expect(saves.map(({ revision }) => revision)).toEqual(saves.map((_, i) => i + 1));
  const codes = new Map(Object.values(world.aspects).map(({ id, code }) => [id, code]));
  const cells = standingAfter(saves.map(({ values }) => values));
  const named = cells.map(
    ({ aspectId, seat, value: kept }) => [`${codes.get(aspectId)}#${seat}`, kept] as const,
  );
  return Object.fromEntries(named.sort());
}

async function reopened(world: GivenMarking): Promise<void> {
  const signOffId = newId();
  const { id: formId } = world.forms[0] ?? { id: '' };
  await database.source.query(
    `INSERT INTO sign_off (event_id, id, form_id, revision, version_code, marks_hash, total_hundredths, at, ended_at)
     VALUES ($1, $2, $3, 0, 'AAAA-AAAA', 'x', 0, now(), now())`,
    [world.event.id, signOffId, formId],
  );
  await database.source.query(
    `INSERT INTO reopening (event_id, id, form_id, sign_off_id, reason, at) VALUES ($1, $2, $3, $4, '复核发现漏记', now())`,
    [world.event.id, newId(), formId, signOffId],
  );
}
