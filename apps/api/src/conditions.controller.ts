import { Body, Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ConfirmConditionDto, Conditions, ReasonDto, ReportConditionDto, ReviewDto } from '@luban/approvals';
import type { Actor } from '@luban/audit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';
import { uploadOf } from './upload.js';
import { validationPipe } from './validation.js';

/** Conditions of a grant: reported as met by the applicant, confirmed by the authority. */
@ApiTags('review')
@Controller('applications/:applicationId/conditions/:conditionId')
export class ConditionsController {
  constructor(private readonly conditions: Conditions) {}

  /** Reports it as met: `note` in JSON, or `note` and a `file` as multipart. */
  @Put('report')
  @May('applications.own')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: ReportConditionDto })
  async reportCondition(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Param('conditionId') conditionId: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<ReviewDto> {
    const upload = request.isMultipart() ? await uploadOf(request) : null;
    const { note } = (await validationPipe().transform(upload?.fields ?? request.body ?? {}, {
      type: 'body',
      metatype: ReportConditionDto,
    })) as ReportConditionDto;
    return this.conditions.report(actor, id, conditionId, version, note ?? '', upload);
  }

  @Put('confirmation')
  @May('applications.review')
  confirmCondition(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Param('conditionId') conditionId: string,
    @IfMatch() version: number,
    @Body() { note }: ConfirmConditionDto,
  ): Promise<ReviewDto> {
    return this.conditions.confirm(actor, id, conditionId, version, note ?? null);
  }

  /** Does not take it for met, and says why. */
  @Put('return')
  @May('applications.review')
  returnConditionReport(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Param('conditionId') conditionId: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonDto,
  ): Promise<ReviewDto> {
    return this.conditions.returnReport(actor, id, conditionId, version, reason);
  }

  /** The file of the report, as a download. */
  @Get('file')
  @May('applications.read')
  @ApiProduces('application/octet-stream')
  async readConditionFile(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Param('conditionId') conditionId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, fileName, content } = await this.conditions.readFile(actor, id, conditionId);
    void reply
      .type('application/octet-stream')
      .header(
        'Content-Disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(fileName || file.hash)}`,
      )
      .header('X-Content-Type-Options', 'nosniff')
      .header('Cache-Control', 'no-store')
      .send(content);
  }
}
