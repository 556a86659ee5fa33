import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import {
  MarkingSchemes,
  PutSchemeInForce,
  SaveSchemeTree,
  SchemeDetailReply,
  type SchemeFile,
  SchemeList,
  SchemePreviewReply,
} from '@luban/judging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';
import { uploadOf } from './upload.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('events/:eventId')
export class MarkingSchemesController {
  constructor(private readonly schemes: MarkingSchemes) {}

  @Get('skills/:skillId/schemes')
  @May('schemes.read')
  list(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<SchemeList> {
    return this.schemes.list(actor, eventId, skillId);
  }

  /** What a CIS workbook or a 评分表 would become: multipart field `file`, and `kind`, `mapping`. Keeps nothing. */
  @Post('skills/:skillId/scheme-previews')
  @May('schemes.edit')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Req() request: FastifyRequest,
  ): Promise<SchemePreviewReply> {
    return this.schemes.preview(actor, eventId, skillId, await schemeFileOf(request));
  }

  /** Keeps an uploaded scheme as a draft, findings and all. */
  @Post('skills/:skillId/scheme-imports')
  @May('schemes.edit')
  async importFile(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Req() request: FastifyRequest,
  ): Promise<SchemeDetailReply> {
    return this.schemes.importFile(actor, eventId, skillId, await schemeFileOf(request));
  }

  /** Keeps a scheme built on screen as a draft. */
  @Post('skills/:skillId/schemes')
  @May('schemes.edit')
  build(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Body() request: SaveSchemeTree,
  ): Promise<SchemeDetailReply> {
    return this.schemes.build(actor, eventId, skillId, request.tree);
  }

  @Get('schemes/:schemeId')
  @May('schemes.read')
  read(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('schemeId') schemeId: string,
  ): Promise<SchemeDetailReply> {
    return this.schemes.read(actor, eventId, schemeId);
  }

  @Put('schemes/:schemeId')
  @May('schemes.edit')
  change(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('schemeId') schemeId: string,
    @IfMatch() version: number,
    @Body() request: SaveSchemeTree,
  ): Promise<SchemeDetailReply> {
    return this.schemes.change(actor, eventId, schemeId, version, request.tree);
  }

  /** Throws a draft away. */
  @Delete('schemes/:schemeId')
  @HttpCode(204)
  @May('schemes.edit')
  discard(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('schemeId') schemeId: string,
  ): Promise<void> {
    return this.schemes.discard(actor, eventId, schemeId);
  }

  /** Forms are made from it; refused once marking has begun. */
  @Put('schemes/:schemeId/in-force')
  @May('schemes.edit')
  putInForce(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('schemeId') schemeId: string,
    @Body() request: PutSchemeInForce,
  ): Promise<SchemeDetailReply> {
    return this.schemes.putInForce(actor, eventId, schemeId, request.modules);
  }

  /** The CIS workbook; importing it again gives the same scheme. */
  @Get('schemes/:schemeId/cis.xlsx')
  @May('schemes.read')
  async cisWorkbook(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('schemeId') schemeId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendWorkbook(reply, await this.schemes.workbook(actor, eventId, schemeId, 'cis'));
  }

  /** The Chinese 评分表. */
  @Get('schemes/:schemeId/sheet.xlsx')
  @May('schemes.read')
  async sheetWorkbook(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('schemeId') schemeId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendWorkbook(reply, await this.schemes.workbook(actor, eventId, schemeId, 'sheet'));
  }
}

async function schemeFileOf(request: FastifyRequest): Promise<SchemeFile> {
  const { bytes, fileName, mediaType, fields } = await uploadOf(request);
  return { bytes, fileName, mediaType, kind: fields.kind, mapping: fields.mapping };
}

function sendWorkbook(reply: FastifyReply, file: { name: string; bytes: Buffer }): void {
  void reply
    .header('Content-Type', xlsx)
    .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(file.bytes);
}
