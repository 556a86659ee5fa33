import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';

export class LinkAccount {
  /** An account that holds the role of competitor in this event. */
  @IsUUID()
  accountId: string;
}

export class HandDownAccounts {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID('all', { each: true })
  competitorIds: string[];
}

/** A competitor's new account; the initial password is answered this once. */
export class CompetitorAccount {
  competitorId: string;
  entryId: string;
  accountId: string;
  displayName: string;
  login: string;
  initialPassword: string;
}

export class CompetitorAccounts {
  items: CompetitorAccount[];
  /** Competitors who had an account already; theirs stay. */
  skipped: string[];
}

export class CompetitorLink {
  competitorId: string;
  accountId: string | null;
}

/** Where the competitor himself competes in a module. */
export class MyPlacement {
  moduleId: string;
  moduleCode: string;
  moduleName: string;
  durationMinutes: number;
  /** Null before the draw. */
  sessionName: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  workstationCode: string | null;
  status: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';
  /** Why the place differs from the one drawn. */
  movedBecause: string | null;
}

/** The competitor's own entry. */
export class MyEntry {
  entryId: string;
  entryNumber: string | null;
  skillId: string;
  skillName: string;
  skillNameEn: string | null;
  groupName: string;
  delegationName: string;
  teamName: string | null;
  state: 'draft' | 'submitted' | 'returned' | 'accepted';
  status: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';
  venueName: string | null;
  venueAddress: string | null;
  /** Names of the others in the team. */
  teamMates: string[];
  placements: MyPlacement[];
}

export class MyEntries {
  eventName: string;
  timeZone: string;
  stage: string;
  demo: boolean;
  entries: MyEntry[];
}
