import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import {
  AssignSubCriteria,
  MarkingSetUpList,
  MarkingSetUpQuery,
  MarkingTeamList,
  MarkingTeamReply,
  MarkingTeams,
  SaveMarkingTeam,
  SubCriterionList,
} from '@luban/judging';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

@Controller('events/:eventId')
export class MarkingTeamsController {
  constructor(private readonly teams: MarkingTeams) {}

  /** How far marking is set up, skill by skill, with what is missing. */
  @Get('marking-set-up')
  @May('judges.read')
  setUp(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Query() { skillId }: MarkingSetUpQuery,
  ): Promise<MarkingSetUpList> {
    return this.teams.setUp(actor, eventId, skillId);
  }

  @Get('skills/:skillId/marking-teams')
  @May('judges.read')
  list(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<MarkingTeamList> {
    return this.teams.list(actor, eventId, skillId);
  }

  @Post('skills/:skillId/marking-teams')
  @May('teams.edit')
  create(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Body() request: SaveMarkingTeam,
  ): Promise<MarkingTeamReply> {
    return this.teams.save(actor, eventId, skillId, request);
  }

  /** The whole team as it should be. */
  @Put('skills/:skillId/marking-teams/:teamId')
  @May('teams.edit')
  replace(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('teamId') teamId: string,
    @IfMatch() version: number,
    @Body() request: SaveMarkingTeam,
  ): Promise<MarkingTeamReply> {
    return this.teams.save(actor, eventId, skillId, request, { teamId, version });
  }

  @Delete('skills/:skillId/marking-teams/:teamId')
  @HttpCode(204)
  @May('teams.edit')
  remove(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('teamId') teamId: string,
  ): Promise<void> {
    return this.teams.remove(actor, eventId, skillId, teamId);
  }

  /** Sub-criteria of the scheme in force, each with its team and its way with compatriots. */
  @Get('skills/:skillId/sub-criteria')
  @May('schemes.read')
  subCriteria(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<SubCriterionList> {
    return this.teams.subCriteria(actor, eventId, skillId);
  }

  /** Says which team marks which sub-criteria. */
  @Put('skills/:skillId/sub-criteria')
  @May('teams.edit')
  assign(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Body() request: AssignSubCriteria,
  ): Promise<SubCriterionList> {
    return this.teams.assign(actor, eventId, skillId, request.assignments);
  }
}
