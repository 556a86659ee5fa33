import type { Actor } from '@luban/audit';
import { Audit } from '@luban/audit';
import { buildPolicy, type CompetitionEvent } from '@luban/events';
import { Jobs, Live, newId, readConfig, StandingClock } from '@luban/platform';
import type { Entry } from '@luban/registration';
import { criterionTotals, type Policy, TRIMMED_MEAN_OF_FIVE } from '@luban/scoring';
import fc from 'fast-check';
import { anyScheme } from '../../../test/support/any-scheme.js';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenActor } from '../../../test/support/world.js';
import {
  givenEvent,
  givenSkill,
  type GivenSkill,
  type GivenSkillSetUp,
} from '../../../test/support/world-events.js';
import {
  givenCodedWorks,
  givenSchemeInForce,
  givenSignedForms,
  moveTo,
  smallScheme,
  type SchemeInForce,
  type ValuesOf,
} from '../../../test/support/world-marks.js';
import { givenDelegations, givenEntry } from '../../../test/support/world-registration.js';
import { Decodings } from './decodings.service.js';
import { Publications } from './publications.service.js';
import { Rankings } from './rankings.service.js';
import { ResultProofs } from './result-proofs.service.js';
import { ResultQueries } from './results.queries.js';
import { criterionSums } from './score-inputs.js';
import { ScoreRuns } from './score-runs.service.js';
import './messages.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-05-12T10:00:00Z'));

interface Built extends GivenSkillSetUp {
  event: CompetitionEvent;
  entries: Entry[];
  works: Awaited<ReturnType<typeof givenCodedWorks>>;
  scheme: SchemeInForce;
  forms: Map<string, Map<string, string>>;
  chief: Actor & { accountId: string };
  supervisor: Actor & { accountId: string };
  host: Actor & { accountId: string };
  leader: Actor & { accountId: string };
}

interface Given extends GivenSkill {
  entries?: number;
  criteria?: string[];
  moduleOf?: (criterion: string) => string;
  /** Pieces made (0 to 10) of each entry in the order given, the same for every criterion. */
  pieces?: number[];
  values?: ValuesOf;
  change?: (policy: Policy) => Policy;
  panel?: Parameters<typeof givenSignedForms>[1]['panel'];
}

/** A skill with everything marked and signed: each entry made so many pieces, all judged 2-2-2. */
async function built(given: Given = {}): Promise<Built> {
  const tx = database.source.manager;
  const event = await givenEvent(tx, { stage: 'competition' });
  const setUp = await givenSkill(tx, event.id, { groups: ['worker'], ...given });
  if (given.change) {
    const policy = given.change(setUp.skill.policy);
    await tx.update('skill', { eventId: event.id, id: setUp.skill.id }, { policy: policy as never });
  }
  const count = given.entries ?? given.pieces?.length ?? 3;
  const delegations = await givenDelegations(tx, event.id, count);
  const entries: Entry[] = [];
  for (let at = 0; at < count; at++)
    entries.push(
      await givenEntry(tx, {
        eventId: event.id,
        skillId: setUp.skill.id,
        delegationId: delegations[at]?.id ?? '',
        groupId: setUp.groups[at % setUp.groups.length]?.id ?? '',
      }),
    );
  const scheme = await givenSchemeInForce(tx, setUp, smallScheme(given.criteria), given.moduleOf);
  const works = await givenCodedWorks(tx, setUp, entries);
  const values: ValuesOf =
    given.values ??
    ((_entry, aspect, place) =>
      aspect.kind === 'measurement' ? [given.pieces?.[place] ?? place + 1] : [2, 2, 2]);
  const forms = await givenSignedForms(tx, {
    skill: setUp.skill,
    entries,
    works,
    scheme,
    values,
    panel: given.panel,
  });
  const at = { eventId: event.id, skillId: setUp.skill.id };
  return {
    ...setUp,
    event,
    entries,
    works,
    scheme,
    forms,
    chief: await givenActor(tx, { role: 'chiefJudge', ...at }),
    supervisor: await givenActor(tx, { role: 'supervisor', ...at }),
    host: await givenActor(tx, { role: 'host', eventId: event.id }),
    leader: await givenActor(tx, {
      role: 'teamLeader',
      eventId: event.id,
      delegationId: delegations[0]?.id ?? '',
    }),
  };
}

