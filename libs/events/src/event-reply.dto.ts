import type { Role } from '@luban/audit';
import { SaidDto } from '@luban/platform';
import type { EventLevel, SpecialKind } from './levels.js';
import type { SetUpPart } from './set-up-rules.js';
import type { Stage } from './stages.js';

/** An organisation's part, with the organisation's names. */
export class PartyDto {
  id: string;
  organisationId: string;
  part: 'host' | 'organiser' | 'coOrganiser';
  name: string;
  nameEn: string | null;
}

export class PartyListDto {
  items: PartyDto[];
  next: string | null;
}

/** A line of a list of events. */
export class EventListItemDto {
  id: string;
  name: string;
  nameEn: string | null;
  level: EventLevel;
  class: 'one' | 'two' | null;
  specialKind: SpecialKind | null;
  edition: string | null;
  heldYear: number;
  divisionCode: string | null;
  industryCode: string | null;
  timeZone: string;
  startsOn: string;
  endsOn: string;
  stage: Stage;
  demo: boolean;
  skillCount: number;
  /** The first host's name. */
  hostName: string | null;
  hostNameEn: string | null;
  version: number;
}

export class EventListDto {
  items: EventListItemDto[];
  next: string | null;
}

/** How much of the set-up is there. */
export class EventCountsDto {
  skills: number;
  groups: number;
  modules: number;
  sessions: number;
  venues: number;
  workstationsUsable: number;
  workstationsSpare: number;
  workstationsFailed: number;
}

/** What the reader may do here, as the event stands now. */
export class EventMayDto {
  /** Parts of the set-up that may be changed. */
  change: SetUpPart[];
  /** An organiser without the host's part changes the registration window only. */
  registrationWindowOnly: boolean;
  clone: boolean;
  delete: boolean;
  stage: boolean;
}

export class EventDto {
  id: string;
  name: string;
  nameEn: string | null;
  level: EventLevel;
  class: 'one' | 'two' | null;
  specialKind: SpecialKind | null;
  edition: string | null;
  heldYear: number;
  divisionCode: string | null;
  industryCode: string | null;
  timeZone: string;
  startsOn: string;
  endsOn: string;
  registrationOpensAt: string | null;
  registrationClosesAt: string | null;
  stage: Stage;
  clonedFromId: string | null;
  demo: boolean;
  createdAt: string;
  version: number;
  parties: PartyDto[];
  counts: EventCountsDto;
  /** The reader's roles in this event. */
  roles: Role[];
  may: EventMayDto;
}

/** One rule held against the event before it enters a stage. */
export class FindingDto {
  code: string;
  severity: 'passed' | 'warning' | 'blocking';
  message: SaidDto;
  /** Where it is mended, a path of the web app. */
  href: string | null;
}

/** A way out of the present stage, with what the checks say now. */
export class NextStageDto {
  to: Stage;
  direction: 'forward' | 'back';
  needsReason: boolean;
  action: SaidDto;
  /** Whether the reader's role may take it. */
  yours: boolean;
  /** Nothing blocks. */
  ready: boolean;
  findings: FindingDto[];
}

/** An entry into a stage: when, why, by whom (an account's id), with how many warnings. */
export class StageEntryDto {
  id: string;
  from: Stage;
  to: Stage;
  at: string;
  by: string | null;
  reason: string | null;
  warnings: number;
}

export class StageNameDto {
  stage: Stage;
  name: SaidDto;
}

/** Where an event stands, how it came there, and what is next. */
export class EventStageDto {
  stage: Stage;
  stageName: SaidDto;
  /** All stages in their order. */
  order: StageNameDto[];
  history: StageEntryDto[];
  next: NextStageDto[];
  /** Of the event, for `If-Match`. */
  version: number;
}
