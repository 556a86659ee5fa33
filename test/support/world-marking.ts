// Marking in the one world of the tests: welding with a scheme in force, three judges at one bench, and coded works.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, Audit } from '@luban/audit';
import type { CompetitionEvent } from '@luban/events';
import {
  Deductions,
  FormCards,
  FormScans,
  Judge,
  MarkingDesk,
  MarkingForm,
  MarkingForms,
  MarkingFormSeat,
  MarkingScheme,
  MarkingTeam,
  MarkingTeamMember,
  Marks,
  PaperEntries,
  PartMarks,
  SchemeAspect,
  SignOffs,
  SubCriterion,
  TimeRecords,
} from '@luban/judging';
import { Files, Jobs, Live, newId, readConfig, type StandingClock } from '@luban/platform';
import { BlindCode, Draw, Placement, Work } from '@luban/registration';
import type { Calculation } from '@luban/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { givenActor } from './world.js';
import { givenEvent, givenSkill, type GivenSkillSetUp } from './world-events.js';
import { givenDelegations, givenEntry } from './world-registration.js';

type SignedIn = Actor & { accountId: string };

export interface GivenMarking extends GivenSkillSetUp {
  event: CompetitionEvent;
  /** 张伟, 李娜, 王强: seats 1 to 3 of every form. */
  judges: SignedIn[];
  chief: SignedIn;
  recorder: SignedIn;
  checker: SignedIn;
  floorJudge: SignedIn;
  subCriterion: SubCriterion;
  /** `measured` full or zero of 1.00, `counted` of 8 for 2.00, `judged` 0–3 of 2.00. */
  aspects: { measured: SchemeAspect; counted: SchemeAspect; judged: SchemeAspect };
  /** One form for each work, in the order of the codes. */
  forms: MarkingForm[];
  works: Work[];
  entryIds: string[];
  placementIds: string[];
}

/** One sub-criterion of three aspects, and as many coded works with their open forms as asked for (3). */
export async function givenMarking(
  tx: EntityManager,
  given: {
    works?: number;
    policy?: string;
    compatriotMode?: 'open' | 'coded';
    stage?: CompetitionEvent['stage'];
  } = {},
): Promise<GivenMarking> {
  const event = await givenEvent(tx, { stage: given.stage ?? 'competition' });
  const setUp = await givenSkill(tx, event.id, {
    policy: given.policy ?? 'worldskills-2026',
    groups: ['worker'],
  });
  const at = { eventId: event.id, skillId: setUp.skill.id };
  const somebody = (role: 'judge' | 'chiefJudge' | 'recorder' | 'checker' | 'floorJudge', name?: string) =>
    givenActor(tx, { role, ...at, ...(name ? { name } : {}) });
  const judges = [
    await somebody('judge', '张伟'),
    await somebody('judge', '李娜'),
    await somebody('judge', '王强'),
  ];
  const team = await givenTeam(tx, at, judges);
  const { subCriterion, aspects } = await givenSubCriterion(
    tx,
    { ...at, moduleId: setUp.modules[0]?.id ?? '' },
    team.id,
    given.compatriotMode,
  );
  const made = await givenWorks(tx, at, setUp, given.works ?? 3);
  const forms = made.works.map((work) => ({
    ...at,
    id: newId(),
    schemeId: subCriterion.schemeId,
    subCriterionId: subCriterion.id,
    workId: work.id,
    teamId: team.id,
  }));
  await tx.insert(MarkingForm, forms);
  await tx.insert(
    MarkingFormSeat,
    forms.flatMap((form) =>
      team.judgeIds.map((judgeId, i) => ({ eventId: event.id, formId: form.id, seat: i + 1, judgeId })),
    ),
  );
  return {
    ...setUp,
    event,
    judges,
    chief: await somebody('chiefJudge'),
    recorder: await somebody('recorder'),
    checker: await somebody('checker'),
    floorJudge: await somebody('floorJudge'),
    subCriterion,
    aspects,
    ...made,
    forms: await tx.find(MarkingForm, { where: { eventId: event.id }, order: { id: 'ASC' } }),
  };
}

