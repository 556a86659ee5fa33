import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  EditOrganisationDto,
  NewOrganisationDto,
  OrganisationDto,
  OrganisationListDto,
  OrganisationQuery,
  OrganisationService,
} from '@luban/identity';
import { isId, NotFound } from '@luban/platform';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** The units that host, organise or send. */
@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationService) {}

  @Get()
  @May('organisations.read')
  listOrganisations(
    @CurrentActor() actor: Actor,
    @Query() query: OrganisationQuery,
  ): Promise<OrganisationListDto> {
    return this.organisations.list(actor, query);
  }

  @Post()
  @May('organisations.edit')
  createOrganisation(
    @CurrentActor() actor: Actor,
    @Body() given: NewOrganisationDto,
  ): Promise<OrganisationDto> {
    return this.organisations.create(actor, given);
  }

  @Patch(':organisationId')
  @May('organisations.edit')
  async editOrganisation(
    @CurrentActor() actor: Actor,
    @Param('organisationId') organisationId: string,
    @IfMatch() version: number,
    @Body() changes: EditOrganisationDto,
  ): Promise<OrganisationDto> {
    if (!isId(organisationId)) throw new NotFound('identity.organisation-not-found');
    return this.organisations.edit(actor, organisationId, version, changes);
  }
}
