import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  CreateFilingDto,
  FilerListDto,
  FilingDto,
  FilingFilterDto,
  FilingListDto,
  FilingQuery,
  Filings,
  filingWorkbook,
  WithdrawFilingDto,
} from '@luban/approvals';
import { Clock } from '@luban/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';
import { sendWorkbook, workbookType } from './workbook-reply.js';

/** Contests of enterprises and schools, filed 备案 without review. */
@ApiTags('filings')
@Controller('filings')
@May('filings.read')
export class FilingsController {
  constructor(
    private readonly filings: Filings,
    private readonly clock: Clock,
  ) {}

  /** One's own, and those in the area one's authority watches over; newest first. */
  @Get()
  listFilings(@CurrentActor() actor: Actor, @Query() query: FilingQuery): Promise<FilingListDto> {
    return this.filings.list(actor, query);
  }

  /** The same list, all of it, as an Excel workbook. */
  @Get('workbook')
  @ApiProduces(workbookType)
  async exportFilings(
    @CurrentActor() actor: Actor,
    @Query() filter: FilingFilterDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const workbook = await filingWorkbook(await this.filings.all(actor, filter), this.clock.now());
    sendWorkbook(reply, '备案清单.xlsx', workbook);
  }

  /** The organisations one files for, with the areas each may file in. */
  @Get('filers')
  @May('filings.own')
  listFilers(@CurrentActor() actor: Actor): Promise<FilerListDto> {
    return this.filings.filers(actor);
  }

  /** Files a contest; the answer holds its number. */
  @Post()
  @May('filings.own')
  fileContest(@CurrentActor() actor: Actor, @Body() wish: CreateFilingDto): Promise<FilingDto> {
    return this.filings.file(actor, wish);
  }

  @Get(':filingId')
  readFiling(@CurrentActor() actor: Actor, @Param('filingId') id: string): Promise<FilingDto> {
    return this.filings.read(actor, id);
  }

  @Put(':filingId/withdrawal')
  @May('filings.own')
  withdrawFiling(
    @CurrentActor() actor: Actor,
    @Param('filingId') id: string,
    @IfMatch() version: number,
    @Body() wish: WithdrawFilingDto,
  ): Promise<FilingDto> {
    return this.filings.withdraw(actor, id, version, wish);
  }

  /** Makes an event in set-up of it, once. */
  @Put(':filingId/event')
  @May('filings.own')
  openFiledEvent(@CurrentActor() actor: Actor, @Param('filingId') id: string): Promise<FilingDto> {
    return this.filings.openEvent(actor, id);
  }
}
