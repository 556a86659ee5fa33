import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { NotSignedIn, type Permission, type SignedIn } from '@luban/identity';
import type { FastifyRequest } from 'fastify';

/** What a route says about who may call it. A route that says nothing is denied. */
export type WhoMay = Permission | 'public';
export const whoMayKey = 'luban:whoMay';
export const whilePasswordMustChangeKey = 'luban:whilePasswordMustChange';

/** Who may call this route: whoever holds the permission (libs/identity/src/permissions.ts). */
export const May = (permission: Permission): ClassDecorator & MethodDecorator =>
  SetMetadata<string, WhoMay>(whoMayKey, permission);

/** Anybody may call this route, signed in or not. */
export const Public = (): ClassDecorator & MethodDecorator =>
  SetMetadata<string, WhoMay>(whoMayKey, 'public');

/** This route answers although the initial password has not been changed yet. */
export const WhilePasswordMustChange = (): ClassDecorator & MethodDecorator =>
  SetMetadata(whilePasswordMustChangeKey, true);

/** A request that the guard has seen. */
export interface SignedInRequest extends FastifyRequest {
  signedIn?: SignedIn;
}

/** Who acts: the first argument of every verb. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return signedInOf(context).actor;
});

/** Who acts, and how they signed in: for the routes about the sign-in itself. */
export const CurrentSignIn = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  return signedInOf(context);
});

function signedInOf(context: ExecutionContext): SignedIn {
  const { signedIn } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!signedIn) throw new NotSignedIn();
  return signedIn;
}
