import { StandingClock } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import {
  givenMarking,
  givenMarks,
  type GivenMarking,
  markingOn,
  type MarkingServices,
} from '../../../test/support/world-marking.js';

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
const sign = (revision: number, code?: string, n = 0) =>
  on.signOffs.sign(world.chief, world.event.id, formId(n), revision, code);

/** Marked and handed in by the first judge; its revision. */
async function handedIn(n = 0, marks: Parameters<typeof givenMarks>[3] = {}): Promise<number> {
  const revision = await givenMarks(on, world, n, marks);
  const [judge] = world.judges;
  if (!judge) throw new Error('there is no judge');
  await on.forms.submit(judge, world.event.id, formId(n), revision);
  return revision;
}

const jobsWaiting = async (): Promise<string[]> => {
  const rows: { name: string }[] = await database.source.query(
    `SELECT name FROM job_request WHERE event_id = $1 AND state = 'waiting' ORDER BY name`,
    [world.event.id],
  );
  return rows.map(({ name }) => name);
};

describe('signing a form off', () => {
  it('locks it, asks for a score run and leaves a record with total, hash and printed code', async () => {
    const revision = await handedIn();
    const printed = (await on.forms.read(world.chief, world.event.id, formId())).versionCode ?? '';
    expect(await jobsWaiting()).toEqual([]);
    const signed = await sign(revision, printed);
    expect(signed).toMatchObject({
      formId: formId(),
      revision,
      versionCode: printed,
      totalHundredths: 406,
      by: '裁判长 赵敏',
    });
    expect(await jobsWaiting()).toEqual(['boardRefresh', 'scoreRun']);
    await expect(givenMarks(on, world)).rejects.toMatchObject({ code: 'judging.form-signed-off' });
    const [judge] = world.judges;
    if (judge)
      await expect(on.forms.withdrawSubmission(judge, world.event.id, formId())).rejects.toMatchObject({
        code: 'judging.form-signed-off',
      });
    const audits = await database.source.query(
      `SELECT after FROM audit_entry WHERE event_id = $1 AND verb = 'markingForm.signedOff'`,
      [world.event.id],
    );
    expect(audits).toMatchObject([
      { after: { state: 'signed', versionCode: printed, totalHundredths: 406 } },
    ]);
  });

  it('answers the sign-off there is when asked again', async () => {
    const revision = await handedIn();
    const first = await sign(revision);
    expect(await sign(revision)).toEqual(first);
  });

  it('is refused for a form not handed in, another revision, or a sheet with other marks', async () => {
    const open = await givenMarks(on, world);
    await expect(sign(open)).rejects.toMatchObject({ code: 'judging.form-not-submitted' });
    const revision = await handedIn(1);
    await expect(sign(revision - 1, undefined, 1)).rejects.toMatchObject({ code: 'platform.outdated' });
    await expect(sign(revision, 'AAAA-AAAA', 1)).rejects.toMatchObject({
      code: 'judging.version-code-differs',
    });
  });

  it('is the chief judge’s alone', async () => {
    const revision = await handedIn();
    const [judge] = world.judges;
    if (!judge) throw new Error('there is no judge');
    await expect(on.signOffs.sign(judge, world.event.id, formId(), revision)).rejects.toMatchObject({
      code: 'identity.role-may-not',
    });
  });

  it('wants the signed scan where the skill asks for it', async () => {
    await database.source.query(`UPDATE skill SET require_signed_scan = true WHERE event_id = $1`, [
      world.event.id,
    ]);
    const revision = await handedIn();
    await expect(sign(revision)).rejects.toMatchObject({ code: 'judging.scan-missing' });
    const attach = (bytes: string) =>
      on.scans.attach(world.chief, world.event.id, formId(), Buffer.from(bytes));
    await expect(attach('MZ a program')).rejects.toMatchObject({ code: 'judging.scan-kind' });
    const { hash } = await attach('%PDF-1.7 signed');
    expect(await sign(revision)).toMatchObject({ scanHash: hash });
    const { mediaType } = await on.scans.read(world.chief, world.event.id, formId());
    expect(mediaType).toBe('application/pdf');
    await expect(attach('%PDF-1.7 another')).rejects.toMatchObject({ code: 'judging.scan-there' });
  });

  it('signs many at once, or none and says why', async () => {
    const forms = [
      { formId: formId(0), revision: await handedIn(0) },
      {
        formId: formId(1),
        revision: await handedIn(1, { measured: '0', counted: '0', judged: ['0', '0', '0'] }),
      },
    ];
    const { items } = await on.signOffs.candidates(world.chief, world.event.id, world.skill.id);
    expect(
      items.map(({ totalHundredths, findings }) => [totalHundredths, findings.map(({ code }) => code)]),
    ).toEqual([
      [406, []],
      [0, ['judging.form-all-zero']],
    ]);
    const wanted = [...forms, { formId: formId(2), revision: 0 }];
    await expect(
      on.signOffs.signMany(world.chief, world.event.id, world.skill.id, wanted),
    ).rejects.toMatchObject({
      code: 'judging.sign-offs-refused',
      extra: {
        refused: [{ formId: formId(2), codes: expect.arrayContaining(['judging.form-not-submitted']) }],
      },
    });
    const signed = await on.signOffs.signMany(world.chief, world.event.id, world.skill.id, forms);
    expect(signed.items.map(({ totalHundredths }) => totalHundredths).sort()).toEqual([0, 406]);
  });
});

