import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertCurrent } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { Group } from './group.entity.js';
import { Module } from './module.entity.js';
import {
  assertApart,
  assertForwards,
  newGroup,
  newModule,
  newSession,
  newWorkstations,
} from './new-parts.js';
import { eventToChange, modulesOf, sessionsOf, skillOf, workstationsOf } from './reads.js';
import { given, instant, unfit } from './request.js';
import { Session } from './session.entity.js';
import { assertChangeable, type SetUpPart } from './set-up-rules.js';
import type {
  CreateGroupDto,
  CreateModuleDto,
  CreateSessionDto,
  CreateWorkstationsDto,
  EditGroupDto,
  EditModuleDto,
  EditSessionDto,
  EditWorkstationDto,
} from './skill-part.dto.js';
import type { Skill } from './skill.entity.js';
import { sessionShown, shown } from './skill.queries.js';
import type { GroupDto, ModuleDto, SkillSessionDto, WorkstationDto } from './skill-reply.dto.js';
import { assertVenue } from './skill.service.js';
import { partKinds, type PartKind, partOf } from './skill-parts.js';
import { deleteUnlessUsed } from './unless-used.js';
import { Workstation } from './workstation.entity.js';
import { workstationsMost } from './workstation-codes.js';

/** The verbs of what a skill is made of: groups, modules, sessions, workstations. Each keeps the skill's row locked. */
@Injectable()
export class SkillPartService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  createGroup(actor: Actor, eventId: string, skillId: string, wish: CreateGroupDto): Promise<GroupDto> {
    return this.inSkill(actor, eventId, skillId, 'groups', async (tx) => {
      const position = await tx.countBy(Group, { eventId, skillId });
      const group = newGroup({ eventId, skillId }, wish, position);
      await tx.insert(Group, group);
      await this.record(tx, actor, 'group', 'created', { after: group });
      return shown(group);
    });
  }

  editGroup(
    actor: Actor,
    eventId: string,
    skillId: string,
    id: string,
    version: number,
    changes: EditGroupDto,
  ): Promise<GroupDto> {
    const decide = (_tx: EntityManager, group: Group) => ({ ...group, ...given(changes) });
    return this.edit(actor, eventId, skillId, 'group', id, version, decide).then(shown);
  }

  createModule(actor: Actor, eventId: string, skillId: string, wish: CreateModuleDto): Promise<ModuleDto> {
    return this.inSkill(actor, eventId, skillId, 'modules', async (tx) => {
      const position = await tx.countBy(Module, { eventId, skillId });
      const module = newModule({ eventId, skillId }, wish, position);
      await tx.insert(Module, module);
      await this.record(tx, actor, 'module', 'created', { after: module });
      return shown(module);
    });
  }

  editModule(
    actor: Actor,
    eventId: string,
    skillId: string,
    id: string,
    version: number,
    changes: EditModuleDto,
  ): Promise<ModuleDto> {
    const decide = (_tx: EntityManager, module: Module) => ({ ...module, ...given(changes) });
    return this.edit(actor, eventId, skillId, 'module', id, version, decide).then(shown);
  }

  /** Adds a sitting. Refuses one that overlaps another of the same module. */
  createSession(
    actor: Actor,
    eventId: string,
    skillId: string,
    wish: CreateSessionDto,
  ): Promise<SkillSessionDto> {
    return this.inSkill(actor, eventId, skillId, 'sessions', async (tx) => {
      const modules = await modulesOf(tx, eventId, skillId);
      const module = modules.find(({ id }) => id === wish.moduleId);
      if (!module) {
        throw unfit('moduleId', 'events.session-module-unknown', {
          name: wish.name,
          moduleCode: wish.moduleId,
        });
      }
      const others = await sessionsOf(tx, eventId, skillId);
      const session = newSession({ eventId, skillId }, module, wish, others.length);
      assertApart(session, others);
      await tx.insert(Session, session);
      await this.record(tx, actor, 'session', 'created', { after: session });
      return sessionShown(session);
    });
  }

  editSession(
    actor: Actor,
    eventId: string,
    skillId: string,
    id: string,
    version: number,
    changes: EditSessionDto,
  ): Promise<SkillSessionDto> {
    const decide = async (tx: EntityManager, session: Session) => {
      const edited = {
        ...session,
        name: changes.name ?? session.name,
        startsAt: instant(changes.startsAt, 'startsAt') ?? session.startsAt,
        endsAt: instant(changes.endsAt, 'endsAt') ?? session.endsAt,
      };
      assertForwards(edited, 'endsAt');
      assertApart(edited, await sessionsOf(tx, eventId, skillId));
      return edited;
    };
    return this.edit(actor, eventId, skillId, 'session', id, version, decide).then(sessionShown);
  }

  /** Adds many workstations at once; refuses, naming them, when some are there already. */
  createWorkstations(
    actor: Actor,
    eventId: string,
    skillId: string,
    wish: CreateWorkstationsDto,
  ): Promise<WorkstationDto[]> {
    return this.inSkill(actor, eventId, skillId, 'workstations', async (tx, skill) => {
      if (wish.venueId) await assertVenue(tx, eventId, wish.venueId);
      const added = newWorkstations({ eventId, skillId }, skill.venueId, [wish], () => 'codes');
      const there = await workstationsOf(tx, eventId, skillId);
      const taken = added
        .filter(({ code }) => there.some((one) => one.code === code))
        .map(({ code }) => code);
      if (taken.length > 0)
        throw unfit('codes', 'events.workstation-codes-taken', { codes: taken.join('、') });
      if (there.length + added.length > workstationsMost) {
        throw unfit('codes', 'events.workstations-too-many', { most: workstationsMost });
      }
      await tx.insert(Workstation, added);
      const subjects = added.map((row) => ({
        eventId,
        skillId,
        subjectType: 'workstation',
        subjectId: row.id,
        after: row,
      }));
      await this.audit.recordMany(tx, actor, 'workstation.created', subjects);
      return added.map(shown);
    });
  }

  editWorkstation(
    actor: Actor,
    eventId: string,
    skillId: string,
    id: string,
    version: number,
    { reason, ...changes }: EditWorkstationDto,
  ): Promise<WorkstationDto> {
    const decide = async (tx: EntityManager, workstation: Workstation) => {
      if (changes.venueId) await assertVenue(tx, eventId, changes.venueId);
      return { ...workstation, ...given(changes) };
    };
    return this.edit(actor, eventId, skillId, 'workstation', id, version, decide, reason ?? null).then(shown);
  }

  /** Deletes a part that nobody relies on; its history stays. */
  deletePart(actor: Actor, eventId: string, skillId: string, kind: PartKind, id: string): Promise<void> {
    return this.inSkill(actor, eventId, skillId, partKinds[kind].part, async (tx) => {
      const row = await partOf(tx, kind, eventId, skillId, id);
      await deleteUnlessUsed(tx, 'name' in row ? row.name : row.code, (inner) =>
        inner.delete(partKinds[kind].entity, { eventId, id }),
      );
      await this.record(tx, actor, kind, 'deleted', { before: row });
    });
  }

  private edit<T extends Group | Module | Session | Workstation>(
    actor: Actor,
    eventId: string,
    skillId: string,
    kind: PartKind,
    id: string,
    version: number,
    decide: (tx: EntityManager, row: T) => T | Promise<T>,
    reason: string | null = null,
  ): Promise<T> {
    return this.inSkill(actor, eventId, skillId, partKinds[kind].part, async (tx) => {
      const row = (await partOf(tx, kind, eventId, skillId, id)) as T;
      assertCurrent(row.version, version);
      const edited = { ...(await decide(tx, row)), version: row.version + 1 };
      await tx.update(partKinds[kind].entity, { eventId, id }, edited);
      await this.record(tx, actor, kind, 'edited', { before: row, after: edited, reason });
      return edited;
    });
  }

  /** What every verb of a part begins with: reach, the part's lock by stage, and the skill's row until the end. */
  private inSkill<T>(
    actor: Actor,
    eventId: string,
    skillId: string,
    part: SetUpPart,
    work: (tx: EntityManager, skill: Skill) => Promise<T>,
  ): Promise<T> {
    return this.db.transaction(async (tx) => {
      const event = await eventToChange(tx, actor, eventId, 'events.setUp');
      const skill = await skillOf(tx, actor, eventId, skillId, 'forUpdate');
      assertChangeable(event, part);
      return work(tx, skill);
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    kind: PartKind,
    did: 'created' | 'edited' | 'deleted',
    { before, after, reason }: { before?: PartRow; after?: PartRow; reason?: string | null },
  ): Promise<void> {
    const row = after ?? before;
    if (!row) throw new Error('a record needs its subject');
    const { eventId, skillId, id } = row;
    return this.audit.record(tx, actor, `${kind}.${did}`, {
      eventId,
      skillId,
      subjectType: kind,
      subjectId: id,
      before,
      after,
      reason: reason ?? null,
    });
  }
}

type PartRow = Group | Module | Session | Workstation;
