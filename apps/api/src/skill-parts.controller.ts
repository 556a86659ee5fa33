import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  CreateGroupDto,
  CreateModuleDto,
  CreateSessionDto,
  CreateWorkstationsDto,
  EditGroupDto,
  EditModuleDto,
  EditSessionDto,
  EditWorkstationDto,
  GroupDto,
  ModuleDto,
  SkillPartService,
  SkillSessionDto,
  WorkstationDto,
  WorkstationListDto,
} from '@luban/events';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** What a skill is made of: groups 组别, modules 模块, sessions 场次, workstations 赛位. Read with the skill. */
@ApiTags('skills')
@Controller('events/:eventId/skills/:skillId')
@May('events.setUp')
export class SkillPartsController {
  constructor(private readonly parts: SkillPartService) {}

  /** Adds a group, ranked and awarded separately. */
  @Post('groups')
  createGroup(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Body() wish: CreateGroupDto,
  ): Promise<GroupDto> {
    return this.parts.createGroup(actor, eventId, skillId, wish);
  }

  @Patch('groups/:groupId')
  editGroup(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('groupId') groupId: string,
    @IfMatch() version: number,
    @Body() changes: EditGroupDto,
  ): Promise<GroupDto> {
    return this.parts.editGroup(actor, eventId, skillId, groupId, version, changes);
  }

  @Delete('groups/:groupId')
  @HttpCode(204)
  deleteGroup(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('groupId') groupId: string,
  ): Promise<void> {
    return this.parts.deletePart(actor, eventId, skillId, 'group', groupId);
  }

  /** Adds a part of the test. */
  @Post('modules')
  createModule(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Body() wish: CreateModuleDto,
  ): Promise<ModuleDto> {
    return this.parts.createModule(actor, eventId, skillId, wish);
  }

  @Patch('modules/:moduleId')
  editModule(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('moduleId') moduleId: string,
    @IfMatch() version: number,
    @Body() changes: EditModuleDto,
  ): Promise<ModuleDto> {
    return this.parts.editModule(actor, eventId, skillId, moduleId, version, changes);
  }

  @Delete('modules/:moduleId')
  @HttpCode(204)
  deleteModule(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('moduleId') moduleId: string,
  ): Promise<void> {
    return this.parts.deletePart(actor, eventId, skillId, 'module', moduleId);
  }

  /** Adds a sitting of a module; one that overlaps another of the module is refused. */
  @Post('sessions')
  createSession(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Body() wish: CreateSessionDto,
  ): Promise<SkillSessionDto> {
    return this.parts.createSession(actor, eventId, skillId, wish);
  }

  @Patch('sessions/:sessionId')
  editSession(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('sessionId') sessionId: string,
    @IfMatch() version: number,
    @Body() changes: EditSessionDto,
  ): Promise<SkillSessionDto> {
    return this.parts.editSession(actor, eventId, skillId, sessionId, version, changes);
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  deleteSession(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('sessionId') sessionId: string,
  ): Promise<void> {
    return this.parts.deletePart(actor, eventId, skillId, 'session', sessionId);
  }

  /** Adds many workstations at once: `A01–A24`. */
  @Post('workstations')
  async createWorkstations(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Body() wish: CreateWorkstationsDto,
  ): Promise<WorkstationListDto> {
    return { items: await this.parts.createWorkstations(actor, eventId, skillId, wish), next: null };
  }

  @Patch('workstations/:workstationId')
  editWorkstation(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('workstationId') workstationId: string,
    @IfMatch() version: number,
    @Body() changes: EditWorkstationDto,
  ): Promise<WorkstationDto> {
    return this.parts.editWorkstation(actor, eventId, skillId, workstationId, version, changes);
  }

  @Delete('workstations/:workstationId')
  @HttpCode(204)
  deleteWorkstation(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('skillId') skillId: string,
    @Param('workstationId') workstationId: string,
  ): Promise<void> {
    return this.parts.deletePart(actor, eventId, skillId, 'workstation', workstationId);
  }
}