let live: Live;
let runs: ScoreRuns;
let proofs: ResultProofs;
let rankings: Rankings;
let decodings: Decodings;
let publications: Publications;
let results: ResultQueries;

beforeAll(async () => {
  live = new Live(readConfig({ DATABASE_URL: database.url }));
  await live.onApplicationBootstrap();
  const audit = new Audit(clock);
  const jobs = new Jobs(clock, database.source);
  runs = new ScoreRuns(database.source, audit, jobs, clock, live);
  proofs = new ResultProofs(database.source, audit, clock, jobs);
  rankings = new Rankings(database.source, audit, jobs, clock);
  decodings = new Decodings(database.source, audit, clock);
  publications = new Publications(database.source, audit, jobs, clock);
  results = new ResultQueries(database.source);
});

afterAll(() => live.beforeApplicationShutdown());

/** Runs and proves as the worker would, and marks the requests as done. */
async function computed({ event, skill }: Built) {
  const outcome = await runs.run(event.id, skill.id);
  const proof = await proofs.prove(event.id, outcome.resultVersionId);
  await database.source.query(`UPDATE job_request SET state = 'done'`);
  return { ...outcome, ...proof };
}

async function placings({ event, skill }: Built) {
  const rows: {
    entry_id: string;
    total_hundredths: number | null;
    rank: number | null;
    award: string | null;
    undecided: boolean;
  }[] = await database.source.query(
    `SELECT r.entry_id, r.total_hundredths, r.rank, r.award, r.undecided FROM result r
       JOIN result_version v ON v.event_id = r.event_id AND v.id = r.version_id
       WHERE r.event_id = $1 AND v.skill_id = $2 AND v.number =
         (SELECT max(number) FROM result_version WHERE event_id = $1 AND skill_id = $2)`,
    [event.id, skill.id],
  );
  return new Map(rows.map((row) => [row.entry_id, row]));
}

const totalsOf = async (world: Built) => {
  const places = await placings(world);
  return world.entries.map(({ id }) => places.get(id)?.total_hundredths ?? null);
};

const ranksOf = async (world: Built) => {
  const places = await placings(world);
  return world.entries.map(({ id }) => places.get(id)?.rank ?? null);
};

const reopen = (world: Built, place: number, sub: string) =>
  database.source.query(`UPDATE marking_form SET state = 'open' WHERE event_id = $1 AND id = $2`, [
    world.event.id,
    world.forms.get(world.entries[place]?.id ?? '')?.get(sub),
  ]);

const setStatus = (world: Built, place: number, status: string) =>
  database.source.query(`UPDATE entry SET status = $3 WHERE event_id = $1 AND id = $2`, [
    world.event.id,
    world.entries[place]?.id,
    status,
  ]);

const givenListMark = (world: Built, place: number, moduleCode: string, markHundredths: number) =>
  database.source.query(
    `INSERT INTO part_mark (event_id, module_id, entry_id, mark_hundredths, at) VALUES ($1, $2, $3, $4, now())`,
    [
      world.event.id,
      world.modules.find((m) => m.code === moduleCode)?.id,
      world.entries[place]?.id,
      markHundredths,
    ],
  );

const codeOf = (world: Built, place: number): string =>
  [...(world.works.get(world.entries[place]?.id ?? '')?.values() ?? [])][0]?.code ?? '';

async function decoded(world: Built): Promise<void> {
  await decodings.open(world.chief, world.event.id, world.skill.id);
  await decodings.witness(world.supervisor, world.event.id, world.skill.id);
  await moveTo(database.source.manager, world.event, 'results');
}

