import { Body, Controller, Delete, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Acceptances,
  ApplicationOutcomesDto,
  BulkAcceptances,
  ReturnApplicationDto,
  ReviewDto,
  SeenApplicationsDto,
  UndoStepDto,
} from '@luban/approvals';
import type { Actor } from '@luban/audit';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** Acceptance 受理 of applications, one or many at once, and their return for completion 退回补正. */
@ApiTags('review')
@Controller()
export class AcceptancesController {
  constructor(
    private readonly acceptances: Acceptances,
    private readonly bulk: BulkAcceptances,
  ) {}

  @Put('applications/:applicationId/acceptance')
  @May('applications.accept')
  acceptApplication(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @IfMatch() version: number,
  ): Promise<ReviewDto> {
    return this.acceptances.accept(actor, id, version);
  }

  /** Takes the acceptance back, until somebody begins the review. */
  @Delete('applications/:applicationId/acceptance')
  @May('applications.accept')
  undoAcceptance(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @IfMatch() version: number,
    @Query() { reason }: UndoStepDto,
  ): Promise<ReviewDto> {
    return this.acceptances.undo(actor, id, version, reason);
  }

  /** Back to its applicant, with the fields that have to be mended and until when. */
  @Put('applications/:applicationId/return')
  @May('applications.desk')
  returnApplication(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @IfMatch() version: number,
    @Body() wish: ReturnApplicationDto,
  ): Promise<ReviewDto> {
    return this.acceptances.return(actor, id, version, wish);
  }

  /** What accepting these would do, one by one; nothing is changed. */
  @Post('review-desk/acceptance-previews')
  @HttpCode(200)
  @May('applications.accept')
  previewAcceptances(
    @CurrentActor() actor: Actor,
    @Body() { applications }: SeenApplicationsDto,
  ): Promise<ApplicationOutcomesDto> {
    return this.bulk.preview(actor, applications);
  }

  /** Accepts those that stand as they were seen. */
  @Post('review-desk/acceptances')
  @May('applications.accept')
  acceptApplications(
    @CurrentActor() actor: Actor,
    @Body() { applications }: SeenApplicationsDto,
  ): Promise<ApplicationOutcomesDto> {
    return this.bulk.accept(actor, applications);
  }

  /** Takes the acceptance of these back. */
  @Post('review-desk/acceptance-undos')
  @May('applications.accept')
  undoAcceptances(
    @CurrentActor() actor: Actor,
    @Body() { applications, reason }: SeenApplicationsDto,
  ): Promise<ApplicationOutcomesDto> {
    return this.bulk.undo(actor, applications, reason);
  }
}
