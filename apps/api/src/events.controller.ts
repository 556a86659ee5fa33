import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  CloneEventDto,
  CloneService,
  CreateEventDto,
  CreatePartyDto,
  EditEventDto,
  EventDto,
  EventFilterDto,
  EventListDto,
  EventService,
  EventsQueries,
  EventStageDto,
  PartyDto,
  PartyListDto,
  PartyService,
  StageChangeDto,
  StageService,
} from '@luban/events';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** Events as a whole: what they are, who runs them, where they stand. */
@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly queries: EventsQueries,
    private readonly events: EventService,
    private readonly clones: CloneService,
    private readonly parties: PartyService,
    private readonly stages: StageService,
  ) {}

  /** Events in reach, the latest first. */
  @Get()
  @May('events.read')
  listEvents(@CurrentActor() actor: Actor, @Query() filter: EventFilterDto): Promise<EventListDto> {
    return this.queries.list(actor, filter);
  }

  /** Creates an event in set-up; the creator's organisation hosts it. */
  @Post()
  @May('events.create')
  createEvent(@CurrentActor() actor: Actor, @Body() wish: CreateEventDto): Promise<EventDto> {
    return this.events.createEvent(actor, wish);
  }

  @Get(':eventId')
  @May('events.read')
  readEvent(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<EventDto> {
    return this.queries.event(actor, eventId);
  }

  /** Changes the basics. */
  @Patch(':eventId')
  @May('events.edit')
  editEvent(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @IfMatch() version: number,
    @Body() changes: EditEventDto,
  ): Promise<EventDto> {
    return this.events.editEvent(actor, eventId, version, changes);
  }

  /** Deletes an event that is in set-up and holds nothing. */
  @Delete(':eventId')
  @HttpCode(204)
  @May('events.delete')
  deleteEvent(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<void> {
    return this.events.deleteEvent(actor, eventId);
  }

  /** Next year's event from this one: everything but the people, dates moved on. */
  @Post(':eventId/clones')
  @May('events.clone')
  cloneEvent(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: CloneEventDto,
  ): Promise<EventDto> {
    return this.clones.cloneEvent(actor, eventId, wish);
  }

  /** Host 主办, organiser 承办, co-organiser 协办. */
  @Get(':eventId/parties')
  @May('events.read')
  async listParties(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<PartyListDto> {
    return { items: await this.queries.parties(actor, eventId), next: null };
  }

  @Post(':eventId/parties')
  @May('events.parties')
  addParty(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() { organisationId, part }: CreatePartyDto,
  ): Promise<PartyDto> {
    return this.parties.addParty(actor, eventId, organisationId, part);
  }

  @Delete(':eventId/parties/:partyId')
  @HttpCode(204)
  @May('events.parties')
  removeParty(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('partyId') partyId: string,
  ): Promise<void> {
    return this.parties.removeParty(actor, eventId, partyId);
  }

  /** Where the event stands, how it came there, and what each next stage still needs. */
  @Get(':eventId/stage')
  @May('events.read')
  readStage(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<EventStageDto> {
    return this.stages.readStage(actor, eventId);
  }

  /** Enters a stage; 409 `events.preflight` with all `findings` while one of them blocks. */
  @Put(':eventId/stage')
  @May('events.stage')
  enterStage(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @IfMatch() version: number,
    @Body() change: StageChangeDto,
  ): Promise<EventStageDto> {
    return this.stages.enterStage(actor, eventId, version, change);
  }
}