describe('a score run', () => {
  it('sums in one statement exactly what libs/scoring sums, for any scheme and any marks', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(anyScheme, fc.integer(), async (tree, seed) => {
        const tx = database.source.manager;
        const event = await givenEvent(tx, { stage: 'competition' });
        const setUp = await givenSkill(tx, event.id, { groups: ['worker'], policy: 'worldskills-2026' });
        const [delegation] = await givenDelegations(tx, event.id, 1);
        const entry = await givenEntry(tx, {
          eventId: event.id,
          skillId: setUp.skill.id,
          delegationId: delegation?.id ?? '',
          groupId: setUp.groups[0]?.id ?? '',
        });
        const clean = storable(tree);
        const scheme = await givenSchemeInForce(tx, setUp, clean);
        const works = await givenCodedWorks(tx, setUp, [entry]);
        const chosen = new Map<string, number[]>();
        let n = Math.abs(seed % 1000);
        const values: ValuesOf = (_entry, aspect) => {
          n = (n * 1103 + 12345) % 65536;
          const base = n % 3;
          const plain = aspect.calculation === null || aspect.calculation.type === 'PASS_FAIL';
          const given =
            aspect.kind === 'measurement'
              ? [plain ? n % 2 : n % 12]
              : [base, base + (n % 2), base + ((n >> 3) % 2)];
          chosen.set(aspect.id, given);
          return given;
        };
        await givenSignedForms(tx, { skill: setUp.skill, entries: [entry], works, scheme, values });
        const sums = await criterionSums(tx, event.id, setUp.skill.id);
        const expected = criterionTotals(clean, chosen, setUp.skill.policy, 'marks');
        for (const { criterion, totalHundredths, forms } of expected) {
          // What no value can mark (a choice without choices) is never signed.
          if (forms.length === 0 || totalHundredths === null) continue;
          compared += 1;
          expect(sums.find((sum) => sum.criterionCode === criterion)?.markHundredths).toBe(totalHundredths);
        }
      }),
      { numRuns: 25 },
    );
    expect(compared).toBeGreaterThan(25);
  });

  it('computes totals, ranks and medals, and proves them from every value', async () => {
    const world = await built({ pieces: [3, 9, 6], policy: 'national-2020' });
    expect(await computed(world)).toMatchObject({ number: 1, changed: true, proven: true });
    expect(await totalsOf(world)).toEqual([1000, 2200, 1600]);
    const places = await placings(world);
    expect(world.entries.map(({ id }) => places.get(id)?.award)).toEqual(['bronze', 'gold', 'silver']);
  });

  it('gives no total while a form is unsigned, and never a zero', async () => {
    const world = await built({ pieces: [3, 9, 6] });
    await reopen(world, 1, 'A1');
    expect((await computed(world)).proven).toBe(false);
    expect(await totalsOf(world)).toEqual([1000, null, 1600]);
    const ranking = await rankings.read(world.chief, world.event.id, world.skill.id);
    expect(ranking).toMatchObject({ complete: false, formsExpected: 6, formsSigned: 5 });
    expect(ranking.rows.find((row) => row.codes.includes(codeOf(world, 1)))).toMatchObject({
      totalHundredths: null,
      soFarHundredths: 1100,
      rank: null,
    });
  });

  it('neither ranks an absent entry nor waits for its forms', async () => {
    const world = await built({ pieces: [3, 9, 6] });
    await reopen(world, 1, 'A1');
    await setStatus(world, 1, 'absent');
    expect((await computed(world)).proven).toBe(true);
    expect(await ranksOf(world)).toEqual([2, null, 1]);
    const ranking = await rankings.read(world.chief, world.event.id, world.skill.id);
    expect(ranking).toMatchObject({ complete: true, formsExpected: 4, notCompeting: 1 });
  });

  it('does not count a missed module as zero: the entry stays unmarked', async () => {
    const world = await built({
      modules: ['A', 'B'],
      moduleOf: (criterion) => criterion,
      pieces: [3, 9],
      policy: 'national-2020',
    });
    await database.source.query(
      `INSERT INTO check_in (event_id, id, entry_id, module_id, status, at) VALUES ($1, $2, $3, $4, 'absent', now())`,
      [world.event.id, newId(), world.entries[0]?.id, world.modules[1]?.id],
    );
    await computed(world);
    expect(await totalsOf(world)).toEqual([null, 2200]);
    expect((await decodings.read(world.chief, world.event.id, world.skill.id)).missing).toEqual([
      expect.objectContaining({ code: 'results.entries-unmarked', count: 1 }),
      expect.objectContaining({ code: 'results.modules-missed', count: 1 }),
    ]);
  });

  it('weighs theory and practice 20 to 80, with theory from a list', async () => {
    const world = await built({
      modules: ['T', 'A'],
      moduleOf: () => 'A',
      pieces: [10, 5],
      policy: 'national-2020',
      change: () =>
        buildPolicy('national-2020', { partWeights: { theoryHundredths: 2000, practiceHundredths: 8000 } }),
    });
    await givenListMark(world, 0, 'T', 6000);
    await computed(world);
    expect(await totalsOf(world)).toEqual([3120, null]);
    await givenListMark(world, 1, 'T', 9000);
    expect(await computed(world)).toMatchObject({ number: 2, proven: true });
    // 24.00 × 0.8 + 60.00 × 0.2 and 14.00 × 0.8 + 90.00 × 0.2
    expect(await totalsOf(world)).toEqual([3120, 2920]);
  });

  it('adds a list to the scheme where nothing is weighted, and proves it', async () => {
    const world = await built({
      modules: ['T', 'A'],
      moduleOf: () => 'A',
      pieces: [10, 5],
      policy: 'national-2020',
    });
    await givenListMark(world, 0, 'T', 1000);
    await givenListMark(world, 1, 'T', 2500);
    expect((await computed(world)).proven).toBe(true);
    expect(await totalsOf(world)).toEqual([3400, 3900]);
  });

  it('breaks a tie by practice', async () => {
    const world = await built({
      modules: ['T', 'A'],
      moduleOf: () => 'A',
      pieces: [10, 5],
      policy: 'national-2020',
    });
    await givenListMark(world, 0, 'T', 1000);
    await givenListMark(world, 1, 'T', 2000);
    expect((await computed(world)).proven).toBe(true);
    expect(await totalsOf(world)).toEqual([3400, 3400]);
    expect(await ranksOf(world)).toEqual([1, 2]);
  });

  it('breaks a tie by the shorter worked time', async () => {
    const world = await built({ pieces: [5, 5], policy: 'national-2020' });
    const tx = database.source.manager;
    for (const [place, minutes] of [
      [0, 90],
      [1, 60],
    ] as const) {
      const placementId = newId();
      const [{ id: drawId }]: [{ id: string }] = await tx.query(
        `SELECT id FROM draw WHERE event_id = $1 LIMIT 1`,
        [world.event.id],
      );
      await tx.query(
        `INSERT INTO placement (event_id, id, entry_id, skill_id, module_id, session_id, workstation_id, draw_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          world.event.id,
          placementId,
          world.entries[place]?.id,
          world.skill.id,
          world.modules[0]?.id,
          world.sessions[0]?.id,
          world.workstations[place]?.id,
          drawId,
        ],
      );
      for (const [kind, after] of [
        ['start', 0],
        ['stop', minutes],
      ] as const)
        await tx.query(
          `INSERT INTO time_record (event_id, id, placement_id, kind, at, recorded_at) VALUES ($1, $2, $3, $4, $5, now())`,
          [world.event.id, newId(), placementId, kind, new Date(Date.UTC(2027, 4, 11, 1, after))],
        );
    }
    expect((await computed(world)).proven).toBe(true);
    expect(await ranksOf(world)).toEqual([2, 1]);
  });

  it('leaves a tie undecided until the chief judge rules, and then follows the ruling', async () => {
    const world = await built({ pieces: [5, 5, 2], policy: 'national-2020' });
    await computed(world);
    const { undecided } = await rankings.read(world.chief, world.event.id, world.skill.id);
    expect(undecided).toEqual([expect.objectContaining({ position: 1 })]);
    const places = await placings(world);
    expect(world.entries.map(({ id }) => places.get(id)?.undecided)).toEqual([true, true, false]);
    const rule = (order: string[]) =>
      rankings.rule(world.chief, world.event.id, world.skill.id, { order, reason: '复核焊缝内部质量后裁定' });
    await expect(rule([codeOf(world, 1), codeOf(world, 2)])).rejects.toMatchObject({
      code: 'results.no-such-tie',
    });
    await rule([codeOf(world, 1), codeOf(world, 0)]);
    expect((await computed(world)).proven).toBe(true);
    expect(await ranksOf(world)).toEqual([2, 1, 3]);
  });

  it('drops the highest and the lowest of five judges where the policy says so', async () => {
    const world = await built({
      entries: 2,
      policy: 'national-2020',
      change: (policy) => ({ ...policy, judgement: { ...policy.judgement, panel: TRIMMED_MEAN_OF_FIVE } }),
      panel: TRIMMED_MEAN_OF_FIVE,
      values: (_entry, aspect, place) =>
        aspect.kind === 'measurement' ? [5] : place === 0 ? [0, 3, 3, 3, 1] : [1, 1, 2, 3, 3],
    });
    expect((await computed(world)).proven).toBe(true);
    // (3 + 3 + 1) / 9 × 3.00 = 2.33 and (1 + 2 + 3) / 9 × 3.00 = 2.00, twice, with 5.00 twice
    expect(await totalsOf(world)).toEqual([1466, 1400]);
  });

  it('ranks groups separately', async () => {
    const world = await built({
      groups: ['worker', 'student'],
      pieces: [3, 4, 5, 6],
      policy: 'national-2020',
    });
    await computed(world);
    expect(await ranksOf(world)).toEqual([2, 2, 1, 1]);
  });

  it('takes approved deductions off the total', async () => {
    const world = await built({ pieces: [5, 4] });
    const tx = database.source.manager;
    const placementId = newId();
    const [{ id: drawId }]: [{ id: string }] = await tx.query(
      `SELECT id FROM draw WHERE event_id = $1 LIMIT 1`,
      [world.event.id],
    );
    await tx.query(
      `INSERT INTO placement (event_id, id, entry_id, skill_id, module_id, session_id, draw_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        world.event.id,
        placementId,
        world.entries[0]?.id,
        world.skill.id,
        world.modules[0]?.id,
        world.sessions[0]?.id,
        drawId,
      ],
    );
    await tx.query(
      `INSERT INTO deduction (event_id, id, placement_id, hundredths, reason, at, approved_at) VALUES ($1, $2, $3, 250, '违反安全规程', now(), now())`,
      [world.event.id, newId(), placementId],
    );
    expect((await computed(world)).proven).toBe(true);
    expect(await totalsOf(world)).toEqual([1150, 1200]);
  });

  it('writes no new version when nothing has changed', async () => {
    const world = await built();
    expect(await computed(world)).toMatchObject({ number: 1, changed: true });
    expect(await computed(world)).toMatchObject({ number: 1, changed: false });
  });

  it('does not prove a version whose stored results differ from its values', async () => {
    const world = await built();
    const { resultVersionId } = await runs.run(world.event.id, world.skill.id);
    await database.source.query(
      `UPDATE result SET total_hundredths = total_hundredths + 1 WHERE event_id = $1 AND version_id = $2 AND entry_id = $3`,
      [world.event.id, resultVersionId, world.entries[0]?.id],
    );
    expect(await proofs.prove(world.event.id, resultVersionId)).toEqual({ proven: false, differing: 1 });
  });
});

