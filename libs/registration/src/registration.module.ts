import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { placeLookups } from '@luban/identity';
import { CheckIns } from './check-ins.service.js';
import { delegationPlaces } from './delegation-places.js';
import { Delegations } from './delegations.service.js';
import { Draws } from './draws.service.js';
import { Entries } from './entries.service.js';
import { EntryReviews } from './entry-reviews.service.js';
import { Placements } from './placements.service.js';
import { Quotas } from './quotas.service.js';
import { Rosters } from './rosters.service.js';

const services = [CheckIns, Delegations, Draws, Entries, EntryReviews, Placements, Quotas, Rosters];

/** Who takes part, where and under which code: delegations, quotas, entries, check-in, draws. */
@Module({ imports: [AuditModule], providers: services, exports: services })
export class RegistrationModule implements OnModuleInit {
  onModuleInit(): void {
    placeLookups.delegation = delegationPlaces;
  }
}
