import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  type MarkListSource,
  PartMarkImportReply,
  PartMarkList,
  PartMarks,
  PastedPartMarks,
} from '@luban/judging';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { uploadOf } from './upload.js';
import { validationPipe } from './validation.js';

/**
 * Marks that come in from a list by entry number (theory papers): an .xlsx or CSV file as multipart field `file`, or
 * pasted rows as `text` in JSON.
 */
@ApiTags('marking')
@Controller('events/:eventId/modules/:moduleId')
export class PartMarksController {
  constructor(private readonly partMarks: PartMarks) {}

  /** Every entry of the module's skill with the mark that has come in, if one has. */
  @Get('part-marks')
  @May('partMarks.read')
  list(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('moduleId') moduleId: string,
  ): Promise<PartMarkList> {
    return this.partMarks.list(actor, eventId, moduleId);
  }

  /** What a list would do, with a finding for each bad cell; keeps nothing. */
  @Post('part-mark-previews')
  @HttpCode(200)
  @May('partMarks.import')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: PastedPartMarks })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('moduleId') moduleId: string,
    @Req() request: FastifyRequest,
  ): Promise<PartMarkImportReply> {
    return this.partMarks.preview(actor, eventId, moduleId, await listOf(request));
  }

  /** Takes all of a list over, or nothing: 409 `judging.part-marks-refused` lists every bad cell in `findings`. */
  @Post('part-mark-imports')
  @May('partMarks.import')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: PastedPartMarks })
  async import(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('moduleId') moduleId: string,
    @Req() request: FastifyRequest,
  ): Promise<PartMarkImportReply> {
    return this.partMarks.import(actor, eventId, moduleId, await listOf(request));
  }
}

async function listOf(request: FastifyRequest): Promise<MarkListSource> {
  if (request.isMultipart()) return (await uploadOf(request)).bytes;
  const metadata = { type: 'body', metatype: PastedPartMarks } as const;
  const { text } = (await validationPipe().transform(request.body ?? {}, metadata)) as PastedPartMarks;
  return { pasted: text };
}
