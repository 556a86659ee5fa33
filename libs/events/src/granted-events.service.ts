import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { Clock, newId } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import type { EventParty } from './event-party.entity.js';
import { Group } from './group.entity.js';
import { newGroup } from './new-parts.js';
import { readOccupationCode } from './occupation-code.js';
import { PartyService } from './party.service.js';
import { Skill } from './skill.entity.js';
import { buildPolicy, defaultPolicyName } from './skill-policy.js';

/** A discipline as granted: one occupation. */
export interface GrantedSkill {
  name: string;
  /** Code in the classification; null where it holds none. */
  occupationCode: string | null;
  teamSize: number;
  groups: { code: string; name: string }[];
}

/** An event as an authority granted it. Days are `YYYY-MM-DD`. */
export interface GrantedEvent extends Pick<
  CompetitionEvent,
  | 'name'
  | 'level'
  | 'class'
  | 'edition'
  | 'heldYear'
  | 'divisionCode'
  | 'industryCode'
  | 'startsOn'
  | 'endsOn'
  | 'demo'
> {
  /** Registered organisations, each with its part once. */
  parties: { organisationId: string; part: EventParty['part'] }[];
  skills: GrantedSkill[];
}

/** Opens events by a grant: the one way in which an event comes to its class. */
@Injectable()
export class GrantedEvents {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly parties: PartyService,
  ) {}

  /** An event in set-up with its class, parties, skills and groups, in the caller's transaction. Answers its id. */
  async open(tx: EntityManager, actor: Actor, granted: GrantedEvent): Promise<string> {
    const { parties, skills, ...facts } = granted;
    const event: CompetitionEvent = {
      ...facts,
      id: newId(),
      nameEn: null,
      specialKind: null,
      timeZone: 'Asia/Shanghai',
      registrationOpensAt: null,
      registrationClosesAt: null,
      stage: 'draft',
      clonedFromId: null,
      createdBy: actor.accountId,
      createdAt: this.clock.now(),
      version: 1,
    };
    await tx.insert(CompetitionEvent, event);
    await this.audit.record(tx, actor, 'event.created', {
      eventId: event.id,
      subjectType: 'event',
      subjectId: event.id,
      after: facts,
    });
    for (const { organisationId, part } of parties)
      await this.parties.join(tx, actor, event.id, organisationId, part);
    await this.addSkills(tx, actor, event, skills);
    return event.id;
  }

  private async addSkills(
    tx: EntityManager,
    actor: Actor,
    event: CompetitionEvent,
    wishes: readonly GrantedSkill[],
  ): Promise<void> {
    const policy = buildPolicy(defaultPolicyName(event.level));
    const skills = wishes.map((wish, position): Skill => ({
      eventId: event.id,
      id: newId(),
      code: String(position + 1).padStart(2, '0'),
      name: wish.name,
      nameEn: null,
      worldSkillNumber: null,
      occupationCode: wish.occupationCode && (readOccupationCode(wish.occupationCode) ?? wish.occupationCode),
      teamSize: wish.teamSize,
      ageYearsMax: null,
      venueId: null,
      policyName: policy.name,
      policy,
      requireSignedScan: false,
      position,
      version: 1,
    }));
    await tx.insert(Skill, skills);
    const groups = skills.flatMap(({ id }, i) =>
      (wishes[i]?.groups ?? []).map((group, position) =>
        newGroup({ eventId: event.id, skillId: id }, group, position),
      ),
    );
    await tx.insert(Group, groups);
    await this.audit.recordMany(
      tx,
      actor,
      'skill.created',
      skills.map(({ id, code, name, occupationCode }) => ({
        ...{ eventId: event.id, skillId: id, subjectType: 'skill', subjectId: id },
        after: { code, name, occupationCode },
      })),
    );
  }
}
