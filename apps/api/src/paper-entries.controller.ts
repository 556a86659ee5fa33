import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  CheckPaper,
  EnterPaper,
  PaperEntries,
  PaperEntryDetailReply,
  PaperEntryList,
  PaperEntryQuery,
  PaperFormList,
  RefusePaper,
  ScanReply,
} from '@luban/judging';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { uploadOf } from './upload.js';

/** Forms typed in from signed paper by a recorder, and checked by a second person. */
@ApiTags('marking')
@Controller('events/:eventId')
export class PaperEntriesController {
  constructor(private readonly paper: PaperEntries) {}

  /** Open forms that may wait for their paper. */
  @Get('paper-forms')
  @May('paper.enter')
  forms(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<PaperFormList> {
    return this.paper.forms(actor, eventId);
  }

  @Get('paper-entries')
  @May('paper.read')
  list(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Query() query: PaperEntryQuery,
  ): Promise<PaperEntryList> {
    return this.paper.list(actor, eventId, query);
  }

  @Get('paper-entries/:entryId')
  @May('paper.read')
  read(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
  ): Promise<PaperEntryDetailReply> {
    return this.paper.read(actor, eventId, entryId);
  }

  @Post('forms/:formId/paper-entries')
  @May('paper.enter')
  enter(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('formId') formId: string,
    @Body() paper: EnterPaper,
  ): Promise<PaperEntryDetailReply> {
    return this.paper.enter(actor, eventId, formId, paper);
  }

  /** What the second person read. The same as the recorder: it becomes marks. Otherwise the differences are answered. */
  @Put('paper-entries/:entryId/check')
  @May('paper.check')
  check(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
    @Body() { values }: CheckPaper,
  ): Promise<PaperEntryDetailReply> {
    return this.paper.check(actor, eventId, entryId, values);
  }

  /** Sends an entry back; its recorder may also take it back himself. */
  @Delete('paper-entries/:entryId')
  @HttpCode(204)
  @May('paper.read')
  refuse(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
    @Body() { reason }: RefusePaper,
  ): Promise<void> {
    return this.paper.refuse(actor, eventId, entryId, reason);
  }

  @Put('paper-entries/:entryId/scan')
  @May('paper.enter')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async attachScan(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('entryId') entryId: string,
    @Req() request: FastifyRequest,
  ): Promise<ScanReply> {
    const { bytes } = await uploadOf(request);
    return this.paper.attachScan(actor, eventId, entryId, bytes);
  }
}
