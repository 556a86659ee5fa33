import { PartyDto } from './event-reply.dto.js';
import type { EventLevel, SpecialKind } from './levels.js';
import type { Stage } from './stages.js';

/** A sitting on the public schedule. */
export class PublicSessionDto {
  moduleCode: string;
  moduleName: string;
  sessionName: string;
  startsAt: string;
  endsAt: string;
}

export class PublicSkillDto {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  worldSkillNumber: number | null;
  occupationCode: string | null;
  teamSize: number;
  ageYearsMax: number | null;
  venueName: string | null;
  policyName: string;
  groupNames: string[];
  sessions: PublicSessionDto[];
}

/** An event as everybody may see it: no draft, no personal data. */
export class PublicEventDto {
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
  demo: boolean;
  parties: PartyDto[];
  skills: PublicSkillDto[];
}
