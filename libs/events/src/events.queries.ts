import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import type { Page } from '@luban/platform';
import { DataSource } from 'typeorm';
import type { EventFilterDto } from './event.dto.js';
import type { EventDto, EventListItemDto, PartyDto } from './event-reply.dto.js';
import { listEvents, readEvent, readParties } from './event.queries.js';
import type { PublicEventDto } from './public-events.dto.js';
import { listPublicEvents, readPublicEvent } from './public-events.queries.js';
import { eventOf } from './reads.js';
import type { SkillDto, SkillListItemDto } from './skill-reply.dto.js';
import { listSkills, readSkill } from './skill.queries.js';

/** What is read of events through a door. Each reads in one snapshot-free pass: nothing here decides anything. */
@Injectable()
export class EventsQueries {
  constructor(private readonly db: DataSource) {}

  list(actor: Actor, filter: EventFilterDto): Promise<Page<EventListItemDto>> {
    return listEvents(this.db.manager, actor, filter);
  }

  event(actor: Actor, eventId: string): Promise<EventDto> {
    return readEvent(this.db.manager, actor, eventId);
  }

  async parties(actor: Actor, eventId: string): Promise<PartyDto[]> {
    await eventOf(this.db.manager, actor, eventId);
    return readParties(this.db.manager, eventId);
  }

  skills(actor: Actor, eventId: string): Promise<SkillListItemDto[]> {
    return listSkills(this.db.manager, actor, eventId);
  }

  skill(actor: Actor, eventId: string, skillId: string): Promise<SkillDto> {
    return readSkill(this.db.manager, actor, eventId, skillId);
  }

  publicList(filter: EventFilterDto): Promise<Page<EventListItemDto>> {
    return listPublicEvents(this.db.manager, filter);
  }

  publicEvent(eventId: string): Promise<PublicEventDto> {
    return readPublicEvent(this.db.manager, eventId);
  }
}
