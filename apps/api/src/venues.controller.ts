import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { CreateVenueDto, EditVenueDto, VenueDto, VenueListDto, VenueService } from '@luban/events';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** Places of an event where skills are competed. */
@ApiTags('events')
@Controller('events/:eventId/venues')
export class VenuesController {
  constructor(private readonly venues: VenueService) {}

  @Get()
  @May('events.read')
  async listVenues(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<VenueListDto> {
    return { items: await this.venues.listVenues(actor, eventId), next: null };
  }

  @Post()
  @May('events.setUp')
  createVenue(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: CreateVenueDto,
  ): Promise<VenueDto> {
    return this.venues.createVenue(actor, eventId, wish);
  }

  @Patch(':venueId')
  @May('events.setUp')
  editVenue(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('venueId') venueId: string,
    @IfMatch() version: number,
    @Body() changes: EditVenueDto,
  ): Promise<VenueDto> {
    return this.venues.editVenue(actor, eventId, venueId, version, changes);
  }

  /** Deletes a venue that no skill and no workstation uses. */
  @Delete(':venueId')
  @HttpCode(204)
  @May('events.setUp')
  deleteVenue(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('venueId') venueId: string,
  ): Promise<void> {
    return this.venues.deleteVenue(actor, eventId, venueId);
  }
}
