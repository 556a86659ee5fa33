import { Body, Controller, Delete, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { EndRoleQuery, GiveRoleDto, RoleGrantDto, RoleGrantService } from '@luban/identity';
import { CurrentActor, May } from './doors/who-may.js';

/** Roles with their reach, given to existing accounts and ended. */
@ApiTags('role grants')
@Controller('role-grants')
@May('accounts.handDown')
export class RoleGrantsController {
  constructor(private readonly grants: RoleGrantService) {}

  /** Gives a role to an account in reach, or to one named by its exact login. */
  @Post()
  giveRole(@CurrentActor() actor: Actor, @Body() given: GiveRoleDto): Promise<RoleGrantDto> {
    return this.grants.give(actor, given);
  }

  /** Ends a role; it stays as history. */
  @Delete(':roleGrantId')
  @HttpCode(204)
  async endRole(
    @CurrentActor() actor: Actor,
    @Param('roleGrantId') roleGrantId: string,
    @Query() query: EndRoleQuery,
  ): Promise<void> {
    await this.grants.end(actor, roleGrantId, query.reason ?? null);
  }
}
