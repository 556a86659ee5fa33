import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery, SaidDto } from '@luban/platform';

export class AuditQuery extends PageQuery {
  /** Without one: what belongs to no event (and an account's history in all events), for administrators. */
  @IsOptional()
  @IsUUID()
  eventId?: string;

  /** The kind of thing, such as `form`, `entry`, `account`. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  subjectType?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  subjectId?: string;
}

/** Who did it. Both null where the reader may not know who: the system itself is `by: null`. */
export class AuditPersonDto {
  id: string | null;
  displayName: string | null;
}

export class AuditEntryDto {
  id: string;
  at: string;
  by: AuditPersonDto | null;
  /** `form.signedOff` */
  verb: string;
  /** The verb in words. */
  text: SaidDto;
  eventId: string | null;
  skillId: string | null;
  subjectType: string;
  /** The kind of thing in words. */
  subjectText: SaidDto;
  subjectId: string;
  /** The name of an account, organisation, event, skill or delegation as it is now; null for other things. */
  subjectName: string | null;
  /** Ids, codes, marks and states. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** The content is for the chief judge of the skill alone. */
  withheld: boolean;
  reason: string | null;
}

export class AuditPageDto {
  items: AuditEntryDto[];
  next: string | null;
}
