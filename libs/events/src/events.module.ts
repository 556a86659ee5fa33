import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { homeItems, organisationEvents, placeLookups } from '@luban/identity';
import { Clock } from '@luban/platform';
import { CloneService } from './clone.service.js';
import { EventService } from './event.service.js';
import { EventsQueries } from './events.queries.js';
import { GrantedEvents } from './granted-events.service.js';
import { eventsHomeItems } from './home-items.js';
import { addOwnStageChecks } from './own-stage-checks.js';
import { PartyService, partEventsOf } from './party.service.js';
import { eventPlaces, skillPlaces } from './places.js';
import { SkillPartService } from './skill-part.service.js';
import { SkillService } from './skill.service.js';
import { StageService } from './stage.service.js';
import { VenueService } from './venue.service.js';
import './finding-messages.js';
import './messages.js';

const services = [
  EventService,
  EventsQueries,
  PartyService,
  VenueService,
  SkillService,
  SkillPartService,
  StageService,
  CloneService,
  GrantedEvents,
];

/** The room of events. At start-up it answers what earlier rooms ask: which events an organisation runs, what ids mean. */
@Module({ imports: [AuditModule], providers: services, exports: services })
export class EventsModule implements OnModuleInit {
  constructor(private readonly clock: Clock) {}

  onModuleInit(): void {
    if (!organisationEvents.includes(partEventsOf)) organisationEvents.push(partEventsOf);
    placeLookups.event = eventPlaces;
    placeLookups.skill = skillPlaces;
    homeItems.push((actor, tx) => eventsHomeItems(actor, tx, this.clock.now()));
    addOwnStageChecks(() => this.clock.now());
  }
}
