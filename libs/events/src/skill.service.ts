import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertMay } from '@luban/identity';
import { assertCurrent, newId, NotFound } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { CompetitionEvent } from './competition-event.entity.js';
import { Group } from './group.entity.js';
import { Module } from './module.entity.js';
import { newGroup, newModule, newSessions, newWorkstations } from './new-parts.js';
import { assertWithinGrant } from './occupation-limits.js';
import { readOccupationCode } from './occupation-code.js';
import type { PolicyChoiceDto } from './policy.dto.js';
import { eventToChange, skillOf } from './reads.js';
import { given, unfit } from './request.js';
import { Session } from './session.entity.js';
import { assertChangeable, assertMayChangePolicy } from './set-up-rules.js';
import type { CreateSkillDto, EditSkillDto } from './skill.dto.js';
import { Skill } from './skill.entity.js';
import { buildPolicy, defaultPolicyName, type PolicyParameters } from './skill-policy.js';
import { readSkill } from './skill.queries.js';
import type { SkillDto } from './skill-reply.dto.js';
import { deleteUnlessUsed } from './unless-used.js';
import { Venue } from './venue.entity.js';
import { Workstation } from './workstation.entity.js';
import { type WorldSkill, worldSkill } from './world-skills.js';

/** The verbs of a skill as a whole; its parts have their own services. */
@Injectable()
export class SkillService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  /** Sets up a skill, with groups, modules, sessions and workstations where they are given, all or nothing. */
  createSkill(actor: Actor, eventId: string, wish: CreateSkillDto): Promise<SkillDto> {
    return this.db.transaction(async (tx) => {
      const event = await eventToChange(tx, actor, eventId, 'events.setUp');
      assertChangeable(event, 'skills');
      if (wish.policy) assertMayChangePolicy(actor, event);
      const skill = await newSkill(tx, event, wish);
      await assertWithinGrant(tx, { event, skill: { before: null, after: skill } });
      await tx.insert(Skill, skill);
      await this.audit.record(tx, actor, 'skill.created', { ...subjectOf(skill), after: facts(skill) });
      const at = { eventId, skillId: skill.id };
      const groups = (wish.groups ?? []).map((group, position) => newGroup(at, group, position));
      const modules = (wish.modules ?? []).map((module, position) => newModule(at, module, position));
      const sessions = newSessions(at, modules, wish.sessions ?? []);
      const workstations = newWorkstations(at, skill.venueId, wish.workstations ?? []);
      await tx.insert(Group, groups);
      await tx.insert(Module, modules);
      await tx.insert(Session, sessions);
      await tx.insert(Workstation, workstations);
      await this.audit.recordMany(
        tx,
        actor,
        'group.created',
        groups.map((row) => ({ ...at, subjectType: 'group', subjectId: row.id, after: row })),
      );
      await this.audit.recordMany(
        tx,
        actor,
        'module.created',
        modules.map((row) => ({ ...at, subjectType: 'module', subjectId: row.id, after: row })),
      );
      await this.audit.recordMany(
        tx,
        actor,
        'session.created',
        sessions.map((row) => ({ ...at, subjectType: 'session', subjectId: row.id, after: row })),
      );
      await this.audit.recordMany(
        tx,
        actor,
        'workstation.created',
        workstations.map((row) => ({ ...at, subjectType: 'workstation', subjectId: row.id, after: row })),
      );
      return readSkill(tx, actor, eventId, skill.id);
    });
  }

  editSkill(
    actor: Actor,
    eventId: string,
    skillId: string,
    version: number,
    changes: EditSkillDto,
  ): Promise<SkillDto> {
    return this.change(actor, eventId, skillId, version, async (tx, event, skill) => {
      const { occupationCode, ...plain } = changes;
      // The venue and the signed scan concern the day; what entries were made against holds from registration on.
      const daily: (keyof EditSkillDto)[] = ['venueId', 'requireSignedScan', 'position'];
      const named = Object.keys(given(changes)) as (keyof EditSkillDto)[];
      assertChangeable(event, named.every((field) => daily.includes(field)) ? 'venues' : 'skills');
      if (changes.venueId) await assertVenue(tx, event.id, changes.venueId);
      if (changes.worldSkillNumber != null) worldSkillOf(changes.worldSkillNumber);
      const edited = { ...skill, ...given(plain) };
      if (occupationCode !== undefined) edited.occupationCode = occupationOf(occupationCode);
      await assertWithinGrant(tx, { event, skill: { before: skill, after: edited } });
      return ['skill.edited', edited];
    });
  }

  /** Puts another policy, or other parameters, in force for the skill. */
  choosePolicy(
    actor: Actor,
    eventId: string,
    skillId: string,
    version: number,
    choice: PolicyChoiceDto,
  ): Promise<SkillDto> {
    return this.change(actor, eventId, skillId, version, async (_tx, event, skill) => {
      assertMayChangePolicy(actor, event);
      assertChangeable(event, 'policy');
      const policy = buildPolicy(choice.name, parametersIn(choice));
      return ['skill.policyChosen', { ...skill, policyName: policy.name, policy }];
    });
  }

  /** Deletes a skill that nobody relies on, with its parts; its history stays. */
  deleteSkill(actor: Actor, eventId: string, skillId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const event = await eventToChange(tx, actor, eventId, 'events.setUp');
      const skill = await skillOf(tx, actor, eventId, skillId, 'forUpdate');
      assertChangeable(event, 'skills');
      await deleteUnlessUsed(tx, skill.name, async (inner) => {
        for (const part of [Workstation, Session, Module, Group])
          await inner.delete(part, { eventId, skillId });
        await inner.delete(Skill, { eventId, id: skillId });
      });
      await this.audit.record(tx, actor, 'skill.deleted', { ...subjectOf(skill), before: facts(skill) });
    });
  }

  private change(
    actor: Actor,
    eventId: string,
    skillId: string,
    version: number,
    decide: (
      tx: EntityManager,
      event: CompetitionEvent,
      skill: Skill,
    ) => Promise<[verb: string, edited: Skill]>,
  ): Promise<SkillDto> {
    return this.db.transaction(async (tx) => {
      const event = await eventToChange(tx, actor, eventId, 'events.setUp');
      const skill = await skillOf(tx, actor, eventId, skillId, 'forUpdate');
      assertMay(actor, 'events.setUp', { eventId, skillId });
      assertCurrent(skill.version, version);
      const [verb, edited] = await decide(tx, event, skill);
      await tx.update(Skill, { eventId, id: skillId }, { ...edited, version: skill.version + 1 });
      await this.audit.record(tx, actor, verb, {
        ...subjectOf(skill),
        before: facts(skill),
        after: facts(edited),
      });
      return readSkill(tx, actor, eventId, skillId);
    });
  }
}

