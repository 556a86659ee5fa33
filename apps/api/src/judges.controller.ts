import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import {
  AddJudges,
  DeclareConflict,
  JudgeImportReply,
  JudgeList,
  JudgeLists,
  JudgePreviewReply,
  JudgeReply,
  Judges,
} from '@luban/judging';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { AnswersSecret } from './idempotency.interceptor.js';
import { uploadOf } from './upload.js';

@Controller('events/:eventId')
export class JudgesController {
  constructor(
    private readonly judges: Judges,
    private readonly lists: JudgeLists,
  ) {}

  /** The judges of a skill with their delegations, conflicts and teams. */
  @Get('skills/:skillId/judges')
  @May('judges.read')
  list(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<JudgeList> {
    return this.judges.list(actor, eventId, skillId);
  }

  /** Makes accounts judges of the skill; the role comes with it. */
  @Post('skills/:skillId/judges')
  @May('judges.edit')
  add(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Body() request: AddJudges,
  ): Promise<JudgeList> {
    return this.judges.add(actor, eventId, skillId, request.judges);
  }

  /** What importing a list of judges (multipart field `file`: .xlsx, CSV or pasted text) would do. Keeps nothing. */
  @Post('skills/:skillId/judge-previews')
  @May('judges.edit')
  async previewList(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Req() request: FastifyRequest,
  ): Promise<JudgePreviewReply> {
    return this.lists.preview(actor, eventId, skillId, (await uploadOf(request)).bytes);
  }

  /** Hands down accounts to those on the list who have none, and makes them judges. Passwords are answered once. */
  @Post('skills/:skillId/judge-imports')
  @May('judges.edit')
  @AnswersSecret()
  async importList(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Req() request: FastifyRequest,
  ): Promise<JudgeImportReply> {
    return this.lists.import(actor, eventId, skillId, (await uploadOf(request)).bytes);
  }

  @Delete('judges/:judgeId')
  @HttpCode(204)
  @May('judges.edit')
  end(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('judgeId') judgeId: string,
  ): Promise<void> {
    return this.judges.end(actor, eventId, judgeId);
  }

  /** Declares a conflict 回避 between a judge and a delegation. */
  @Post('judges/:judgeId/conflicts')
  @May('judges.edit')
  declareConflict(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('judgeId') judgeId: string,
    @Body() request: DeclareConflict,
  ): Promise<JudgeReply> {
    return this.judges.declareConflict(actor, eventId, judgeId, request);
  }

  /** Ends a conflict; it stays as history. */
  @Delete('judges/:judgeId/conflicts/:conflictId')
  @HttpCode(204)
  @May('judges.edit')
  endConflict(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('judgeId') judgeId: string,
    @Param('conflictId') conflictId: string,
  ): Promise<void> {
    return this.judges.endConflict(actor, eventId, judgeId, conflictId);
  }
}