async function givenTeam(tx: EntityManager, at: { eventId: string; skillId: string }, members: SignedIn[]) {
  const team = { ...at, id: newId(), name: `焊接一组 ${at.skillId.slice(-6)}` };
  await tx.insert(MarkingTeam, team);
  const judges = members.map(({ accountId }) => ({
    ...at,
    id: newId(),
    accountId,
    part: 'judge' as const,
    createdAt: new Date(),
  }));
  await tx.insert(Judge, judges);
  await tx.insert(
    MarkingTeamMember,
    judges.map(({ id }, i) => ({
      eventId: at.eventId,
      id: newId(),
      teamId: team.id,
      judgeId: id,
      seat: i + 1,
    })),
  );
  return { id: team.id, judgeIds: judges.map(({ id }) => id) };
}

/** B2 尺寸与外形, 5.00 in all, of a scheme in force. */
async function givenSubCriterion(
  tx: EntityManager,
  { moduleId, ...at }: { eventId: string; skillId: string; moduleId: string },
  teamId: string,
  compatriotMode: 'open' | 'coded' = 'coded',
) {
  const schemeId = newId();
  const tree = { skill: null, sections: [], criteria: [] };
  await tx.insert(MarkingScheme, {
    ...at,
    id: schemeId,
    number: 1,
    source: 'built',
    tree,
    findings: [] as never,
    totalHundredths: 500,
    state: 'inForce',
    createdAt: new Date(),
  });
  const id = newId();
  await tx.insert(SubCriterion, {
    ...at,
    id,
    schemeId,
    moduleId,
    teamId,
    compatriotMode,
    criterionCode: 'B',
    criterionName: '结构焊',
    code: 'B2',
    name: '尺寸与外形',
    dayOfMarking: 2,
    aspectCount: 3,
    maxHundredths: 500,
    position: 1,
  });
  const aspect = (
    code: string,
    kind: SchemeAspect['kind'],
    maxHundredths: number,
    calculation: Calculation | null,
  ) =>
    tx.create(SchemeAspect, {
      eventId: at.eventId,
      id: newId(),
      schemeId,
      subCriterionId: id,
      code,
      kind,
      maxHundredths,
      calculation,
      section: null,
      description: kind === 'judgement' ? '焊缝表面成形' : '角焊缝焊脚尺寸 6 mm ±0.5',
      descriptors: kind === 'judgement' ? ['不符合', '符合', '部分超出', '优秀'] : [],
      position: Number(code.slice(-1)),
    });
  const aspects = {
    measured: aspect('B2.1', 'measurement', 100, null),
    counted: aspect('B2.2', 'measurement', 200, { type: 'NUMBER_COMPLETED', possible: '8' }),
    judged: aspect('B2.3', 'judgement', 200, null),
  };
  await tx.insert(SchemeAspect, Object.values(aspects));
  return { subCriterion: await tx.findOneByOrFail(SubCriterion, { eventId: at.eventId, id }), aspects };
}

