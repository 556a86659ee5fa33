import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { AuthorityDto, AuthorityListDto, AuthorityService, NewAuthorityDto } from '@luban/identity';
import { CurrentActor, May } from './doors/who-may.js';

/** Which organisations are the human-resources authority of which level and area. */
@ApiTags('authorities')
@Controller('authorities')
export class AuthoritiesController {
  constructor(private readonly authorities: AuthorityService) {}

  @Get()
  @May('authorities.read')
  listAuthorities(): Promise<AuthorityListDto> {
    return this.authorities.list();
  }

  @Post()
  @May('authorities.edit')
  createAuthority(@CurrentActor() actor: Actor, @Body() wish: NewAuthorityDto): Promise<AuthorityDto> {
    return this.authorities.create(actor, wish);
  }

  @Delete(':authorityId')
  @HttpCode(204)
  @May('authorities.edit')
  endAuthority(@CurrentActor() actor: Actor, @Param('authorityId') id: string): Promise<void> {
    return this.authorities.end(actor, id);
  }
}
