import { Body, Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { DecodingReply, Decodings, RankingReply, Rankings, RuleOnTie, TieRulingReply } from '@luban/results';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { LiveStreams } from './live-streams.js';
import { sendWorkbook, workbookType } from './workbook-reply.js';

/** Before publication: ranks by work code for the chief judge alone, rulings on ties, and the decoding. */
@Controller('events/:eventId/skills/:skillId')
export class RankingsController {
  constructor(
    private readonly rankings: Rankings,
    private readonly decodings: Decodings,
    private readonly streams: LiveStreams,
  ) {}

  @Get('ranking')
  @May('ranking.read')
  ranking(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<RankingReply> {
    return this.rankings.read(actor, eventId, skillId);
  }

  /** 成绩汇总表 before decoding: work codes only. */
  @Get('ranking.xlsx')
  @May('ranking.read')
  @ApiProduces(workbookType)
  async workbook(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendWorkbook(reply, 'ranking.xlsx', await this.rankings.workbook(actor, eventId, skillId));
  }

  /** Says when a new result version is there: server-sent events. */
  @Get('ranking/live')
  @May('ranking.read')
  async live(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { number } = await this.rankings.read(actor, eventId, skillId);
    this.streams.watch(`ranking:${skillId}`, request, reply, { number });
  }

  /** A ruling on a tie that no rule breaks. */
  @Post('tie-rulings')
  @May('ties.rule')
  rule(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Body() request: RuleOnTie,
  ): Promise<TieRulingReply> {
    return this.rankings.rule(actor, eventId, skillId, request);
  }

  @Get('decoding')
  @May('decoding.read')
  decoding(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<DecodingReply> {
    return this.decodings.read(actor, eventId, skillId);
  }

  /** The chief judge opens the decoding; refused while anything is missing. */
  @Put('decoding')
  @May('decoding.open')
  open(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<DecodingReply> {
    return this.decodings.open(actor, eventId, skillId);
  }

  /** A supervisor witnesses it. */
  @Put('decoding/witness')
  @May('decoding.witness')
  witness(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<DecodingReply> {
    return this.decodings.witness(actor, eventId, skillId);
  }
}
