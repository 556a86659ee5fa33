import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AccountService,
  ApiTokenListDto,
  ApiTokenService,
  ChangePasswordDto,
  CreatedApiTokenDto,
  EditOwnAccountDto,
  NewApiTokenDto,
  PasswordService,
  SessionDto,
  SessionService,
  type SignedIn,
} from '@luban/identity';
import { isId, NotFound } from '@luban/platform';
import { CurrentSignIn, May, WhilePasswordMustChange } from './doors/who-may.js';
import { AnswersSecret } from './idempotency.interceptor.js';
import { IfMatch } from './if-match.js';

/** One's own account: name, language, password, API tokens. */
@ApiTags('account')
@Controller('account')
@May('account.own')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly passwords: PasswordService,
    private readonly tokens: ApiTokenService,
    private readonly sessions: SessionService,
  ) {}

  /** Changes one's own name or language. `If-Match` is the version of `GET /session`. */
  @Patch()
  async editOwnAccount(
    @CurrentSignIn() signedIn: SignedIn,
    @IfMatch() version: number,
    @Body() changes: EditOwnAccountDto,
  ): Promise<SessionDto> {
    await this.accounts.editOwn(signedIn.actor, version, changes);
    return this.sessions.read(signedIn);
  }

  /** Changes one's own password; other browsers are signed out. */
  @Put('password')
  @WhilePasswordMustChange()
  @HttpCode(204)
  async changePassword(@CurrentSignIn() signedIn: SignedIn, @Body() given: ChangePasswordDto): Promise<void> {
    await this.passwords.change(signedIn, given);
  }

  @Get('tokens')
  listTokens(@CurrentSignIn() signedIn: SignedIn): Promise<ApiTokenListDto> {
    return this.tokens.list(signedIn);
  }

  /** Makes a token for scripts; it is shown this once. */
  @Post('tokens')
  @AnswersSecret()
  createToken(
    @CurrentSignIn() signedIn: SignedIn,
    @Body() given: NewApiTokenDto,
  ): Promise<CreatedApiTokenDto> {
    return this.tokens.create(signedIn, given);
  }

  @Delete('tokens/:tokenId')
  @HttpCode(204)
  async revokeToken(@CurrentSignIn() signedIn: SignedIn, @Param('tokenId') tokenId: string): Promise<void> {
    if (!isId(tokenId)) throw new NotFound('identity.token-not-found');
    await this.tokens.revoke(signedIn, tokenId);
  }
}
