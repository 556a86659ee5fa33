import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  DeskBackgroundDto,
  DeskCalendarDto,
  DeskCalendarQueryDto,
  DeskComparisonDto,
  DeskFilterDto,
  DeskPageDto,
  DeskQueryDto,
  ReviewDesk,
  ReviewDto,
} from '@luban/approvals';
import type { Actor } from '@luban/audit';
import type { FastifyReply } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { sendWorkbook, workbookType } from './workbook-reply.js';

/** The reviewer's desk: the queue, and what stands beside each application. */
@ApiTags('review')
@Controller()
@May('applications.desk')
export class ReviewDeskController {
  constructor(private readonly desk: ReviewDesk) {}

  @Get('review-desk')
  readDesk(@CurrentActor() actor: Actor, @Query() query: DeskQueryDto): Promise<DeskPageDto> {
    return this.desk.page(actor, query);
  }

  /** The same queue as Excel, all of it. */
  @Get('review-desk.xlsx')
  @ApiProduces(workbookType)
  async deskWorkbook(
    @CurrentActor() actor: Actor,
    @Query() filter: DeskFilterDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendWorkbook(reply, '申报审核.xlsx', await this.desk.workbook(actor, filter));
  }

  /** The finals of a year and which of them collide. */
  @Get('review-desk/calendar')
  readCalendar(@CurrentActor() actor: Actor, @Query() query: DeskCalendarQueryDto): Promise<DeskCalendarDto> {
    return this.desk.calendar(actor, query);
  }

  @Get('review-desk/calendar.xlsx')
  @ApiProduces(workbookType)
  async calendarWorkbook(
    @CurrentActor() actor: Actor,
    @Query() query: DeskCalendarQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendWorkbook(
      reply,
      `${query.year === undefined ? '' : `${query.year}年`}决赛时间冲突.xlsx`,
      await this.desk.calendarWorkbook(actor, query),
    );
  }

  /** Where an application stands in its review; for its applicant too. */
  @Get('applications/:applicationId/review')
  @May('applications.read')
  readReview(@CurrentActor() actor: Actor, @Param('applicationId') id: string): Promise<ReviewDto> {
    return this.desk.review(actor, id);
  }

  /** Earlier years, the same occupations, collisions, what is owed. */
  @Get('applications/:applicationId/background')
  readBackground(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
  ): Promise<DeskBackgroundDto> {
    return this.desk.background(actor, id);
  }

  /** Two applications field by field. */
  @Get('applications/:applicationId/comparisons/:otherId')
  compareApplications(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Param('otherId') otherId: string,
  ): Promise<DeskComparisonDto> {
    return this.desk.compare(actor, id, otherId);
  }

  @Get('applications/:applicationId/comparisons/:otherId/sheet.xlsx')
  @ApiProduces(workbookType)
  async comparisonWorkbook(
    @CurrentActor() actor: Actor,
    @Param('applicationId') id: string,
    @Param('otherId') otherId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendWorkbook(reply, '申报对照.xlsx', await this.desk.compareWorkbook(actor, id, otherId));
  }
}
