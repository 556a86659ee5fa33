import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  PlanPapers,
  PlanPlaceDto,
  PlanVersionPlaceDto,
  PublicPlanDto,
  PublicPlanFilterDto,
  PublicPlanListDto,
  PublicPlans,
} from '@luban/approvals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from './doors/who-may.js';
import { tagged } from './tagged-reply.js';
import { sendWorkbook, workbookType } from './workbook-reply.js';

/** Published annual plans, for everybody. */
@ApiTags('public')
@Controller('public/plans')
@Public()
export class PublicPlansController {
  constructor(
    private readonly plans: PublicPlans,
    private readonly papers: PlanPapers,
  ) {}

  /** All of them, the latest year first; `q` also finds contests in them. */
  @Get()
  async listPublicPlans(
    @Query() filter: PublicPlanFilterDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicPlanListDto> {
    return tagged(request, reply, await this.plans.list(filter));
  }

  /** The latest version with its list. */
  @Get(':level/:divisionCode/:planYear')
  async readPublicPlan(
    @Param() place: PlanPlaceDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicPlanDto> {
    return tagged(request, reply, await this.plans.plan(place));
  }

  /** The list of one published version. */
  @Get(':level/:divisionCode/:planYear/versions/:number')
  async readPublicVersion(
    @Param() { number, ...place }: PlanVersionPlaceDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicPlanDto> {
    return tagged(request, reply, await this.plans.plan(place, number));
  }

  @Get(':level/:divisionCode/:planYear/versions/:number/list.xlsx')
  @ApiProduces(workbookType)
  async publicList(
    @Param() { number, ...place }: PlanVersionPlaceDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, bytes } = await this.papers.publicList(place, number);
    sendWorkbook(reply, fileName, bytes);
  }
}
