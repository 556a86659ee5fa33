import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { Invalid, say } from '@luban/platform';
import { RosterImport, RosterPreview, RosterRequest, Rosters, type RosterSource } from '@luban/registration';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { uploadOf } from './upload.js';
import { validationPipe } from './validation.js';
import { sendWorkbook, workbookType } from './workbook-reply.js';

/**
 * Rosters 报名名单: an .xlsx or CSV file as multipart field `file` beside the fields of `RosterRequest`, or pasted rows
 * as its `text` in JSON.
 */
@ApiTags('registration')
@Controller('events/:eventId')
@May('entries.edit')
export class RostersController {
  constructor(private readonly rosters: Rosters) {}

  /** An empty roster with the event's own delegations, skills and groups to choose from. */
  @Get('roster-template.xlsx')
  @ApiProduces(workbookType)
  async template(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendWorkbook(reply, '报名名单.xlsx', await this.rosters.template(actor, eventId));
  }

  /** Each row as it was understood and a finding for each bad cell; keeps nothing. */
  @Post('roster-previews')
  @HttpCode(200)
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: RosterRequest })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Req() request: FastifyRequest,
  ): Promise<RosterPreview> {
    const { source, wish } = await rosterOf(request);
    return this.rosters.preview(actor, eventId, source, wish);
  }

  /** Imports all or nothing: 400 `registration.roster-faulty` lists every bad cell. */
  @Post('roster-imports')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: RosterRequest })
  async import(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Req() request: FastifyRequest,
  ): Promise<RosterImport> {
    const { source, wish } = await rosterOf(request);
    return this.rosters.import(actor, eventId, source, wish);
  }
}

/** The roster and how it is to be taken, from either form of request. */
async function rosterOf(request: FastifyRequest): Promise<{ source: RosterSource; wish: RosterRequest }> {
  const upload = request.isMultipart() ? await uploadOf(request) : null;
  const wish = (await validationPipe().transform(upload?.fields ?? request.body ?? {}, {
    type: 'body',
    metatype: RosterRequest,
  })) as RosterRequest;
  if (upload) return { source: upload.bytes, wish };
  if (!wish.text?.trim()) {
    const message = say('registration.roster-empty');
    throw new Invalid(
      'registration.roster-empty',
      {},
      { errors: [{ path: 'text', code: 'registration.roster-empty', message }] },
    );
  }
  return { source: { pasted: wish.text }, wish };
}
