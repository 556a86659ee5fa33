import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import {
  AssignSubCriteria,
  MarkingTeamList,
  MarkingTeamReply,
  MarkingTeams,
  SaveMarkingTeam,
  SubCriterionList,
} from '@luban/judging';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

@Controller('events/:eventId/skills/:skillId')
export class MarkingTeamsController {
  constructor(private readonly teams: MarkingTeams) {}

  @Get('marking-teams')
  @May('judges.read')
  list(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<MarkingTeamList> {
    return this.teams.list(actor, eventId, skillId);
  }

  @Post('marking-teams')
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
  @Put('marking-teams/:teamId')
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

  @Delete('marking-teams/:teamId')
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
  @Get('sub-criteria')
  @May('schemes.read')
  subCriteria(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<SubCriterionList> {
    return this.teams.subCriteria(actor, eventId, skillId);
  }

  /** Says which team marks which sub-criteria. */
  @Put('sub-criteria')
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