const subjectOf = ({ eventId, id }: Skill) => ({ eventId, skillId: id, subjectType: 'skill', subjectId: id });

/** What stands in the history of a skill: everything but the clauses, which are read from the policy by its name. */
const facts = ({ policy, ...skill }: Skill): object => ({
  ...skill,
  policy: {
    parts: policy.parts.weights,
    awards: policy.awards.map(({ clause: _clause, ...rule }) => rule),
    tieBreaks: policy.tieBreaks.map(({ clause: _clause, ...rule }) => rule),
    panel: policy.judgement.panel,
  },
});

async function newSkill(tx: EntityManager, event: CompetitionEvent, wish: CreateSkillDto): Promise<Skill> {
  const listed = wish.worldSkillNumber === undefined ? undefined : worldSkillOf(wish.worldSkillNumber);
  const code = wish.code ?? (listed && String(listed.number).padStart(2, '0'));
  const name = wish.name?.trim() ?? listed?.name;
  if (!code || !name) throw unfit(code ? 'name' : 'code', 'events.skill-needs-name');
  if (wish.venueId) await assertVenue(tx, event.id, wish.venueId);
  const policy = buildPolicy(
    wish.policy?.name ?? defaultPolicyName(event.level),
    wish.policy && parametersIn(wish.policy),
  );
  const [last]: { position: number }[] = await tx.query(
    `SELECT COALESCE(max(position) + 1, 0)::int AS position FROM skill WHERE event_id = $1`,
    [event.id],
  );
  return {
    eventId: event.id,
    id: newId(),
    code,
    name,
    nameEn: wish.nameEn === undefined ? (listed?.nameEn ?? null) : wish.nameEn,
    worldSkillNumber: listed?.number ?? null,
    occupationCode: occupationOf(wish.occupationCode),
    teamSize: wish.teamSize ?? listed?.teamSize ?? 1,
    ageYearsMax: wish.ageYearsMax === undefined ? (listed?.ageYearsMax ?? null) : wish.ageYearsMax,
    venueId: wish.venueId ?? null,
    policyName: policy.name,
    policy,
    requireSignedScan: wish.requireSignedScan ?? false,
    position: last?.position ?? 0,
    version: 1,
  };
}

function worldSkillOf(number: number): WorldSkill {
  const found = worldSkill(number);
  if (!found) throw unfit('worldSkillNumber', 'events.world-skill-not-found', { number });
  return found;
}

function occupationOf(text: string | null | undefined): string | null {
  if (text == null || text.trim() === '') return null;
  const code = readOccupationCode(text);
  if (!code) throw unfit('occupationCode', 'events.occupation-code', { code: text });
  return code;
}

export async function assertVenue(tx: EntityManager, eventId: string, venueId: string): Promise<void> {
  if (!(await tx.existsBy(Venue, { eventId, id: venueId })))
    throw new NotFound('events.venue-not-found', { venueId });
}

function parametersIn({ parameters }: PolicyChoiceDto): PolicyParameters {
  return given(parameters ?? {});
}
