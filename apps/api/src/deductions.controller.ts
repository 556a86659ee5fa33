import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { DeductionList, DeductionReply, Deductions, ProposeDeduction, RefuseDeduction } from '@luban/judging';
import { CurrentActor, May } from './doors/who-may.js';

/** Deductions for breaches: proposed on the floor, decided by the chief judge. */
@ApiTags('floor')
@Controller('events/:eventId')
export class DeductionsController {
  constructor(private readonly deductions: Deductions) {}

  @Get('skills/:skillId/deductions')
  @May('deductions.propose')
  list(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<DeductionList> {
    return this.deductions.list(actor, eventId, skillId);
  }

  @Post('deductions')
  @May('deductions.propose')
  propose(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: ProposeDeduction,
  ): Promise<DeductionReply> {
    return this.deductions.propose(actor, eventId, wish);
  }

  @Put('deductions/:deductionId/approval')
  @May('deductions.approve')
  approve(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('deductionId') deductionId: string,
  ): Promise<DeductionReply> {
    return this.deductions.approve(actor, eventId, deductionId);
  }

  /** Refuses what was proposed, or takes back what was approved. */
  @Put('deductions/:deductionId/refusal')
  @May('deductions.approve')
  refuse(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('deductionId') deductionId: string,
    @Body() { reason }: RefuseDeduction,
  ): Promise<DeductionReply> {
    return this.deductions.refuse(actor, eventId, deductionId, reason ?? null);
  }
}
