import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  AccountDto,
  AccountListDto,
  AccountQuery,
  AccountService,
  CreatedAccountDto,
  CreatedAccountsDto,
  EditAccountDto,
  InitialPasswordDto,
  NewAccountDto,
  NewEventAccountDto,
  NewEventAccountsDto,
} from '@luban/identity';
import { CurrentActor, May } from './doors/who-may.js';
import { AnswersSecret } from './idempotency.interceptor.js';
import { IfMatch } from './if-match.js';

/** Accounts handed down level by level. Initial passwords are answered once. */
@ApiTags('accounts')
@Controller()
@May('accounts.handDown')
export class AccountsController {
  constructor(private readonly accounts: AccountService) {}

  /** The accounts in reach. */
  @Get('accounts')
  listAccounts(@CurrentActor() actor: Actor, @Query() query: AccountQuery): Promise<AccountListDto> {
    return this.accounts.list(actor, query);
  }

  @Get('accounts/:accountId')
  readAccount(@CurrentActor() actor: Actor, @Param('accountId') accountId: string): Promise<AccountDto> {
    return this.accounts.read(actor, accountId);
  }

  /** Creates an account with roles anywhere in reach. */
  @Post('accounts')
  @AnswersSecret()
  async createAccount(
    @CurrentActor() actor: Actor,
    @Body() given: NewAccountDto,
  ): Promise<CreatedAccountDto> {
    return this.accounts.createOne(actor, given);
  }

  /** Edits an account, disables it or lets it sign in again. */
  @Patch('accounts/:accountId')
  editAccount(
    @CurrentActor() actor: Actor,
    @Param('accountId') accountId: string,
    @IfMatch() version: number,
    @Body() changes: EditAccountDto,
  ): Promise<AccountDto> {
    return this.accounts.edit(actor, accountId, version, changes);
  }

  /** Replaces a forgotten password by an initial one; sign-ins and tokens of the account end. */
  @Put('accounts/:accountId/password')
  @HttpCode(200)
  resetPassword(
    @CurrentActor() actor: Actor,
    @Param('accountId') accountId: string,
  ): Promise<InitialPasswordDto> {
    return this.accounts.resetPassword(actor, accountId);
  }

  /** Hands down one account in this event. */
  @Post('events/:eventId/accounts')
  @AnswersSecret()
  async handDownAccount(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() given: NewEventAccountDto,
  ): Promise<CreatedAccountDto> {
    return this.accounts.createOne(actor, inEvent(eventId, given));
  }

  /** Hands down many accounts in this event: all, or none. */
  @Post('events/:eventId/accounts/batch')
  @AnswersSecret()
  async handDownAccounts(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Body() given: NewEventAccountsDto,
  ): Promise<CreatedAccountsDto> {
    return {
      items: await this.accounts.create(
        actor,
        given.items.map((item) => inEvent(eventId, item)),
      ),
    };
  }
}

const inEvent = (eventId: string, given: NewEventAccountDto): NewAccountDto => ({
  ...given,
  roles: given.roles.map((role) => ({ ...role, eventId })),
});