describe('the internal ranking', () => {
  it('holds nothing by which an entry could be known', async () => {
    const world = await built({ pieces: [3, 9, 6] });
    await computed(world);
    const text = JSON.stringify(await rankings.read(world.chief, world.event.id, world.skill.id));
    const people: { name: string; unit: string | null; number: string; delegation: string }[] =
      await database.source.query(
        `SELECT p.name, c.unit, e.entry_number AS number, d.name AS delegation FROM competitor c JOIN person p ON p.id = c.person_id
       JOIN entry e ON e.event_id = c.event_id AND e.id = c.entry_id JOIN delegation d ON d.event_id = e.event_id AND d.id = e.delegation_id
       WHERE c.event_id = $1`,
        [world.event.id],
      );
    expect(people).toHaveLength(3);
    for (const { name, number, delegation } of people)
      for (const secret of [name, number, delegation]) expect(text).not.toContain(secret);
    for (const entry of world.entries)
      for (const secret of [entry.id, entry.delegationId]) expect(text).not.toContain(secret);
    expect(text).toContain(codeOf(world, 0));
  });
});

describe('decoding', () => {
  it('is refused while a form is missing', async () => {
    const world = await built();
    await reopen(world, 0, 'B1');
    await computed(world);
    await expect(decodings.open(world.chief, world.event.id, world.skill.id)).rejects.toMatchObject({
      code: 'results.not-complete',
      extra: {
        missing: expect.arrayContaining([
          expect.objectContaining({ code: 'results.forms-unsigned', count: 1 }),
        ]),
      },
    });
  });

  it('needs a second person as its witness, and only then shows names', async () => {
    const world = await built();
    await computed(world);
    await decodings.open(world.chief, world.event.id, world.skill.id);
    await expect(results.ofSkill(world.host, world.event.id, world.skill.id)).rejects.toMatchObject({
      code: 'results.not-decoded',
    });
    await expect(decodings.witness(world.chief, world.event.id, world.skill.id)).rejects.toMatchObject({
      code: 'results.same-person',
    });
    await decodings.witness(world.supervisor, world.event.id, world.skill.id);
    const { rows } = await results.ofSkill(world.host, world.event.id, world.skill.id);
    expect(rows.map((row) => row.position)).toEqual([1, 2, 3]);
    expect(rows.every((row) => row.competitors.length === 1)).toBe(true);
  });
});

