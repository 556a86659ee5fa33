import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  assertMayAnywhere,
  assertMayInEvent,
  NotSignedIn,
  permissions,
  type SignedIn,
  SignIns,
} from '@luban/identity';
import { Config, Denied, isId, NotFound } from '@luban/platform';
import { sessionCookie } from './cookie.js';
import { isSameOrigin } from './same-origin.js';
import { type SignedInRequest, whilePasswordMustChangeKey, type WhoMay, whoMayKey } from './who-may.js';

/**
 * The door of every route: where the request comes from, who is signed in, and whether the route is open to them. What
 * exactly they reach is the service's affair; here only what no service should have to ask again.
 */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIns: SignIns,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const whoMay = this.reflector.getAllAndOverride<WhoMay | undefined>(whoMayKey, targets);
    if (whoMay === undefined) throw new Denied('identity.route-undeclared');
    const whileMustChange = this.reflector.getAllAndOverride<boolean | undefined>(
      whilePasswordMustChangeKey,
      targets,
    );
    await this.admit(request, whoMay, whileMustChange);
    return true;
  }

  /** Lets a request through this door, or throws why not; `request.signedIn` is then who it is. */
  async admit(request: SignedInRequest, whoMay: WhoMay, whileMustChange = false): Promise<void> {
    const token = bearerToken(request);
    if (token === undefined && !isSameOrigin(request.method, request.headers, this.config.publicUrl)) {
      throw new Denied('identity.cross-site');
    }
    if (whoMay === 'public') return;

    const signedIn = await this.whoIs(request, token);
    if (!signedIn) throw new NotSignedIn();
    request.signedIn = signedIn;
    if (signedIn.mustChangePassword && !whileMustChange)
      throw new Denied('identity.password-change-required');

    const eventId = (request.params as Record<string, string | undefined>)['eventId'];
    if (eventId !== undefined && !isId(eventId)) throw new NotFound('identity.not-in-reach');
    if (permissions[whoMay] === 'anyone') return;
    if (eventId !== undefined) assertMayInEvent(signedIn.actor, whoMay, eventId);
    else assertMayAnywhere(signedIn.actor, whoMay);
  }

  private async whoIs(request: SignedInRequest, token: string | undefined): Promise<SignedIn | null> {
    if (token !== undefined) return this.signIns.find('token', token);
    const secret = request.cookies[sessionCookie];
    return secret ? this.signIns.find('session', secret) : null;
  }
}

function bearerToken(request: SignedInRequest): string | undefined {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : undefined;
}
