import { Module } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { Insight } from './insight.service.js';
import { YearlyReports } from './yearly-reports.service.js';

const services = [Insight, YearlyReports];

@Module({ imports: [AuditModule], providers: services, exports: services })
export class InsightModule {}
