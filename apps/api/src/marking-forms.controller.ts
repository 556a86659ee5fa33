import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  FormChangesQuery,
  FormHistoryQuery,
  FormHistoryReply,
  FormReply,
  FormRevisionReply,
  FormScans,
  FormSheetQuery,
  FormSheets,
  FormStandingReply,
  MarkingForms,
  MarkNoteDto,
  MyFormsReply,
  ScanReply,
  WriteNote,
} from '@luban/judging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';
import { uploadOf } from './upload.js';
import { sendWorkbook, workbookType } from './workbook-reply.js';

/** Marking forms 评分表, as judges and chief judges have them. */
@ApiTags('marking')
@Controller('events/:eventId')
export class MarkingFormsController {
  constructor(
    private readonly forms: MarkingForms,
    private readonly scans: FormScans,
    private readonly sheets: FormSheets,
  ) {}

  /** The forms in which I sit, by sub-criterion and work code. */
  @Get('my-forms')
  @May('marks.enter')
  mine(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<MyFormsReply> {
    return this.forms.mine(actor, eventId);
  }

  @Get('forms/:formId')
  @May('forms.read')
  read(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
  ): Promise<FormReply> {
    return this.forms.read(actor, eventId, formId);
  }

  /** What was saved after the revision `since`: small, for a tablet that asks every few seconds. */
  @Get('forms/:formId/changes')
  @May('forms.read')
  changes(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
    @Query() { since }: FormChangesQuery,
  ): Promise<FormRevisionReply> {
    return this.forms.changes(actor, eventId, formId, since);
  }

  /** Every save, latest first, with the values it replaced. */
  @Get('forms/:formId/history')
  @May('forms.read')
  history(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
    @Query() query: FormHistoryQuery,
  ): Promise<FormHistoryReply> {
    return this.forms.history(actor, eventId, formId, query);
  }

  @Post('forms/:formId/notes')
  @May('forms.read')
  note(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
    @Body() note: WriteNote,
  ): Promise<MarkNoteDto> {
    return this.forms.note(actor, eventId, formId, note);
  }

  /** Hands the form in for signing. `If-Match`: its revision. */
  @Put('forms/:formId/submission')
  @May('forms.submit')
  submit(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
    @IfMatch() revision: number,
  ): Promise<FormStandingReply> {
    return this.forms.submit(actor, eventId, formId, revision);
  }

  /** Takes a form back that is not signed yet; the chief judge returns it so to its judges. */
  @Delete('forms/:formId/submission')
  @May('forms.return')
  withdrawSubmission(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
  ): Promise<FormStandingReply> {
    return this.forms.withdrawSubmission(actor, eventId, formId);
  }

  /** The scan of the signed sheet (PDF, JPEG, PNG), as multipart field `file`. */
  @Put('forms/:formId/scan')
  @May('forms.read')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async attachScan(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
    @Req() request: FastifyRequest,
  ): Promise<ScanReply> {
    const { bytes } = await uploadOf(request);
    return this.scans.attach(actor, eventId, formId, bytes);
  }

  @Get('forms/:formId/scan')
  @May('forms.read')
  async scan(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { mediaType, content } = await this.scans.read(actor, eventId, formId);
    const extension = mediaType.split('/').at(-1) ?? 'bin';
    void reply
      .header('Content-Type', mediaType)
      .header('X-Content-Type-Options', 'nosniff')
      .header('Content-Disposition', `attachment; filename="scan-${formId}.${extension}"`)
      .send(content);
  }

  /** The form as an A4 sheet in Excel; `blank=true` leaves the marks out, for paper. */
  @Get('forms/:formId/sheet.xlsx')
  @May('forms.read')
  @ApiProduces(workbookType)
  async sheet(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
    @Query() { blank }: FormSheetQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendWorkbook(reply, '评分表.xlsx', await this.sheets.one(actor, eventId, formId, blank));
  }

  /** All forms of a sub-criterion, a sheet each. */
  @Get('skills/:skillId/sub-criteria/:subCriterionId/sheets.xlsx')
  @May('forms.read')
  @ApiProduces(workbookType)
  async allSheets(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('subCriterionId') subCriterionId: string,
    @Query() { blank }: FormSheetQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.sheets.ofSubCriterion(actor, eventId, skillId, subCriterionId, blank);
    sendWorkbook(reply, '评分表.xlsx', bytes);
  }
}
