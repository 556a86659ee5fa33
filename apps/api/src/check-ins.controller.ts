import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { CheckInList, CheckInPage, CheckInQuery, CheckIns, RecordCheckIn } from '@luban/registration';
import { CurrentActor, May } from './doors/who-may.js';

/** The check-in desk 检录. Closed to whoever marks the skill. */
@ApiTags('registration')
@Controller('events/:eventId')
@May('checkIn.record')
export class CheckInsController {
  constructor(private readonly checkIns: CheckIns) {}

  /** Whom to expect for a module, by session and entry number. */
  @Get('check-ins')
  desk(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Query() query: CheckInQuery,
  ): Promise<CheckInPage> {
    return this.checkIns.desk(actor, eventId, query);
  }

  /** Records a status for a module, or for all modules of the skill. */
  @Post('check-ins')
  record(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: RecordCheckIn,
  ): Promise<CheckInList> {
    return this.checkIns.record(actor, eventId, wish);
  }

  /** Takes the latest record back; both stay in the history. */
  @Put('check-ins/:checkInId/undoing')
  @HttpCode(200)
  undo(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('checkInId') checkInId: string,
  ): Promise<CheckInList> {
    return this.checkIns.undo(actor, eventId, checkInId);
  }

  @Get('entries/:entryId/check-ins')
  history(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
  ): Promise<CheckInList> {
    return this.checkIns.history(actor, eventId, entryId);
  }
}
