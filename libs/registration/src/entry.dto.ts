import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { SaidDto } from '@luban/platform';
import { EntryCounts } from './delegation.dto.js';

/** A text field: trimmed, and null when nothing is left. */
const Trimmed = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value));

/** A person of an entry. */
export class CompetitorInput {
  /** The competitor that is being corrected; without it the person is a new one. */
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : value,
  )
  @IsString()
  @MaxLength(60)
  name: string;

  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  nameLatin?: string | null;

  @Trimmed()
  @IsOptional()
  @IsIn(['male', 'female'])
  sex?: 'male' | 'female' | null;

  @Trimmed()
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  birthDate?: string | null;

  /** 单位. */
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  unit?: string | null;
}

export class AddEntry {
  @IsUUID()
  delegationId: string;

  @IsUUID()
  skillId: string;

  @IsUUID()
  groupId: string;

  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  teamName?: string | null;

  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => CompetitorInput)
  competitors: CompetitorInput[];

  /** Why it comes after registration has closed: organisers only. */
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  lateReason?: string | null;

  /** Submit it at once. */
  @IsOptional()
  @IsBoolean()
  submit?: boolean;
}

/** The whole entry anew; delegation and skill stay. */
export class ChangeEntry {
  @IsUUID()
  groupId: string;

  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  teamName?: string | null;

  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => CompetitorInput)
  competitors: CompetitorInput[];

  /** Why it is changed after registration has closed: organisers only. */
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}

export class GiveReason {
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

/** An entry as the person saw it. */
export class SeenEntry {
  @IsUUID()
  id: string;

  @IsInt()
  @Min(1)
  version: number;
}

export class SubmitEntries {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => SeenEntry)
  entries: SeenEntry[];

  /** Why they come after registration has closed: organisers only. */
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  lateReason?: string | null;
}

export class SubmitLate {
  /** Why it comes after registration has closed: organisers only. */
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  lateReason?: string | null;
}

export class ReviewEntries {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => SeenEntry)
  entries: SeenEntry[];

  @IsIn(['accept', 'return'])
  decision: 'accept' | 'return';

  /** Needed for returning. */
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}

export class EntryQuery {
  @IsOptional()
  @IsUUID()
  delegationId?: string;

  @IsOptional()
  @IsUUID()
  skillId?: string;

  @IsOptional()
  @IsUUID()
  groupId?: string;

  @IsOptional()
  @IsIn(['draft', 'submitted', 'returned', 'accepted'])
  state?: 'draft' | 'submitted' | 'returned' | 'accepted';

  /** `competing` leaves out the withdrawn ones. */
  @IsOptional()
  @IsIn(['competing', 'entered', 'present', 'absent', 'withdrawn', 'retired', 'disqualified'])
  status?: 'competing' | 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';

  /** Part of a name, unit, team name or entry number. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsUUID()
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}

export class EntryFindingReply {
  code: string;
  severity: 'warning' | 'blocking';
  /** The field it is about: `competitors.0.birthDate`. */
  path: string;
  message: SaidDto;
}

export class CompetitorReply {
  id: string;
  position: number;
  name: string;
  nameLatin: string | null;
  sex: 'male' | 'female' | null;
  /** In lists `2003-**-**`; whole only when one entry is read. */
  birthDate: string | null;
  unit: string | null;
  /** Whether the person can sign in. */
  hasAccount: boolean;
}

export class EntryReply {
  id: string;
  entryNumber: string | null;
  delegationId: string;
  delegationName: string;
  skillId: string;
  skillCode: string;
  skillName: string;
  skillNameEn: string | null;
  teamSize: number;
  groupId: string;
  groupName: string;
  teamName: string | null;
  state: 'draft' | 'submitted' | 'returned' | 'accepted';
  status: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';
  statusReason: string | null;
  returnReason: string | null;
  lateReason: string | null;
  submittedAt: Date | null;
  reviewedAt: Date | null;
  version: number;
  /** The skill's draw has been held. */
  drawn: boolean;
  competitors: CompetitorReply[];
  findings: EntryFindingReply[];
}

export class EntryPage {
  items: EntryReply[];
  next: string | null;
  /** All that match, whatever the state asked for. */
  counts: EntryCounts;
}

/** What became of one entry of many. */
export class EntryOutcome {
  id: string;
  done: boolean;
  /** The version after it; absent when it was not done. */
  version: number | null;
  /** Why not. */
  code: string | null;
  message: SaidDto | null;
  /** What is doubtful (when done) or wrong (when not). */
  findings: EntryFindingReply[];
}

export class EntryOutcomes {
  done: number;
  refused: number;
  outcomes: EntryOutcome[];
}
