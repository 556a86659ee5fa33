import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { EventsModule } from '@luban/events';
import { NoticesModule } from '@luban/notices';
import { Clock } from '@luban/platform';
import { listApplicationWork } from './application-start.js';
import { Amendments } from './amendment.service.js';
import { Applications } from './application.service.js';
import { ApplicationForm } from './application-form.service.js';
import { ApplicationReading } from './application-reading.service.js';
import { ApplicationSending } from './application-sending.service.js';
import { BackTests } from './back-test.service.js';
import { Conditions } from './condition.service.js';
import { Decisions } from './decision.service.js';
import { ReviewDesk } from './desk.service.js';
import { Filings } from './filing.service.js';
import { ApplicationDocuments } from './document.service.js';
import { listPlanWork, planServices } from './plan-start.js';
import { Recusals } from './recusal.service.js';
import { Acceptances } from './review-acceptance.service.js';
import { BulkAcceptances } from './review-bulk.service.js';
import { listReviewWork } from './review-start.js';
import { ApplicationWindows } from './window.service.js';

const services = [
  // writing an application
  Applications,
  ApplicationReading,
  ApplicationSending,
  ApplicationWindows,
  ApplicationDocuments,
  ApplicationForm,
  // review
  Acceptances,
  BulkAcceptances,
  Decisions,
  Conditions,
  Amendments,
  Recusals,
  ReviewDesk,
  // plan
  ...planServices,
  // filings
  Filings,
  // packs over the past
  BackTests,
];

@Module({ imports: [AuditModule, EventsModule, NoticesModule], providers: services, exports: services })
export class ApprovalsModule implements OnModuleInit {
  constructor(private readonly clock: Clock) {}

  onModuleInit(): void {
    listPlanWork(this.clock);
    listReviewWork(() => this.clock.now());
    listApplicationWork(() => this.clock.now());
  }
}
