import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { PageQuery } from '@luban/platform';
import {
  AddDelegation,
  AddDelegationList,
  ChangeDelegation,
  DelegationListReply,
  DelegationPage,
  DelegationReply,
  Delegations,
  QuotaReply,
  Quotas,
  SetQuotas,
  SuggestedDelegations,
} from '@luban/registration';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** Delegations of an event, and how many entries each may send. */
@ApiTags('registration')
@Controller('events/:eventId')
export class DelegationsController {
  constructor(
    private readonly delegations: Delegations,
    private readonly quotas: Quotas,
  ) {}

  /** Names for everybody in the event; counts only of entries in reach. */
  @Get('delegations')
  @May('delegations.read')
  listDelegations(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Query() page: PageQuery,
  ): Promise<DelegationPage> {
    return this.delegations.list(actor, eventId, page.after, page.limit);
  }

  @Post('delegations')
  @May('delegations.edit')
  addDelegation(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: AddDelegation,
  ): Promise<DelegationReply> {
    return this.delegations.add(actor, eventId, wish);
  }

  /** The 36 delegations of the national level, to choose from. */
  @Get('delegation-suggestions')
  @ApiParam({ name: 'eventId' })
  @May('delegations.edit')
  suggestDelegations(): SuggestedDelegations {
    return this.delegations.suggestions();
  }

  /** Adds many at once; those that are there already stay as they are. */
  @Post('delegation-lists')
  @May('delegations.edit')
  addDelegationList(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() wish: AddDelegationList,
  ): Promise<DelegationListReply> {
    return this.delegations.addList(actor, eventId, wish);
  }

  @Patch('delegations/:delegationId')
  @May('delegations.edit')
  changeDelegation(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('delegationId') delegationId: string,
    @IfMatch() version: number,
    @Body() change: ChangeDelegation,
  ): Promise<DelegationReply> {
    return this.delegations.change(actor, eventId, delegationId, version, change);
  }

  /** Removes a delegation that never entered anybody. */
  @Delete('delegations/:delegationId')
  @HttpCode(204)
  @May('delegations.edit')
  removeDelegation(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('delegationId') delegationId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.delegations.remove(actor, eventId, delegationId, version);
  }

  @Get('quotas')
  @May('delegations.read')
  readQuotas(@CurrentActor() actor: Actor, @Param('eventId') eventId: string): Promise<QuotaReply> {
    return this.quotas.read(actor, eventId);
  }

  /** Sets, changes or takes away the numbers named; `If-Match` is the version of all of them. */
  @Put('quotas')
  @May('delegations.edit')
  setQuotas(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @IfMatch() version: number,
    @Body() wish: SetQuotas,
  ): Promise<QuotaReply> {
    return this.quotas.set(actor, eventId, version, wish);
  }
}
