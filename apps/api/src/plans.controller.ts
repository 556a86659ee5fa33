import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  AnnualPlanService,
  EditPlanDto,
  EditPlanVersionDto,
  NewPlanVersionDto,
  NoticeCopyDto,
  OfficialNameDto,
  PlanDto,
  PlanFilterDto,
  PlanItemPlaceDto,
  PlanListDto,
  PlanListQueries,
  PlanOrderDto,
  PlanPapers,
  PlanPlaceDto,
  PlanPublication,
  PlanQueries,
  PlanScanDto,
  PlanVersionDto,
  PlanVersionPlaceDto,
  PlanVersions,
} from '@luban/approvals';
import type { Actor } from '@luban/audit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';
import { sendDocument, sendScan, wordType } from './paper-reply.js';
import { uploadOf } from './upload.js';
import { sendWorkbook, workbookType } from './workbook-reply.js';

/** Annual plans 年度竞赛计划 of authorities: targets, lists, versions and their publication. */
@ApiTags('plans')
@Controller('plans')
export class PlansController {
  constructor(
    private readonly lists: PlanListQueries,
    private readonly queries: PlanQueries,
    private readonly plans: AnnualPlanService,
    private readonly versions: PlanVersions,
    private readonly publication: PlanPublication,
    private readonly papers: PlanPapers,
  ) {}

  /** Plans of all years and areas in reach, the latest year first. */
  @Get()
  @May('plans.read')
  listPlans(@CurrentActor() actor: Actor, @Query() filter: PlanFilterDto): Promise<PlanListDto> {
    return this.lists.list(actor, filter);
  }

  @Get(':level/:divisionCode/:planYear')
  @May('plans.read')
  readPlan(@CurrentActor() actor: Actor, @Param() place: PlanPlaceDto): Promise<PlanDto> {
    return this.queries.plan(actor, place);
  }

  /** Sets the targets. `If-Match: "0"` where nothing was set yet. */
  @Patch(':level/:divisionCode/:planYear')
  @May('plans.edit')
  editPlan(
    @CurrentActor() actor: Actor,
    @Param() place: PlanPlaceDto,
    @IfMatch() version: number,
    @Body() changes: EditPlanDto,
  ): Promise<PlanDto> {
    return this.plans.editPlan(actor, place, version, changes);
  }

  /** The order of the list. Numbers once published stay. */
  @Put(':level/:divisionCode/:planYear/order')
  @May('plans.edit')
  orderItems(
    @CurrentActor() actor: Actor,
    @Param() place: PlanPlaceDto,
    @IfMatch() version: number,
    @Body() { applicationIds }: PlanOrderDto,
  ): Promise<PlanDto> {
    return this.plans.orderItems(actor, place, version, applicationIds);
  }

  /** Another official name than the naming rule makes, with its reason. */
  @Put(':level/:divisionCode/:planYear/items/:applicationId/official-name')
  @May('plans.edit')
  nameOfficially(
    @CurrentActor() actor: Actor,
    @Param() { applicationId, ...place }: PlanItemPlaceDto,
    @IfMatch() version: number,
    @Body() wish: OfficialNameDto,
  ): Promise<PlanDto> {
    return this.plans.nameOfficially(actor, place, applicationId, version, wish);
  }

  /** Back to the name by the rule. */
  @Delete(':level/:divisionCode/:planYear/items/:applicationId/official-name')
  @May('plans.edit')
  nameByRule(
    @CurrentActor() actor: Actor,
    @Param() { applicationId, ...place }: PlanItemPlaceDto,
    @IfMatch() version: number,
  ): Promise<PlanDto> {
    return this.plans.nameByRule(actor, place, applicationId, version);
  }

