import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  DrawDetailReply,
  DrawList,
  DrawPreflight,
  DrawPreflightQuery,
  DrawReply,
  Draws,
  FailWorkstation,
  HoldDraw,
  LabelRelease,
  Labels,
  MovePlacement,
  PlacementPage,
  PlacementQuery,
  PlacementReply,
  Placements,
  ReleaseLabels,
  WorkstationFailure,
} from '@luban/registration';
import { CurrentActor, May } from './doors/who-may.js';
import { AnswersSecret } from './idempotency.interceptor.js';
import { IfMatch } from './if-match.js';

/** Draws, the places they give, and the labels of works. Closed to whoever marks the skill. */
@ApiTags('registration')
@Controller('events/:eventId')
export class DrawsController {
  constructor(
    private readonly draws: Draws,
    private readonly placements: Placements,
    private readonly labels: Labels,
  ) {}

  /** What a draw would work with, and what is missing. */
  @Get('skills/:skillId/draw-preflight')
  @May('draw.read')
  drawPreflight(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Query() query: DrawPreflightQuery,
  ): Promise<DrawPreflight> {
    return this.draws.preflight(actor, eventId, skillId, query.stationRule);
  }

  /** The draws of a skill, latest first. */
  @Get('skills/:skillId/draws')
  @May('draw.read')
  listDraws(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<DrawList> {
    return this.draws.list(actor, eventId, skillId);
  }

  /** Holds a draw; one more needs a reason and supersedes. 409 `registration.draw-not-possible` lists what is missing. */
  @Post('skills/:skillId/draws')
  @May('draw.hold')
  holdDraw(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Body() wish: HoldDraw,
  ): Promise<DrawReply> {
    return this.draws.hold(actor, eventId, skillId, wish);
  }

  /** Everything that is needed to recompute a draw. */
  @Get('skills/:skillId/draws/:drawId')
  @May('draw.read')
  readDraw(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('drawId') drawId: string,
  ): Promise<DrawDetailReply> {
    return this.draws.detail(actor, eventId, skillId, drawId);
  }

  /** Draws places for late entries among those that are free; nobody is moved. */
  @Post('skills/:skillId/draw-supplements')
  @May('draw.hold')
  supplementDraw(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<DrawReply> {
    return this.draws.supplement(actor, eventId, skillId);
  }

  /** Who sits where, by entry number; names for host and organiser only, work codes for nobody. */
  @Get('skills/:skillId/placements')
  @May('draw.read')
  listPlacements(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Query() query: PlacementQuery,
  ): Promise<PlacementPage> {
    return this.placements.list(actor, eventId, skillId, query);
  }

  @Put('placements/:placementId')
  @May('placements.move')
  movePlacement(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('placementId') placementId: string,
    @IfMatch() version: number,
    @Body() wish: MovePlacement,
  ): Promise<PlacementReply> {
    return this.placements.move(actor, eventId, placementId, version, wish);
  }

  /** Marks a workstation as failed and moves its entries of sessions still to end. */
  @Post('workstation-failures')
  @May('placements.move')
  failWorkstation(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: FailWorkstation,
  ): Promise<WorkstationFailure> {
    return this.placements.fail(actor, eventId, wish);
  }

  /** Work codes by workstation, to be stuck on works; recorded with its purpose, kept nowhere else. */
  @Post('label-releases')
  @HttpCode(200)
  @AnswersSecret()
  @May('labels.print')
  releaseLabels(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: ReleaseLabels,
  ): Promise<LabelRelease> {
    return this.labels.release(actor, eventId, wish);
  }
}
