// The set-up of marking in the one world of the tests: a skill with judges from several cities, drawn works, and the
// services of schemes, judges and teams.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, Audit } from '@luban/audit';
import { type CompetitionEvent, EventsModule } from '@luban/events';
import { AccountService, PasswordHasher } from '@luban/identity';
import { JudgeLists, Judges, MarkingSchemes, MarkingTeams, OpenForms, type SchemeFile } from '@luban/judging';
import { Files, Jobs, newId, readConfig, type StandingClock } from '@luban/platform';
import { BlindCode, type Delegation, Draw, Work } from '@luban/registration';
import type { Aspect, SchemeTree } from '@luban/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { givenAccount, givenActor } from './world.js';
import { givenEvent, givenSkill, type GivenSkill, type GivenSkillSetUp } from './world-events.js';
import { givenDelegations, givenEntry } from './world-registration.js';

type SignedIn = Actor & { accountId: string };

export interface GivenJudging extends GivenSkillSetUp {
  event: CompetitionEvent;
  organiser: SignedIn;
  delegations: Delegation[];
  at: { eventId: string; skillId: string };
}

/** An event being prepared, with an organiser, delegations of four cities and a skill of the modules A and B. */
export async function givenJudging(tx: EntityManager, given: GivenSkill = {}): Promise<GivenJudging> {
  const event = await givenEvent(tx, { stage: 'preparation' });
  const setUp = await givenSkill(tx, event.id, { policy: 'worldskills-2026', modules: ['A', 'B'], ...given });
  return {
    ...setUp,
    event,
    organiser: await givenActor(tx, { role: 'organiser', eventId: event.id }),
    delegations: await givenDelegations(tx, event.id, 4),
    at: { eventId: event.id, skillId: setUp.skill.id },
  };
}

/** Criteria A (A1 40.00, A2 10.00) and B (B1 50.00): what `givenScheme` says unless told otherwise. */
export function aScheme(over: { codes?: [string, string]; firstMax?: number } = {}): SchemeTree {
  const [a, b] = over.codes ?? ['A', 'B'];
  const aspect = (id: string, maxHundredths: number, more: Partial<Aspect> = {}): Aspect => ({
    id,
    kind: 'measurement',
    description: `评分点 ${id}`,
    extra: '',
    requirement: '',
    section: '1',
    maxHundredths,
    calculation: null,
    descriptors: [],
    captions: [],
    ...more,
  });
  const judged = { kind: 'judgement' as const, descriptors: ['不符合', '符合', '部分超出', '优秀'] };
  const sub = (code: string, name: string, aspects: Aspect[]) => ({ code, name, dayOfMarking: 1, aspects });
  return {
    skill: { number: '10', name: 'Welding' },
    sections: [{ number: '1', name: '工作组织', weightHundredths: 10_000 }],
    criteria: [
      {
        code: a,
        name: '试件',
        declaredHundredths: null,
        subCriteria: [
          sub(`${a}1`, '尺寸', [
            aspect(`${a}1.1`, over.firstMax ?? 3000, {
              calculation: { type: 'NUMBER_COMPLETED', possible: '8' },
            }),
            aspect(`${a}1.2`, 1000, judged),
          ]),
          sub(`${a}2`, '外观', [aspect(`${a}2.1`, 1000, judged)]),
        ],
      },
      {
        code: b,
        name: '结构',
        declaredHundredths: null,
        subCriteria: [sub(`${b}1`, '装配', [aspect(`${b}1.1`, 5000)])],
      },
    ],
  };
}

/** A judge of the skill, from the n-th delegation; null for none. */
export async function givenJudge(
  { judges }: JudgingServices,
  tx: EntityManager,
  world: GivenJudging,
  name: string,
  delegation: number | null,
  part: 'judge' | 'chiefJudge' = 'judge',
): Promise<{ id: string; actor: SignedIn }> {
  const account = await givenAccount(tx, { name });
  const delegationId = delegation === null ? undefined : world.delegations[delegation]?.id;
  const { eventId, skillId } = world.at;
  const { items } = await judges.add(world.organiser, eventId, skillId, [
    { accountId: account.id, part, delegationId },
  ]);
  const grant = { role: part, eventId, skillId, organisationId: null, delegationId: null };
  const id = items.find((judge) => judge.accountId === account.id)?.id ?? '';
  return { id, actor: { accountId: account.id, organisationId: null, grants: [grant] } };
}

/** One drawn work for each delegation in each module, as the draw would have made them. */
export async function givenWorks(
  tx: EntityManager,
  world: GivenJudging,
): Promise<Map<string, { id: string; delegationId: string }[]>> {
  const { at, groups, modules, delegations } = world;
  const drawId = newId();
  await tx.insert(Draw, {
    ...at,
    id: drawId,
    seed: 's',
    codeSeed: 's',
    inputs: {} as never,
    inputsHash: 's',
    at: new Date(),
  });
  const made = new Map<string, { id: string; delegationId: string }[]>();
  for (const [n, delegation] of delegations.entries()) {
    const entry = await givenEntry(tx, { ...at, delegationId: delegation.id, groupId: groups[0]?.id ?? '' });
    for (const module of modules) {
      const work = {
        ...at,
        id: newId(),
        moduleId: module.id,
        code: `${n + 1}K${module.code}${at.skillId.slice(-4)}`,
      };
      await tx.insert(Work, work);
      await tx.insert(BlindCode, {
        eventId: at.eventId,
        workId: work.id,
        entryId: entry.id,
        moduleId: module.id,
        drawId,
      });
      made.set(module.code, [...(made.get(module.code) ?? []), { id: work.id, delegationId: delegation.id }]);
    }
  }
  return made;
}

/** The services that set marking up, on a database and a clock of the test's own. Close what it opened with `close`. */
export function judgingOn(source: DataSource, url: string, clock: StandingClock) {
  const config = readConfig({ DATABASE_URL: url, DATA_DIR: mkdtempSync(join(tmpdir(), 'luban-judging-')) });
  const audit = new Audit(clock);
  const jobs = new Jobs(clock, source);
  // Who hands accounts down asks the events room what a skill's id means.
  new EventsModule(clock).onModuleInit();
  const judges = new Judges(source, audit, clock, jobs);
  const accounts = new AccountService(source, clock, new PasswordHasher(), audit);
  return {
    judges,
    lists: new JudgeLists(source, accounts, judges),
    teams: new MarkingTeams(source, audit, jobs),
    schemes: new MarkingSchemes(source, audit, jobs, new Files(config, source), clock),
    openForms: new OpenForms(source),
    close: () => rmSync(config.dataDir, { recursive: true, force: true }),
  };
}
export type JudgingServices = ReturnType<typeof judgingOn>;

/** Bytes as an upload. */
export const asUpload = (bytes: Buffer, more: Partial<SchemeFile> = {}): SchemeFile => ({
  bytes,
  fileName: 'scheme.xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ...more,
});