describe('publication', () => {
  it('goes from provisional to final, and shows the competitor’s people their own result only then', async () => {
    const world = await built();
    await computed(world);
    await decoded(world);
    expect((await results.own(world.leader, world.event.id)).items).toEqual([]);
    await expect(publications.publish(world.host, world.event.id, { kind: 'final' })).rejects.toMatchObject({
      code: 'results.provisional-first',
    });
    await publications.publish(world.host, world.event.id, { kind: 'provisional' });
    const own = await results.own(world.leader, world.event.id);
    expect(own.items.map((item) => [item.entryId, item.kind])).toEqual([
      [world.entries[0]?.id, 'provisional'],
    ]);
    const { items } = await publications.publish(world.host, world.event.id, { kind: 'final' });
    expect(items.map(({ kind, names, supersededAt }) => [kind, names, supersededAt === null])).toEqual(
      expect.arrayContaining([
        ['final', 'masked', true],
        ['provisional', 'masked', false],
      ]),
    );
    await expect(publications.publish(world.host, world.event.id, { kind: 'final' })).rejects.toMatchObject({
      code: 'results.nothing-new',
    });
  });

  it('asks why a published result is corrected, and shows what changed', async () => {
    const world = await built({ pieces: [3, 9, 6], policy: 'national-2020' });
    await computed(world);
    await decoded(world);
    await publications.publish(world.host, world.event.id, { kind: 'provisional' });
    await database.source.query(
      `UPDATE mark SET value = 10, mark_hundredths = 1000 WHERE event_id = $1 AND form_id = $2 AND seat = 0`,
      [world.event.id, world.forms.get(world.entries[2]?.id ?? '')?.get('A1')],
    );
    await computed(world);
    await expect(
      publications.publish(world.host, world.event.id, { kind: 'provisional' }),
    ).rejects.toMatchObject({ code: 'results.correction-needs-note' });
    await publications.publish(world.host, world.event.id, {
      kind: 'provisional',
      note: '更正：A1 测量值录入有误',
    });
    const { items } = await results.differences(world.host, world.event.id, world.skill.id, 1, 2);
    expect(items).toEqual([
      expect.objectContaining({
        entryId: world.entries[2]?.id,
        field: 'totalHundredths',
        before: '1600',
        after: '2000',
      }),
    ]);
    expect(items[0]?.label).toContain(`${world.skill.code}-003`);
  });

  it('names everything that a skill lacks before it can be published', async () => {
    const world = await built({ pieces: [5, 5], policy: 'national-2020' });
    await moveTo(database.source.manager, world.event, 'results');
    await runs.run(world.event.id, world.skill.id);
    await database.source.query(`UPDATE job_request SET state = 'done'`);
    const { items } = await publications.publishable(world.host, world.event.id);
    expect(items[0]?.missing.map(({ code }) => code)).toEqual([
      'results.ties-undecided',
      'results.not-proven',
      'results.not-decoded',
    ]);
    await expect(
      publications.publish(world.host, world.event.id, { kind: 'provisional' }),
    ).rejects.toMatchObject({
      code: 'results.not-publishable',
    });
  });

  it('shows full names only on a named basis', async () => {
    const world = await built();
    await computed(world);
    await decoded(world);
    await expect(
      publications.publish(world.host, world.event.id, { kind: 'provisional', names: 'full' }),
    ).rejects.toMatchObject({ code: 'results.names-need-basis' });
  });
});

