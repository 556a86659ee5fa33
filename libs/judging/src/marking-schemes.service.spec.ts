import { StandingClock } from '@luban/platform';
import type { SchemeTree } from '@luban/scoring';
import { readCisScheme, writeCisScheme, writeSheetScheme } from '@luban/workbooks';
import { rawWorkbook, sheetXml } from '../../../test/support/raw-workbook.js';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenActor } from '../../../test/support/world.js';
import { givenEvent, givenSkill } from '../../../test/support/world-events.js';
import {
  asUpload,
  aScheme,
  givenJudge,
  givenJudging,
  type GivenJudging,
  givenWorks,
  judgingOn,
  type JudgingServices,
} from '../../../test/support/world-judging.js';
import type { SchemeFile } from './scheme-file.js';

const database = testDatabase();
let services: JudgingServices;
let world: GivenJudging;
beforeEach(async () => {
  services ??= judgingOn(
    database.source,
    database.url,
    new StandingClock(new Date('2027-05-01T02:00:00.000Z')),
  );
  world = await database.source.transaction((tx) => givenJudging(tx));
});
afterAll(() => services.close());

const at = (): [string, string] => [world.at.eventId, world.at.skillId];
const built = (tree: unknown = aScheme()) => services.schemes.build(world.organiser, ...at(), tree);
const imported = (file: SchemeFile) => services.schemes.importFile(world.organiser, ...at(), file);
const listed = async () => (await services.schemes.list(world.organiser, ...at())).items;
const putInForce = (id: string, modules?: Record<string, string>) =>
  services.schemes.putInForce(world.organiser, world.at.eventId, id, modules);
const subCriteria = async () => (await services.teams.subCriteria(world.organiser, ...at())).items;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'granted',
    (refused: { code?: string }) => refused.code,
  );

/** As no exporter of ours writes it: headings that say nothing, the columns in another order, no word on the way of marking. */
const oddSheet = () =>
  rawWorkbook({
    成绩: sheetXml({
      1: { A: '某省内部用表' },
      2: { A: '甲', B: '乙', C: '丙' },
      3: { A: 60, B: '焊缝成形', C: '试件' },
      4: { A: 40, B: '焊脚尺寸', C: '试件' },
    }),
  });

