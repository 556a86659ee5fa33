import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { IdentityModule } from '@luban/identity';
import { SignInGuard } from './sign-in.guard.js';

/** Every route of the api is guarded; see `SignInGuard`. */
@Module({
  imports: [IdentityModule],
  providers: [SignInGuard, { provide: APP_GUARD, useExisting: SignInGuard }],
})
export class DoorsModule {}
