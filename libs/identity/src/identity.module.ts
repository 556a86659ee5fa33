import { Module } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { PasswordHasher } from './password-hasher.js';
import { SessionService } from './session.service.js';
import { SignIns } from './sign-ins.service.js';

@Module({
  imports: [AuditModule],
  providers: [PasswordHasher, SessionService, SignIns],
  exports: [SessionService, SignIns],
})
export class IdentityModule {}
