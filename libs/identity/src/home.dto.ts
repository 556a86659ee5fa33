import type { Role } from '@luban/audit';
import { SaidDto } from '@luban/platform';

/** Something that waits for somebody (待办). */
export class HomeItemDto {
  code: string;
  message: SaidDto;
  /** Names and counts that the message was made from. */
  params: Record<string, string | number | null>;
  /** Where in the web app it is done. */
  href: string;
  dueAt: string | null;
  urgency: 'now' | 'soon' | 'later';
  eventId: string | null;
  role: Role;
}

export class HomeDto {
  items: HomeItemDto[];
}
