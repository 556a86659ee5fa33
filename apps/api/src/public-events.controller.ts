import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EventFilterDto, EventListDto, EventsQueries, PublicEventDto } from '@luban/events';
import { Public } from './doors/who-may.js';

/** Events as everybody may see them: nothing in set-up, no person. */
@ApiTags('public')
@Controller('public/events')
@Public()
export class PublicEventsController {
  constructor(private readonly queries: EventsQueries) {}

  @Get()
  listPublicEvents(@Query() filter: EventFilterDto): Promise<EventListDto> {
    return this.queries.publicList(filter);
  }

  /** One event with its skills and schedule. */
  @Get(':eventId')
  readPublicEvent(@Param('eventId') eventId: string): Promise<PublicEventDto> {
    return this.queries.publicEvent(eventId);
  }
}
