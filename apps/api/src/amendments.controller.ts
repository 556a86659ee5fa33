import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AmendApplicationDto,
  AmendmentPreviewDto,
  Amendments,
  DecideAmendmentDto,
  ReviewDto,
} from '@luban/approvals';
import type { Actor } from '@luban/audit';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** Amendments 变更 of what was granted. */
@ApiTags('review')
@Controller('applications/:applicationId')
export class AmendmentsController {
  constructor(private readonly amendments: Amendments) {}

  /** What it would change and how much that weighs; nothing is kept. */
  @Post('amendment-previews')
  @HttpCode(200)
  @May('applications.own')
  previewAmendment(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Body() wish: AmendApplicationDto,
  ): Promise<AmendmentPreviewDto> {
    return this.amendments.preview(actor, id, wish);
  }

  /** Proposes it: a minor one is in force at once, a substantial one waits for its decision. */
  @Post('amendments')
  @May('applications.own')
  amendApplication(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @IfMatch() version: number,
    @Body() wish: AmendApplicationDto,
  ): Promise<ReviewDto> {
    return this.amendments.amend(actor, id, version, wish);
  }

  /** What the rules say to the application as a waiting amendment would make it. */
  @Get('amendments/:amendmentId/findings')
  @May('applications.read')
  examineAmendment(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Param('amendmentId') amendmentId: string,
  ): Promise<AmendmentPreviewDto> {
    return this.amendments.examine(actor, id, amendmentId);
  }

  /** The applicant takes a waiting one back. */
  @Delete('amendments/:amendmentId')
  @May('applications.own')
  withdrawAmendment(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Param('amendmentId') amendmentId: string,
    @IfMatch() version: number,
  ): Promise<ReviewDto> {
    return this.amendments.withdraw(actor, id, amendmentId, version);
  }

  @Put('amendments/:amendmentId/decision')
  @May('applications.review')
  decideAmendment(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Param('amendmentId') amendmentId: string,
    @IfMatch() version: number,
    @Body() wish: DecideAmendmentDto,
  ): Promise<ReviewDto> {
    return this.amendments.decide(actor, id, amendmentId, version, wish);
  }
}
