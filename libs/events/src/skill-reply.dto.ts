import { SaidDto } from '@luban/platform';
import { PolicyDto } from './policy.dto.js';
import type { WorldSkillSector } from './world-skills.js';

export class VenueDto {
  id: string;
  name: string;
  address: string | null;
  version: number;
}

export class VenueListDto {
  items: VenueDto[];
  next: string | null;
}

export class GroupDto {
  id: string;
  code: string;
  name: string;
  position: number;
  version: number;
}

export class ModuleDto {
  id: string;
  code: string;
  name: string;
  day: number;
  durationMinutes: number;
  weightHundredths: number | null;
  part: 'theory' | 'practice';
  markedBy: 'scheme' | 'list';
  position: number;
  version: number;
}

export class SkillSessionDto {
  id: string;
  moduleId: string;
  name: string;
  startsAt: string;
  endsAt: string;
  version: number;
}

export class WorkstationDto {
  id: string;
  code: string;
  state: 'usable' | 'spare' | 'failed';
  venueId: string | null;
  version: number;
}

/** A line of an event's skills. */
export class SkillListItemDto {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  worldSkillNumber: number | null;
  occupationCode: string | null;
  teamSize: number;
  ageYearsMax: number | null;
  venueId: string | null;
  venueName: string | null;
  policyName: string;
  requireSignedScan: boolean;
  groupNames: string[];
  /** As long as the names: `worker` and `student` have names in every language. */
  groupCodes: string[];
  moduleCount: number;
  sessionCount: number;
  workstationsUsable: number;
  workstationsSpare: number;
  workstationsFailed: number;
  firstStartsAt: string | null;
  version: number;
}

export class SkillListDto {
  items: SkillListItemDto[];
  next: string | null;
}

/** A skill with its whole set-up. */
export class SkillDto {
  id: string;
  eventId: string;
  code: string;
  name: string;
  nameEn: string | null;
  worldSkillNumber: number | null;
  occupationCode: string | null;
  teamSize: number;
  ageYearsMax: number | null;
  venueId: string | null;
  requireSignedScan: boolean;
  position: number;
  version: number;
  policy: PolicyDto;
  groups: GroupDto[];
  modules: ModuleDto[];
  sessions: SkillSessionDto[];
  workstations: WorkstationDto[];
}

export class WorkstationListDto {
  items: WorkstationDto[];
  next: string | null;
}

export class WorldSkillDto {
  number: number;
  name: string;
  nameEn: string;
  sector: WorldSkillSector;
  sectorName: SaidDto;
  teamSize: number;
  ageYearsMax: number | null;
  nameGrade: 'verified' | 'recalled';
  numberGrade: 'verified' | 'recalled';
}

export class WorldSkillListDto {
  items: WorldSkillDto[];
  next: string | null;
  source: SaidDto;
}
