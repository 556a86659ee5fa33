import { Body, Controller, Get, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  ExplanationReply,
  OwnResultList,
  PublicationList,
  PublishableList,
  Publications,
  PublishResults,
  ResultDifferences,
  ResultQueries,
  ResultsQuery,
  ResultVersionList,
  SkillResultsReply,
} from '@luban/results';
import type { FastifyReply } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { sendWorkbook, workbookType } from './workbook-reply.js';

/** Results after decoding, their versions, and their publication. */
@Controller('events/:eventId')
export class ResultsController {
  constructor(
    private readonly results: ResultQueries,
    private readonly publications: Publications,
  ) {}

  @Get('skills/:skillId/results')
  @May('results.read')
  ofSkill(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Query() query: ResultsQuery,
  ): Promise<SkillResultsReply> {
    return this.results.ofSkill(actor, eventId, skillId, query.version);
  }

  /** 成绩汇总表 in the layout organisers file. */
  @Get('skills/:skillId/results.xlsx')
  @May('results.read')
  @ApiProduces(workbookType)
  async workbook(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Query() query: ResultsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const workbook = await this.results.workbook(actor, eventId, skillId, query.version);
    sendWorkbook(reply, 'results.xlsx', workbook);
  }

  @Get('skills/:skillId/result-versions')
  @May('results.read')
  versions(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<ResultVersionList> {
    return this.results.versions(actor, eventId, skillId);
  }

  /** What changed from one version to another. */
  @Get('skills/:skillId/result-versions/:from/differences/:to')
  @May('results.read')
  differences(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('from', ParseIntPipe) from: number,
    @Param('to', ParseIntPipe) to: number,
  ): Promise<ResultDifferences> {
    return this.results.differences(actor, eventId, skillId, from, to);
  }

  /** The `luban.score/1` bundle: `luban score` recomputes the version from it. */
  @Get('skills/:skillId/result-versions/:number/bundle')
  @May('results.read')
  bundle(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<object> {
    return this.results.bundle(actor, eventId, skillId, number);
  }

  /** Why an entry has its place and award, down to each value and clause. */
  @Get('skills/:skillId/results/:entryId/explanation')
  @May('results.explain')
  explanation(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('entryId') entryId: string,
    @Query() query: ResultsQuery,
  ): Promise<ExplanationReply> {
    return this.results.explanation(actor, eventId, skillId, entryId, query.version);
  }

  /** Published results of one's own entries. */
  @Get('my-results')
  @May('results.own')
  own(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<OwnResultList> {
    return this.results.own(actor, eventId);
  }

  /** Where each skill stands on its way to publication. */
  @Get('publishable')
  @May('results.read')
  publishable(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<PublishableList> {
    return this.publications.publishable(actor, eventId);
  }

  @Get('publications')
  @May('results.read')
  list(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<PublicationList> {
    return this.publications.list(actor, eventId);
  }

  /** Publishes the latest versions: provisional, then final; again for a correction. */
  @Post('publications')
  @May('results.publish')
  publish(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() request: PublishResults,
  ): Promise<PublicationList> {
    return this.publications.publish(actor, eventId, request);
  }
}
