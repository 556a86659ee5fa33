import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  EndRoleQuery,
  GiveRoleDto,
  RoleGrantDto,
  RoleGrantService,
  RoleOptionListDto,
  RoleOptionQuery,
} from '@luban/identity';
import { CurrentActor, May } from './doors/who-may.js';

/** Roles with their reach, given to existing accounts and ended. */
@ApiTags('role grants')
@Controller()
@May('accounts.handDown')
export class RoleGrantsController {
  constructor(private readonly grants: RoleGrantService) {}

  /** The roles that whoever asks may give, and what each needs. */
  @Get('role-options')
  listRoleOptions(@CurrentActor() actor: Actor, @Query() query: RoleOptionQuery): RoleOptionListDto {
    return { items: this.grants.options(actor, query.eventId ?? null) };
  }

  /** Gives a role to an account in reach, or to one named by its exact login. */
  @Post('role-grants')
  giveRole(@CurrentActor() actor: Actor, @Body() given: GiveRoleDto): Promise<RoleGrantDto> {
    return this.grants.give(actor, given);
  }

  /** Ends a role; it stays as history. */
  @Delete('role-grants/:roleGrantId')
  @HttpCode(204)
  async endRole(
    @CurrentActor() actor: Actor,
    @Param('roleGrantId') roleGrantId: string,
    @Query() query: EndRoleQuery,
  ): Promise<void> {
    await this.grants.end(actor, roleGrantId, query.reason ?? null);
  }
}