describe('bringing a marking scheme in', () => {
  it('keeps a CIS workbook as a draft that says what it holds', async () => {
    const draft = await imported(asUpload(await writeCisScheme(aScheme())));
    expect(draft).toMatchObject({
      number: 1,
      source: 'cis',
      state: 'draft',
      totalHundredths: 10_000,
      blocking: 0,
    });
    expect(draft).toMatchObject({ measurementAspects: 2, judgementAspects: 2 });
    expect(draft.sections).toEqual([
      { number: '1', name: '工作组织', weightHundredths: 10_000, marksHundredths: 10_000 },
    ]);
    expect(draft.tree).toEqual(aScheme());
    expect(await listed()).toMatchObject([{ id: draft.id, createdByName: '承办 何苗' }]);
  });

  it('keeps a 评分表 that our own exporter wrote, with nothing lost', async () => {
    const draft = await imported(asUpload(await writeSheetScheme(aScheme())));
    expect(draft).toMatchObject({ source: 'sheet', totalHundredths: 10_000, blocking: 0 });
    expect((draft.tree as SchemeTree).criteria).toEqual(aScheme().criteria);
  });

  it('refuses a 评分表 whose columns nobody could guess, and reads it by those a person chose', async () => {
    expect(await refusal(imported(asUpload(oddSheet())))).toBe('judging.workbook-unreadable');
    const mapping = JSON.stringify({
      sheet: '成绩',
      headingRow: 2,
      columns: { module: 'C', aspect: 'B', max: 'A' },
    });
    const preview = await services.schemes.preview(
      world.organiser,
      ...at(),
      asUpload(oddSheet(), { mapping }),
    );
    expect(preview).toMatchObject({ kind: 'sheet', totalHundredths: 10_000, measurementAspects: 2 });
    expect(preview.tree).toMatchObject({ criteria: [{ name: '试件', code: 'A' }] });
    expect(await listed()).toEqual([]);
    expect(await imported(asUpload(oddSheet(), { mapping }))).toMatchObject({ number: 1, source: 'sheet' });
  });

  it('shows the cells of a sheet of unknown columns, so that a person can say what they hold', async () => {
    const preview = await services.schemes.preview(
      world.organiser,
      ...at(),
      asUpload(oddSheet(), { kind: 'sheet' }),
    );
    expect(preview.findings).toMatchObject([{ code: 'columns-unknown', severity: 'blocking' }]);
    expect(preview.mapping).toMatchObject({
      sheets: ['成绩'],
      samples: [
        {
          sheet: '成绩',
          rows: [{ row: 1 }, { row: 2, cells: { A: '甲', B: '乙', C: '丙' } }, { row: 3 }, { row: 4 }],
        },
      ],
    });
  });

  it('refuses column letters that are none', async () => {
    const mapping = JSON.stringify({ sheet: '成绩', headingRow: 2, columns: { aspect: 'b; DROP' } });
    expect(await refusal(imported(asUpload(oddSheet(), { mapping })))).toBe('judging.mapping-unreadable');
  });

  it('keeps findings with their cells, and does not put a blocked scheme in force', async () => {
    const bytes = await writeCisScheme(aScheme({ firstMax: 2900 }));
    const draft = await imported(asUpload(bytes));
    expect(draft).toMatchObject({ totalHundredths: 9900, blocking: 1 });
    const kept = await services.schemes.read(world.organiser, world.at.eventId, draft.id);
    expect(kept.findings).toContainEqual(
      expect.objectContaining({ code: 'total-not-100', severity: 'blocking' }),
    );
    expect(kept.findings.find(({ code }) => code === 'total-not-100')?.cell).toMatch(/^[A-Z]+\d+$/);
    expect(await refusal(putInForce(draft.id))).toBe('judging.scheme-blocked');
  });

  it('exports a CIS workbook that imports identically', async () => {
    const first = await imported(asUpload(await writeCisScheme(aScheme())));
    const { bytes, name } = await services.schemes.workbook(
      world.organiser,
      world.at.eventId,
      first.id,
      'cis',
    );
    expect(name).toMatch(/^CIS-.+-焊接-1\.xlsx$/);
    const { tree, findings } = await readCisScheme(bytes);
    expect(tree).toEqual(first.tree);
    expect(findings).toEqual((await imported(asUpload(bytes))).findings);
  });
});

