import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { homeItems, IdentityModule, placeLookups } from '@luban/identity';
import { Clock } from '@luban/platform';
import { CheckIns } from './check-ins.service.js';
import { Competitors } from './competitors.service.js';
import { Delegations } from './delegations.service.js';
import { Draws } from './draws.service.js';
import { Entries } from './entries.service.js';
import { EntryReviews } from './entry-reviews.service.js';
import { registrationHomeItems } from './home-items.js';
import { Labels } from './labels.service.js';
import { Placements } from './placements.service.js';
import { delegationPlaces } from './places.js';
import { Quotas } from './quotas.service.js';
import { Rosters } from './rosters.service.js';
import { Sheets } from './sheets.service.js';
import { addRegistrationStageChecks } from './stage-checks.js';

const services = [
  CheckIns,
  Competitors,
  Delegations,
  Draws,
  Entries,
  EntryReviews,
  Labels,
  Placements,
  Quotas,
  Rosters,
  Sheets,
];

let ours: (typeof homeItems)[number] | undefined;

/**
 * Who takes part, where and under which code. At start-up it answers what earlier rooms ask: what a delegation's id
 * means, what is missing before a stage, what waits for people.
 */
@Module({ imports: [AuditModule, IdentityModule], providers: services, exports: services })
export class RegistrationModule implements OnModuleInit {
  constructor(private readonly clock: Clock) {}

  onModuleInit(): void {
    placeLookups.delegation = delegationPlaces;
    addRegistrationStageChecks(() => this.clock.now());
    // An api and a worker in one process (tests) start this room twice: what waits is still told once.
    if (ours) homeItems.splice(homeItems.indexOf(ours), 1);
    ours = (actor, tx) => registrationHomeItems(actor, tx, this.clock.now());
    homeItems.push(ours);
  }
}