describe('opening a signed form again', () => {
  it('keeps the reason, lets it be marked and wants it handed in and signed anew', async () => {
    const revision = await handedIn();
    const first = await sign(revision);
    const reopen = (reason: string) => on.signOffs.reopen(world.chief, world.event.id, formId(), reason);
    await reopen('复核发现 B2.2 漏记一处');
    await expect(reopen('再开一次也没有用')).rejects.toMatchObject({ code: 'judging.form-not-signed' });
    expect(await on.forms.read(world.chief, world.event.id, formId())).toMatchObject({
      state: 'open',
      signOff: null,
      reopenings: [{ reason: '复核发现 B2.2 漏记一处', by: '裁判长 赵敏' }],
    });
    await expect(sign(revision)).rejects.toMatchObject({ code: 'judging.form-not-submitted' });
    const corrected = await handedIn(0, { counted: '7' });
    const second = await sign(corrected);
    expect(second.versionCode).not.toBe(first.versionCode);
    expect(second.totalHundredths).toBe(431);
    const [save] = await database.source.query(
      `SELECT source FROM mark_save WHERE event_id = $1 ORDER BY revision DESC LIMIT 1`,
      [world.event.id],
    );
    expect(save.source).toBe('correction');
  });
});

describe('the chief judge’s desk', () => {
  it('shows each work and sub-criterion in one word, with open spreads and what was forgotten', async () => {
    await sign(await handedIn(0));
    await givenMarks(on, world, 1, { judged: ['0', '3'] });
    await database.source.query(`DELETE FROM marking_form_seat WHERE event_id = $1 AND form_id = $2`, [
      world.event.id,
      formId(2),
    ]);
    await database.source.query(`DELETE FROM marking_form WHERE event_id = $1 AND id = $2`, [
      world.event.id,
      formId(2),
    ]);
    const desk = await on.desk.desk(world.chief, world.event.id, world.skill.id);
    expect(desk.cells.map(({ state }) => state)).toEqual(['signed', 'spread', 'missing']);
    expect(desk.counts).toMatchObject({ signed: 1, spread: 1, missing: 1, notStarted: 0 });
    expect(desk.spreads).toMatchObject([
      {
        formId: formId(1),
        aspectCode: 'B2.3',
        scores: [
          { name: '张伟', value: '0' },
          { name: '李娜', value: '3' },
        ],
      },
    ]);
    await on.signOffs.reopen(world.chief, world.event.id, formId(0), '需要重新测量');
    const again = await on.desk.desk(world.chief, world.event.id, world.skill.id);
    expect(again.cells[0]).toMatchObject({ state: 'reopened', formId: formId(0) });
  });

  it('is closed to judges, and the organiser sees counts without a code', async () => {
    await sign(await handedIn(0));
    const [judge] = world.judges;
    if (!judge) throw new Error('there is no judge');
    await expect(on.desk.desk(judge, world.event.id, world.skill.id)).rejects.toMatchObject({
      code: 'identity.role-may-not',
    });
    const progress = await on.desk.progress(world.chief, world.event.id);
    expect(progress.counts).toMatchObject({ signed: 1, notStarted: 2 });
    expect(progress.skills).toMatchObject([
      { name: '焊接', subCriteria: [{ code: 'B2', counts: { signed: 1 } }] },
    ]);
    for (const { code } of world.works) expect(JSON.stringify(progress)).not.toContain(code);
  });

  it('points at a measurement far from the others', async () => {
    const many = await database.source.transaction((tx) => givenMarking(tx, { works: 6 }));
    const measured = ['6', '7', '6', '5', '6', '0'];
    for (const [n, counted] of measured.entries()) await givenMarks(on, many, n, { counted });
    const { items } = await on.desk.implausible(many.chief, many.event.id, many.skill.id);
    expect(items).toMatchObject([
      { kind: 'totalOutlier', value: '2.56', median: '4.06' },
      { kind: 'valueOutlier', aspectCode: 'B2.2', value: '0', median: '6' },
    ]);
  });
});