describe('an explanation', () => {
  it('reaches from the medal to its clause and down to every value', async () => {
    const world = await built({ pieces: [3, 9, 6], policy: 'national-2020' });
    await computed(world);
    await decoded(world);
    const first = world.entries[1]?.id ?? '';
    const { steps } = await results.explanation(world.host, world.event.id, world.skill.id, first);
    const award = steps.find(({ step }) => step === 'award');
    expect(award).toMatchObject({ output: 'gold' });
    expect(award?.clause?.source).toBeTruthy();
    expect(award?.clause?.grade).toBe('verified');
    expect(steps.map(({ step }) => step)).not.toContain('bestOfDelegation');
    expect(JSON.stringify(steps)).not.toContain(world.entries[1]?.delegationId ?? '-');
    const aspects = steps.filter(({ step }) => step === 'aspect');
    expect(aspects).toHaveLength(4);
    expect(aspects.map(({ output }) => output)).toEqual(['9.00', '2.00', '9.00', '2.00']);
  });

  it('is not there for the people of another delegation', async () => {
    const world = await built();
    await computed(world);
    await decoded(world);
    await publications.publish(world.host, world.event.id, { kind: 'provisional' });
    const own = await results.explanation(
      world.leader,
      world.event.id,
      world.skill.id,
      world.entries[0]?.id ?? '',
    );
    expect(own.steps.length).toBeGreaterThan(4);
    await expect(
      results.explanation(world.leader, world.event.id, world.skill.id, world.entries[1]?.id ?? ''),
    ).rejects.toMatchObject({ code: 'results.result-not-found' });
  });
});

/** PostgreSQL's jsonb holds neither NUL nor half characters; codes stay as they are. */
function storable<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value)
      .replace(/\\u0000|\\ud[89a-f][0-9a-f]{2}/g, '')
      .replace(/[\ud800-\udfff]/gu, ''),
  ) as T;
}
