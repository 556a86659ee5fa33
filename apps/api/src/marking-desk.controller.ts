import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  DeskReply,
  ImplausibleList,
  MarkingDesk,
  MarkingProgressReply,
  progressChannel,
} from '@luban/judging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { LiveStreams } from './live-streams.js';

/** The chief judge's desk, and the progress of marking for those who run the event. */
@ApiTags('marking')
@Controller('events/:eventId')
export class MarkingDeskController {
  constructor(
    private readonly desks: MarkingDesk,
    private readonly streams: LiveStreams,
  ) {}

  /** Works × sub-criteria, each in one word, with open spreads and what is missing. */
  @Get('skills/:skillId/desk')
  @May('forms.signOff')
  desk(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<DeskReply> {
    return this.desks.desk(actor, eventId, skillId);
  }

  /** Forms, totals and measurements worth a second look. */
  @Get('skills/:skillId/implausible')
  @May('forms.signOff')
  implausible(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<ImplausibleList> {
    return this.desks.implausible(actor, eventId, skillId);
  }

  /** How far marking is, in counts. */
  @Get('progress')
  @May('marking.progress')
  progress(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<MarkingProgressReply> {
    return this.desks.progress(actor, eventId);
  }

  /** Says that something changed on the floor or in the forms of the event; what, one reads by the routes above. */
  @Get('progress/live')
  @May('events.read')
  live(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.desks.assertWatches(actor, eventId).then(() => {
      this.streams.watch(progressChannel(eventId), request, reply);
    });
  }
}
