import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  CompetitorAccounts,
  CompetitorLink,
  Competitors,
  HandDownAccounts,
  LinkAccount,
  MyEntries,
} from '@luban/registration';
import { CurrentActor, May } from './doors/who-may.js';
import { AnswersSecret } from './idempotency.interceptor.js';

/** Competitors' accounts, and what a competitor sees of his own. */
@ApiTags('registration')
@Controller('events/:eventId')
export class CompetitorsController {
  constructor(private readonly competitors: Competitors) {}

  /** Where the competitor who asks competes. */
  @Get('my-placements')
  @May('placement.own')
  myPlacements(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<MyEntries> {
    return this.competitors.mine(actor, eventId);
  }

  /** Creates accounts for competitors who have none; initial passwords are answered this once. */
  @Post('competitor-accounts')
  @AnswersSecret()
  @May('competitors.handDown')
  handDown(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: HandDownAccounts,
  ): Promise<CompetitorAccounts> {
    return this.competitors.handDown(actor, eventId, wish.competitorIds);
  }

  @Put('competitors/:competitorId/account')
  @May('competitors.handDown')
  linkAccount(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('competitorId') competitorId: string,
    @Body() wish: LinkAccount,
  ): Promise<CompetitorLink> {
    return this.competitors.link(actor, eventId, competitorId, wish.accountId);
  }

  @Delete('competitors/:competitorId/account')
  @HttpCode(200)
  @May('competitors.handDown')
  unlinkAccount(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('competitorId') competitorId: string,
  ): Promise<CompetitorLink> {
    return this.competitors.link(actor, eventId, competitorId, null);
  }
}
