import { StandingClock } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import {
  givenMarking,
  type GivenMarking,
  markingOn,
  type MarkingServices,
} from '../../../test/support/world-marking.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-05-11T10:00:00.000Z'));
let on: MarkingServices;
let world: GivenMarking;
let moduleId: string;
beforeAll(async () => {
  on = await markingOn(database.source, database.url, clock);
});
database.beforeDrop(() => on.close());
beforeEach(async () => {
  world = await database.source.transaction((tx) => givenMarking(tx));
  moduleId = world.modules[0]?.id ?? '';
  await database.source.query(`UPDATE module SET marked_by = 'list', part = 'theory' WHERE event_id = $1`, [
    world.event.id,
  ]);
});

const numbers = async (): Promise<string[]> => {
  const { items } = await on.partMarks.list(world.recorder, world.event.id, moduleId);
  return items.map(({ entryNumber }) => entryNumber ?? '');
};
const list = async (...marks: string[]) => ({
  pasted: ['参赛编号\t成绩', ...(await numbers()).map((number, i) => `${number}\t${marks[i] ?? ''}`)].join(
    '\n',
  ),
});
const bring = async (...marks: string[]) =>
  on.partMarks.import(world.recorder, world.event.id, moduleId, await list(...marks));

describe('marks from a list', () => {
  it('come in by entry number, with the earlier mark kept in the audit', async () => {
    await bring('86.5', '70', '缺考');
    await bring('86.5', '71', '缺考');
    const { items } = await on.partMarks.list(world.recorder, world.event.id, moduleId);
    expect(items.map(({ markHundredths }) => markHundredths)).toEqual([8650, 7100, null]);
    const audits = await database.source.query(
      `SELECT before, after FROM audit_entry WHERE event_id = $1 AND verb = 'partMark.imported' ORDER BY id`,
      [world.event.id],
    );
    expect(audits).toHaveLength(3);
    expect(audits[2]).toMatchObject({ before: { markHundredths: 7000 }, after: { markHundredths: 7100 } });
    const jobs = await database.source.query(`SELECT name FROM job_request WHERE event_id = $1`, [
      world.event.id,
    ]);
    expect(jobs).toEqual([{ name: 'scoreRun' }]);
  });

  it('are taken all or not at all, each bad cell with its address', async () => {
    const findings = [
      { code: 'bad-cell', cell: 'B2' },
      { code: 'mark-too-large', cell: 'B3' },
    ];
    const preview = await on.partMarks.preview(
      world.recorder,
      world.event.id,
      moduleId,
      await list('八十', '100.5', '60'),
    );
    expect(preview).toMatchObject({ marks: [{ markHundredths: 6000 }] });
    await expect(bring('8o', '100.5', '60')).rejects.toMatchObject({
      code: 'judging.part-marks-refused',
      extra: { findings },
    });
    const { items } = await on.partMarks.list(world.recorder, world.event.id, moduleId);
    expect(items.map(({ markHundredths }) => markHundredths)).toEqual([null, null, null]);
  });

  it('do not come in for a module that is marked by the scheme, or from a file that is none', async () => {
    await expect(
      on.partMarks.preview(world.recorder, world.event.id, moduleId, Buffer.from([0, 1, 2, 3])),
    ).rejects.toMatchObject({ code: 'judging.list-unreadable' });
    await database.source.query(`UPDATE module SET marked_by = 'scheme' WHERE event_id = $1`, [
      world.event.id,
    ]);
    await expect(
      on.partMarks.preview(world.recorder, world.event.id, moduleId, { pasted: '1,2' }),
    ).rejects.toMatchObject({ code: 'judging.module-not-by-list' });
  });
});