/** Entries with a place on the floor and a coded work each, in the skill's first module. */
async function givenWorks(
  tx: EntityManager,
  at: { eventId: string; skillId: string },
  { groups, modules, sessions, workstations }: GivenSkillSetUp,
  count: number,
) {
  const [delegation] = await givenDelegations(tx, at.eventId, 1);
  const moduleId = modules[0]?.id ?? '';
  const drawId = newId();
  await tx.insert(Draw, {
    ...at,
    id: drawId,
    seed: 'world',
    codeSeed: 'world',
    inputs: {} as never,
    inputsHash: 'world',
    at: new Date(),
  });
  const works: Work[] = [];
  const entryIds: string[] = [];
  const placementIds: string[] = [];
  for (let i = 0; i < count; i++) {
    const entry = await givenEntry(tx, {
      ...at,
      delegationId: delegation?.id ?? '',
      groupId: groups[0]?.id ?? '',
    });
    await tx.query(`UPDATE entry SET entry_number = $3 WHERE event_id = $1 AND id = $2`, [
      at.eventId,
      entry.id,
      `${at.skillId.slice(-4)}-${String(i + 1).padStart(3, '0')}`,
    ]);
    const workId = newId();
    await tx.insert(Work, { ...at, id: workId, moduleId, code: `${i + 1}K${at.skillId.slice(-4)}` });
    await tx.insert(BlindCode, { eventId: at.eventId, workId, entryId: entry.id, moduleId, drawId });
    const placementId = newId();
    const perSession = workstations.length;
    await tx.insert(Placement, {
      ...at,
      id: placementId,
      entryId: entry.id,
      moduleId,
      sessionId: sessions[Math.floor(i / perSession)]?.id ?? '',
      workstationId: workstations[i % perSession]?.id ?? null,
      drawId,
    });
    works.push(await tx.findOneByOrFail(Work, { eventId: at.eventId, id: workId }));
    entryIds.push(entry.id);
    placementIds.push(placementId);
  }
  return { works, entryIds, placementIds };
}

/** The services of marking on a database and a clock of the test's own. Close what it opened with `close`. */
export async function markingOn(source: DataSource, url: string, clock: StandingClock) {
  const config = readConfig({ DATABASE_URL: url, DATA_DIR: mkdtempSync(join(tmpdir(), 'luban-marking-')) });
  const live = new Live(config);
  await live.onApplicationBootstrap();
  const audit = new Audit(clock);
  const jobs = new Jobs(clock, source);
  const files = new Files(config, source);
  const cards = new FormCards(source, clock);
  const marks = new Marks(source, cards, clock, config);
  return {
    marks,
    forms: new MarkingForms(source, audit, clock, live),
    signOffs: new SignOffs(source, audit, jobs, clock, live),
    scans: new FormScans(source, audit, files),
    paper: new PaperEntries(source, audit, clock, cards, files, live),
    times: new TimeRecords(source, audit, jobs, clock, live),
    deductions: new Deductions(source, audit, jobs, clock, live),
    partMarks: new PartMarks(source, audit, jobs, clock),
    desk: new MarkingDesk(source),
    async close(): Promise<void> {
      await marks.onApplicationShutdown();
      await live.beforeApplicationShutdown();
      rmSync(config.dataDir, { recursive: true, force: true });
    },
  };
}
export type MarkingServices = Awaited<ReturnType<typeof markingOn>>;

/** Marks a whole form as its judges would: measured 1, counted 6, judged 2, 3 and 2 unless told otherwise. */
export async function givenMarks(
  { marks }: MarkingServices,
  world: GivenMarking,
  form = 0,
  given: { measured?: string; counted?: string; judged?: string[] } = {},
): Promise<number> {
  const { measured = '1', counted = '6', judged = ['2', '3', '2'] } = given;
  const [judge] = world.judges;
  const formId = world.forms[form]?.id ?? '';
  if (!judge) throw new Error('there is no judge');
  const values = [
    { aspectId: world.aspects.measured.id, seat: 0, value: measured },
    { aspectId: world.aspects.counted.id, seat: 0, value: counted },
    ...judged.map((value, i) => ({ aspectId: world.aspects.judged.id, seat: i + 1, value })),
  ];
  // Nobody else marks in these tests: the newest revision is what a judge sees.
  for (let revision = 0; ; revision++) {
    try {
      return (await marks.save(judge, world.event.id, formId, { clientKey: newId(), revision, values }))
        .revision;
    } catch (refused) {
      if ((refused as { code?: string }).code !== 'judging.form-changed') throw refused;
    }
  }
}
