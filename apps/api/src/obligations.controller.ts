import { Body, Controller, Delete, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  ObligationDto,
  ObligationFilterDto,
  ObligationListDto,
  ObligationQueries,
  ObligationService,
  ReturnObligationDto,
  UndoObligationCheckDto,
} from '@luban/approvals';
import type { Actor } from '@luban/audit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { sendScan } from './paper-reply.js';
import { uploadOf } from './upload.js';

/** What is owed after a contest 赛后材料: summary, technical analyses, base table, nominations. */
@ApiTags('obligations')
@Controller()
export class ObligationsController {
  constructor(
    private readonly queries: ObligationQueries,
    private readonly obligations: ObligationService,
  ) {}

  /** Those in reach, what is due first first, with counts by state. */
  @Get('obligations')
  @May('obligations.read')
  listObligations(
    @CurrentActor() actor: Actor,
    @Query() filter: ObligationFilterDto,
  ): Promise<ObligationListDto> {
    return this.queries.list(actor, filter);
  }

  /** Hands a report in as multipart field `file`, with `note` beside it. */
  @Put('applications/:applicationId/obligations/:obligationId/report')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' }, note: { type: 'string' } },
    },
  })
  @May('obligations.submit')
  async submitReport(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @Param('obligationId') obligationId: string,
    @Req() request: FastifyRequest,
  ): Promise<ObligationDto> {
    const { bytes, fileName, fields } = await uploadOf(request);
    return this.obligations.submit(actor, applicationId, obligationId, {
      ...{ bytes, fileName, note: fields.note ?? null },
    });
  }

  @Get('applications/:applicationId/obligations/:obligationId/report')
  @May('obligations.read')
  async readReport(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @Param('obligationId') obligationId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendScan(reply, await this.obligations.readFile(actor, applicationId, obligationId));
  }

  /** The authority takes it as done. */
  @Put('applications/:applicationId/obligations/:obligationId/check')
  @May('obligations.check')
  checkReport(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @Param('obligationId') obligationId: string,
  ): Promise<ObligationDto> {
    return this.obligations.check(actor, applicationId, obligationId);
  }

  /** Takes the check back, with its reason: it waits to be checked again. */
  @Delete('applications/:applicationId/obligations/:obligationId/check')
  @May('obligations.check')
  undoCheck(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @Param('obligationId') obligationId: string,
    @Body() { reason }: UndoObligationCheckDto,
  ): Promise<ObligationDto> {
    return this.obligations.undoCheck(actor, applicationId, obligationId, reason);
  }

  /** The authority sends it back for completion, with its reason. */
  @Put('applications/:applicationId/obligations/:obligationId/return')
  @May('obligations.check')
  returnReport(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @Param('obligationId') obligationId: string,
    @Body() { reason }: ReturnObligationDto,
  ): Promise<ObligationDto> {
    return this.obligations.return(actor, applicationId, obligationId, reason);
  }
}
