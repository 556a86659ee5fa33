import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  ApplicationDto,
  ApplicationFilterDto,
  ApplicationListDto,
  ApplicationReading,
  Applications,
  ApplicationSending,
  CopyApplicationDto,
  CreateApplicationDto,
  EditApplicationDto,
  WithdrawApplicationDto,
} from '@luban/approvals';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** Applications 申报: what an applicant writes, hands in and takes back. */
@ApiTags('approvals')
@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly applications: Applications,
    private readonly sending: ApplicationSending,
    private readonly reading: ApplicationReading,
  ) {}

  /** The actor's own, the latest plan year first. */
  @Get()
  @May('applications.own')
  listApplications(
    @CurrentActor() actor: Actor,
    @Query() filter: ApplicationFilterDto,
  ): Promise<ApplicationListDto> {
    return this.reading.list(actor, filter);
  }

  @Post()
  @May('applications.own')
  createApplication(
    @CurrentActor() actor: Actor,
    @Body() wish: CreateApplicationDto,
  ): Promise<ApplicationDto> {
    return this.applications.create(actor, wish);
  }

  /** The application as a document, with its findings and what the actor may do. */
  @Get(':applicationId')
  @May('applications.read')
  readApplication(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
  ): Promise<ApplicationDto> {
    return this.reading.application(actor, applicationId);
  }

  /** Saves a part of a draft or returned application; the answer holds the findings as they are then. */
  @Patch(':applicationId')
  @May('applications.own')
  editApplication(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @IfMatch() version: number,
    @Body() wish: EditApplicationDto,
  ): Promise<ApplicationDto> {
    return this.applications.edit(actor, applicationId, version, wish);
  }

  /** Discards a draft that was never submitted. */
  @Delete(':applicationId')
  @HttpCode(204)
  @May('applications.own')
  discardApplication(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.applications.discard(actor, applicationId, version);
  }

  /** Submits it. 409 outside the window (with its times and the server's), incomplete, or where a rule blocks. */
  @Put(':applicationId/submission')
  @May('applications.own')
  submitApplication(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @IfMatch() version: number,
  ): Promise<ApplicationDto> {
    return this.sending.submit(actor, applicationId, version);
  }

  @Put(':applicationId/withdrawal')
  @May('applications.own')
  withdrawApplication(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @IfMatch() version: number,
    @Body() wish: WithdrawApplicationDto,
  ): Promise<ApplicationDto> {
    return this.sending.withdraw(actor, applicationId, version, wish);
  }

  /** A draft for another plan year. */
  @Post(':applicationId/copies')
  @May('applications.own')
  copyApplication(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @Body() wish: CopyApplicationDto,
  ): Promise<ApplicationDto> {
    return this.applications.copy(actor, applicationId, wish);
  }
}
