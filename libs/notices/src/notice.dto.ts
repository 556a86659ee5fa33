import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery, SaidDto } from '@luban/platform';

export class NoticeQuery extends PageQuery {
  /** `unread`: only what is not yet read. */
  @IsOptional()
  @IsIn(['all', 'unread'])
  show?: 'all' | 'unread';
}

/** Something a person was told. */
export class NoticeDto {
  id: string;
  /** `approvals.application-returned`: stable. */
  code: string;
  message: SaidDto;
  /** Where in the web app it is; null when it is nowhere. */
  href: string | null;
  subjectType: string | null;
  subjectId: string | null;
  eventId: string | null;
  urgency: 'now' | 'soon' | 'later';
  createdAt: Date;
  /** Null while it is unread. */
  readAt: Date | null;
}

export class NoticeListDto {
  items: NoticeDto[];
  next: string | null;
  /** Unread notices in all. */
  unread: number;
}

export class UnreadCountDto {
  unread: number;
}

export class ReadingDto {
  /** The newest notice that was seen: what came later stays unread. */
  @IsUUID()
  upTo: string;
}
