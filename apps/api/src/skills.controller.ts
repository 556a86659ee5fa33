import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  CreateSkillDto,
  EditSkillDto,
  EventsQueries,
  PolicyChoiceDto,
  SkillDto,
  SkillListDto,
  SkillService,
} from '@luban/events';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** The skills of an event, each with its whole set-up. */
@ApiTags('skills')
@Controller('events/:eventId/skills')
export class SkillsController {
  constructor(
    private readonly queries: EventsQueries,
    private readonly skills: SkillService,
  ) {}

  @Get()
  @May('events.read')
  async listSkills(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<SkillListDto> {
    return { items: await this.queries.skills(actor, eventId), next: null };
  }

  /** Sets up a skill, with groups, modules, sessions and workstations where given, in one transaction. */
  @Post()
  @May('events.setUp')
  createSkill(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: CreateSkillDto,
  ): Promise<SkillDto> {
    return this.skills.createSkill(actor, eventId, wish);
  }

  @Get(':skillId')
  @May('events.read')
  readSkill(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<SkillDto> {
    return this.queries.skill(actor, eventId, skillId);
  }

  @Patch(':skillId')
  @May('events.setUp')
  editSkill(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @IfMatch() version: number,
    @Body() changes: EditSkillDto,
  ): Promise<SkillDto> {
    return this.skills.editSkill(actor, eventId, skillId, version, changes);
  }

  /** Deletes a skill that nothing relies on. */
  @Delete(':skillId')
  @HttpCode(204)
  @May('events.setUp')
  deleteSkill(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
  ): Promise<void> {
    return this.skills.deleteSkill(actor, eventId, skillId);
  }

  /** Puts a policy with the contest's own parameters in force for the skill. */
  @Put(':skillId/policy')
  @May('events.policy')
  choosePolicy(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @IfMatch() version: number,
    @Body() choice: PolicyChoiceDto,
  ): Promise<SkillDto> {
    return this.skills.choosePolicy(actor, eventId, skillId, version, choice);
  }
}
