import { Module } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import './messages.js';
import { PackForceService } from './pack-force.service.js';
import { RulePackService } from './rule-pack.service.js';

const services = [RulePackService, PackForceService];

@Module({ imports: [AuditModule], providers: services, exports: services })
export class RulesModule {}
