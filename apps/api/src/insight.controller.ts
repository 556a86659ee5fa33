import { Body, Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  ContestPageDto,
  ContestQuery,
  FiledContestPageDto,
  FiledContestQuery,
  Insight,
  ReportQuery,
  RequestReport,
  YearInsightDto,
  YearlyReportDto,
  YearlyReportPageDto,
  YearlyReports,
  YearQuery,
} from '@luban/insight';
import type { FastifyReply } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { sendWorkbook, workbookType } from './workbook-reply.js';

/** The year at a glance 年度概览, for an authority's own level and area and those below. */
@ApiTags('insight')
@Controller('insight')
@May('insight.read')
export class InsightController {
  constructor(
    private readonly insight: Insight,
    private readonly reports: YearlyReports,
  ) {}

  /** All figures of a plan year, of one moment. */
  @Get('year')
  readYear(@CurrentActor() actor: Actor, @Query() wish: YearQuery): Promise<YearInsightDto> {
    return this.insight.year(actor, wish);
  }

  /** The same as a workbook, a sheet for each figure and the list of contests. */
  @Get('year.xlsx')
  @ApiProduces(workbookType)
  async yearWorkbook(
    @CurrentActor() actor: Actor,
    @Query() wish: YearQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, fileName } = await this.insight.workbook(actor, wish);
    sendWorkbook(reply, fileName, bytes);
  }

  /** The contests behind a figure: each bar and tile links here with its filter. */
  @Get('contests')
  listContests(@CurrentActor() actor: Actor, @Query() query: ContestQuery): Promise<ContestPageDto> {
    return this.insight.contests(actor, query);
  }

  /** The contests that enterprises and schools filed 备案. */
  @Get('filed-contests')
  listFiledContests(
    @CurrentActor() actor: Actor,
    @Query() query: FiledContestQuery,
  ): Promise<FiledContestPageDto> {
    return this.insight.filedContests(actor, query);
  }

  /** Asks for the yearly report as a PDF: made by the worker, its job is followed at /jobs/:jobId. */
  @Post('reports')
  requestReport(@CurrentActor() actor: Actor, @Body() wish: RequestReport): Promise<YearlyReportDto> {
    return this.reports.request(actor, wish);
  }

  /** The reports in reach, latest first. */
  @Get('reports')
  listReports(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<YearlyReportPageDto> {
    return this.reports.list(actor, query);
  }

  @Get('reports/:reportId')
  readReport(@CurrentActor() actor: Actor, @Param('reportId') reportId: string): Promise<YearlyReportDto> {
    return this.reports.read(actor, reportId);
  }

  /** The report as it was made. */
  @Get('reports/:reportId/document.pdf')
  @ApiProduces('application/pdf')
  async readDocument(
    @CurrentActor() actor: Actor,
    @Param('reportId') reportId: string,
  ): Promise<StreamableFile> {
    const { content, fileName } = await this.reports.document(actor, reportId);
    return new StreamableFile(content, {
      type: 'application/pdf',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
  }
}
