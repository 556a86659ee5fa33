import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  CatalogueOverview,
  CatalogueOverviewDto,
  CatalogueSearch,
  DivisionListDto,
  DivisionQuery,
  IndustryListDto,
  IndustryQuery,
  OccupationListDto,
  OccupationQuery,
  OrganisationChoiceListDto,
  OrganisationChoiceQuery,
} from '@luban/catalogue';
import { CurrentActor, May } from './doors/who-may.js';

/** The reference lists: occupations, industries, divisions, organisations. With `q` the best matches come first. */
@ApiTags('catalogue')
@Controller('catalogue')
@May('catalogue.read')
export class CataloguesController {
  constructor(
    private readonly catalogues: CatalogueOverview,
    private readonly search: CatalogueSearch,
  ) {}

  @Get()
  listCatalogues(@CurrentActor() actor: Actor): Promise<CatalogueOverviewDto> {
    return this.catalogues.read(actor);
  }

  @Get('occupations')
  listOccupations(@Query() query: OccupationQuery): Promise<OccupationListDto> {
    return this.search.occupations(query);
  }

  @Get('industries')
  listIndustries(@Query() query: IndustryQuery): Promise<IndustryListDto> {
    return this.search.industries(query);
  }

  @Get('divisions')
  listDivisions(@Query() query: DivisionQuery): Promise<DivisionListDto> {
    return this.search.divisions(query);
  }

  @Get('organisations')
  listOrganisationChoices(@Query() query: OrganisationChoiceQuery): Promise<OrganisationChoiceListDto> {
    return this.search.organisations(query);
  }
}
