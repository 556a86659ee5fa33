import { Body, Controller, Delete, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DecideApplicationDto,
  Decisions,
  ReviewDto,
  RevokeApplicationDto,
  UndoStepDto,
} from '@luban/approvals';
import type { Actor } from '@luban/audit';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** Review 审核 of an application, its decision and revocation. */
@ApiTags('review')
@Controller('applications/:applicationId')
@May('applications.review')
export class DecisionsController {
  constructor(private readonly decisions: Decisions) {}

  /** Begins the review. */
  @Put('review')
  beginReview(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @IfMatch() version: number,
  ): Promise<ReviewDto> {
    return this.decisions.beginReview(actor, id, version);
  }

  /** Decides, with the reason and the article. */
  @Put('decision')
  decideApplication(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @IfMatch() version: number,
    @Body() wish: DecideApplicationDto,
  ): Promise<ReviewDto> {
    return this.decisions.decide(actor, id, version, wish);
  }

  /** Takes the decision back, until a published plan names the contest. */
  @Delete('decision')
  undoDecision(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @IfMatch() version: number,
    @Query() { reason }: UndoStepDto,
  ): Promise<ReviewDto> {
    return this.decisions.undo(actor, id, version, reason);
  }

  /** Takes class status away, with the reason and the article. */
  @Put('revocation')
  revokeApplication(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @IfMatch() version: number,
    @Body() wish: RevokeApplicationDto,
  ): Promise<ReviewDto> {
    return this.decisions.revoke(actor, id, version, wish);
  }
}
