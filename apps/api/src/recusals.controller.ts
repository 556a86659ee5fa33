import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeclareRecusalDto, RecusalCandidatesDto, Recusals, ReviewDto, UndoStepDto } from '@luban/approvals';
import type { Actor } from '@luban/audit';
import { CurrentActor, May } from './doors/who-may.js';

/** Persons of the authority who stand aside from an application 回避. */
@ApiTags('review')
@Controller('applications/:applicationId/recusals')
@May('applications.desk')
export class RecusalsController {
  constructor(private readonly recusals: Recusals) {}

  /** Who could stand aside. */
  @Get('candidates')
  recusalCandidates(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
  ): Promise<RecusalCandidatesDto> {
    return this.recusals.candidates(actor, id);
  }

  @Post()
  declareRecusal(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Body() wish: DeclareRecusalDto,
  ): Promise<ReviewDto> {
    return this.recusals.declare(actor, id, wish);
  }

  @Delete(':recusalId')
  endRecusal(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Param('recusalId') recusalId: string,
    @Query() { reason }: UndoStepDto,
  ): Promise<ReviewDto> {
    return this.recusals.end(actor, id, recusalId, reason);
  }
}