describe('building a scheme on screen', () => {
  it('changes a draft once for each version that was read, and keeps what is in force', async () => {
    const draft = await built(aScheme({ firstMax: 100 }));
    expect(draft.blocking).toBe(1);
    const change = (version: number) =>
      services.schemes.change(world.organiser, world.at.eventId, draft.id, version, aScheme());
    expect(await change(1)).toMatchObject({ version: 2, blocking: 0, totalHundredths: 10_000 });
    expect(await refusal(change(1))).toBe('judging.scheme-changed');
    await putInForce(draft.id);
    expect(await refusal(change(3))).toBe('judging.scheme-not-draft');
    expect(await refusal(services.schemes.discard(world.organiser, world.at.eventId, draft.id))).toBe(
      'judging.scheme-not-draft',
    );
  });

  it('refuses what is no scheme, with its place', async () => {
    const tree = aScheme();
    const [criterion] = tree.criteria;
    if (criterion) criterion.subCriteria[0]?.aspects.push({ id: 'A1.2' } as never);
    await expect(built(tree)).rejects.toMatchObject({
      code: 'judging.scheme-malformed',
      extra: { errors: [{ path: 'tree.criteria[0].subCriteria[0].aspects[2].kind' }] },
    });
  });

  it('throws a draft away, and numbers the next one after it', async () => {
    const draft = await built();
    await services.schemes.discard(world.organiser, world.at.eventId, draft.id);
    expect(await listed()).toEqual([]);
    expect(await refusal(services.schemes.read(world.organiser, world.at.eventId, draft.id))).toBe(
      'judging.scheme-not-found',
    );
  });

  it('gives two drafts made at the same moment numbers of their own', async () => {
    const drafts = await Promise.all([built(), built(), built()]);
    expect(drafts.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  });
});

describe('putting a scheme in force', () => {
  it('gives each criterion the module of its code', async () => {
    await putInForce((await built()).id);
    expect(
      (await subCriteria()).map(({ code, moduleCode, maxHundredths, aspectCount }) => ({
        code,
        moduleCode,
        maxHundredths,
        aspectCount,
      })),
    ).toEqual([
      { code: 'A1', moduleCode: 'A', maxHundredths: 4000, aspectCount: 2 },
      { code: 'A2', moduleCode: 'A', maxHundredths: 1000, aspectCount: 1 },
      { code: 'B1', moduleCode: 'B', maxHundredths: 5000, aspectCount: 1 },
    ]);
  });

  it('refuses criteria that belong to no module, and takes the modules it is told', async () => {
    const draft = await built(aScheme({ codes: ['C', 'D'] }));
    await expect(putInForce(draft.id)).rejects.toMatchObject({
      code: 'judging.module-unmapped',
      params: { criteria: 'C, D' },
    });
    const [a, b] = world.modules;
    const elsewhere = await givenSkill(database.source.manager, world.at.eventId);
    expect(await refusal(putInForce(draft.id, { C: elsewhere.modules[0]?.id ?? '', D: b?.id ?? '' }))).toBe(
      'judging.module-unmapped',
    );
    await putInForce(draft.id, { C: b?.id ?? '', D: a?.id ?? '' });
    expect((await subCriteria()).map(({ code, moduleCode }) => `${code}→${moduleCode}`)).toEqual([
      'C1→B',
      'C2→B',
      'D1→A',
    ]);
  });

  it('lets a new scheme supersede an unmarked one, keeping teams and compatriot ways by code', async () => {
    const tx = database.source.manager;
    await givenWorks(tx, world);
    const first = await built();
    await putInForce(first.id);
    const judges = [await seated('张伟', 0), await seated('李娜', 1), await seated('王强', 2)];
    const team = await services.teams.save(world.organiser, ...at(), {
      name: '一组',
      members: judges.map((judgeId, i) => ({ judgeId, seat: i + 1, part: 'member' })),
    });
    const [a1] = await subCriteria();
    await services.teams.assign(world.organiser, ...at(), [
      { subCriterionId: a1?.id ?? '', teamId: team.id, compatriotMode: 'open' },
    ]);
    await services.openForms.run(...at());
    const second = await built();
    await putInForce(second.id);
    expect((await listed()).map(({ number, state }) => `${number} ${state}`)).toEqual([
      '2 inForce',
      '1 superseded',
    ]);
    expect(
      (await subCriteria()).map(({ code, teamName, compatriotMode, forms }) => [
        code,
        teamName,
        compatriotMode,
        forms,
      ]),
    ).toEqual([
      ['A1', '一组', 'open', 0],
      ['A2', null, 'coded', 0],
      ['B1', null, 'coded', 0],
    ]);
    expect(await services.openForms.run(...at())).toEqual({ forms: 4 });
    await tx.query(`UPDATE marking_form SET revision = 1 WHERE event_id = $1`, [world.at.eventId]);
    expect(await refusal(putInForce((await built()).id))).toBe('judging.marking-begun');
    const only = await services.teams.setUp(world.organiser, ...at());
    expect(only.items).toMatchObject([{ schemeNumber: 2, formsMade: 4, formsMarked: 4, unassigned: 2 }]);
  });

  it('is for whoever runs the skill: others in the event may not, elsewhere there is no such scheme', async () => {
    const tx = database.source.manager;
    const draft = await built();
    const other = await givenEvent(tx);
    const stranger = await givenActor(tx, { role: 'organiser', eventId: other.id });
    const judge = await givenActor(tx, { role: 'judge', ...world.at });
    const next = await givenSkill(tx, world.at.eventId);
    const nextChief = await givenActor(tx, {
      role: 'chiefJudge',
      eventId: world.at.eventId,
      skillId: next.skill.id,
    });
    const chief = await givenActor(tx, { role: 'chiefJudge', ...world.at });
    const as = (who: typeof judge) => refusal(services.schemes.putInForce(who, world.at.eventId, draft.id));
    expect([await as(stranger), await as(nextChief), await as(judge)]).toEqual([
      'judging.scheme-not-found',
      'judging.scheme-not-found',
      'identity.role-may-not',
    ]);
    expect(await refusal(services.schemes.build(nextChief, ...at(), aScheme()))).toBe(
      'events.skill-not-found',
    );
    expect(await as(chief)).toBe('granted');
  });
});

const seated = async (name: string, delegation: number) =>
  (await givenJudge(services, database.source.manager, world, name, delegation)).id;