  /** Begins a version: the plan, later a supplement or a correction. */
  @Post(':level/:divisionCode/:planYear/versions')
  @May('plans.edit')
  beginVersion(
    @CurrentActor() actor: Actor,
    @Param() place: PlanPlaceDto,
    @Body() wish: NewPlanVersionDto,
  ): Promise<PlanVersionDto> {
    return this.versions.begin(actor, place, wish);
  }

  @Get(':level/:divisionCode/:planYear/versions/:number')
  @May('plans.read')
  readVersion(
    @CurrentActor() actor: Actor,
    @Param() { number, ...place }: PlanVersionPlaceDto,
  ): Promise<PlanVersionDto> {
    return this.queries.version(actor, place, number);
  }

  /** Title, addressees, note, and the facts of the document: number, signer, date. */
  @Patch(':level/:divisionCode/:planYear/versions/:number')
  @May('plans.edit')
  editVersion(
    @CurrentActor() actor: Actor,
    @Param() { number, ...place }: PlanVersionPlaceDto,
    @IfMatch() version: number,
    @Body() changes: EditPlanVersionDto,
  ): Promise<PlanVersionDto> {
    return this.versions.edit(actor, place, number, version, changes);
  }

  /** Discards a draft. */
  @Delete(':level/:divisionCode/:planYear/versions/:number')
  @HttpCode(204)
  @May('plans.edit')
  discardVersion(
    @CurrentActor() actor: Actor,
    @Param() { number, ...place }: PlanVersionPlaceDto,
  ): Promise<void> {
    return this.versions.discard(actor, place, number);
  }

  /**
   * The scan of the stamped document as multipart field `file`: PDF, PNG or JPEG. With `checkCode`, the check code 核对码 as
   * printed on it, 409 where the document has changed since.
   */
  @Put(':level/:divisionCode/:planYear/versions/:number/scan')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' }, checkCode: { type: 'string' } },
    },
  })
  @May('plans.edit')
  async attachScan(
    @CurrentActor() actor: Actor,
    @Param() { number, ...place }: PlanVersionPlaceDto,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<PlanScanDto> {
    const { bytes, fileName, fields } = await uploadOf(request);
    return this.versions.attachScan(actor, place, number, version, bytes, fileName, fields.checkCode || null);
  }

  @Get(':level/:divisionCode/:planYear/versions/:number/scan')
  @ApiProduces('application/pdf', 'image/png', 'image/jpeg')
  @May('plans.read')
  async readScan(
    @CurrentActor() actor: Actor,
    @Param() { number, ...place }: PlanVersionPlaceDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendScan(reply, await this.versions.readScan(actor, place, number));
  }

  /** Publishes; 409 `approvals.plan-not-publishable` names what is missing. */
  @Put(':level/:divisionCode/:planYear/versions/:number/publication')
  @May('plans.edit')
  publish(
    @CurrentActor() actor: Actor,
    @Param() { number, ...place }: PlanVersionPlaceDto,
    @IfMatch() version: number,
  ): Promise<PlanVersionDto> {
    return this.publication.publish(actor, place, number, version);
  }

  /** The notice as an editable document in the layout of GB/T 9704; a draft says 拟稿, the copy to be stamped does not. */
  @Get(':level/:divisionCode/:planYear/versions/:number/notice.docx')
  @ApiProduces(wordType)
  @May('plans.read')
  async notice(
    @CurrentActor() actor: Actor,
    @Param() { number, ...place }: PlanVersionPlaceDto,
    @Query() { copy }: NoticeCopyDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, bytes } = await this.papers.notice(actor, place, number, copy);
    sendDocument(reply, fileName, bytes);
  }

  /** The numbered list as Excel. */
  @Get(':level/:divisionCode/:planYear/versions/:number/list.xlsx')
  @ApiProduces(workbookType)
  @May('plans.read')
  async list(
    @CurrentActor() actor: Actor,
    @Param() { number, ...place }: PlanVersionPlaceDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, bytes } = await this.papers.list(actor, place, number);
    sendWorkbook(reply, fileName, bytes);
  }
}
