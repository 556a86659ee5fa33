import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SessionDto, SessionService, type SignedIn, SignInDto, SignInListDto } from '@luban/identity';
import { isId, NotFound } from '@luban/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie, sessionCookieOptions } from './doors/cookie.js';
import { CurrentSignIn, May, Public, WhilePasswordMustChange } from './doors/who-may.js';

/** Signing in and out. The secret travels in an HttpOnly cookie only. */
@ApiTags('session')
@Controller()
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  /** Signs in. Repeated failures are answered 429 with Retry-After, to the place they come from only. */
  @Post('session')
  @Public()
  @HttpCode(200)
  async signIn(
    @Body() given: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const userAgent = request.headers['user-agent'] ?? null;
    const { secret, signedIn } = await this.sessions.signIn(given, { address: request.ip, userAgent });
    void reply.setCookie(sessionCookie, secret, sessionCookieOptions(request.protocol === 'https'));
    return this.sessions.read(signedIn);
  }

  /** Who is signed in, with roles and their reach; 401 when nobody is. */
  @Get('session')
  @May('account.own')
  @WhilePasswordMustChange()
  readSession(@CurrentSignIn() signedIn: SignedIn): Promise<SessionDto> {
    return this.sessions.read(signedIn);
  }

  /** Signs out this browser. */
  @Delete('session')
  @May('account.own')
  @WhilePasswordMustChange()
  @HttpCode(204)
  async signOut(
    @CurrentSignIn() signedIn: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(signedIn);
    forgetCookie(request, reply);
  }

  /** The browsers one is signed in with. */
  @Get('sessions')
  @May('account.own')
  listSessions(@CurrentSignIn() signedIn: SignedIn): Promise<SignInListDto> {
    return this.sessions.list(signedIn);
  }

  /** Signs out everywhere, here too. */
  @Delete('sessions')
  @May('account.own')
  @WhilePasswordMustChange()
  @HttpCode(204)
  async signOutEverywhere(
    @CurrentSignIn() signedIn: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOutEverywhere(signedIn);
    forgetCookie(request, reply);
  }

  /** Signs out one of one's own browsers. */
  @Delete('sessions/:sessionId')
  @May('account.own')
  @HttpCode(204)
  async endSession(
    @CurrentSignIn() signedIn: SignedIn,
    @Param('sessionId') sessionId: string,
  ): Promise<void> {
    if (!isId(sessionId)) throw new NotFound('identity.session-not-found');
    await this.sessions.end(signedIn, sessionId);
  }
}

function forgetCookie(request: FastifyRequest, reply: FastifyReply): void {
  const { maxAge: _, ...options } = sessionCookieOptions(request.protocol === 'https');
  void reply.clearCookie(sessionCookie, options);
}
