import { Module } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { AccountService } from './account.service.js';
import { ApiTokenService } from './api-token.service.js';
import { AuditTrail } from './audit-trail.service.js';
import { AuthorityService } from './authority.service.js';
import { HomeService } from './home.service.js';
import { OrganisationService } from './organisation.service.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordService } from './password.service.js';
import { RoleGrantService } from './role-grant.service.js';
import { SessionService } from './session.service.js';
import { SignIns } from './sign-ins.service.js';

const services = [
  AccountService,
  ApiTokenService,
  AuditTrail,
  AuthorityService,
  HomeService,
  OrganisationService,
  PasswordService,
  RoleGrantService,
  SessionService,
  SignIns,
];

@Module({ imports: [AuditModule], providers: [PasswordHasher, ...services], exports: services })
export class IdentityModule {}
