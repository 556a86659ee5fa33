import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  ConfirmationPath,
  FloorQuery,
  FloorReply,
  FloorPlaceList,
  RecordTime,
  TimeRecords,
  VoidTime,
} from '@luban/judging';
import { CurrentActor, May } from './doors/who-may.js';

/** Time on the floor: by entry number and workstation, never by work code. */
@ApiTags('floor')
@Controller('events/:eventId')
export class TimeRecordsController {
  constructor(private readonly times: TimeRecords) {}

  /** A skill's floor with its running clocks. */
  @Get('skills/:skillId/floor')
  @May('time.record')
  floor(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Query() { sessionId }: FloorQuery,
  ): Promise<FloorReply> {
    return this.times.floor(actor, eventId, skillId, sessionId);
  }

  /** My own clocks, as a competitor. */
  @Get('my-time')
  @May('placement.own')
  async own(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<FloorPlaceList> {
    return { items: await this.times.own(actor, eventId) };
  }

  /** Start, stop, pause, resume, extra time or a move, for one entry or many: for all of them or none. */
  @Post('time-records')
  @May('time.record')
  async record(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() fact: RecordTime,
  ): Promise<FloorPlaceList> {
    return { items: await this.times.record(actor, eventId, fact) };
  }

  /** Takes the last record of a placement back; it stays in the history. */
  @Put('time-records/:recordId/withdrawal')
  @HttpCode(204)
  @May('time.record')
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('recordId') recordId: string,
    @Body() { reason }: VoidTime,
  ): Promise<void> {
    return this.times.takeBack(actor, eventId, recordId, reason);
  }

  /** Confirms a record for oneself: as the competitor, a floor judge or the chief judge. */
  @Put('time-records/:recordId/confirmations/:part')
  @HttpCode(204)
  @May('time.confirm')
  @ApiParam({ name: 'part', enum: ['competitor', 'floorJudge', 'chiefJudge'] })
  confirm(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('recordId') recordId: string,
    @Param() { part }: ConfirmationPath,
  ): Promise<void> {
    return this.times.confirm(actor, eventId, recordId, part);
  }
}
