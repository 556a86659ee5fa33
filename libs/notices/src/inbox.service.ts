import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { Clock, isId, NotFound, pageOf } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { NoticeDto, NoticeListDto, NoticeQuery, UnreadCountDto } from './notice.dto.js';

const columns = `id, code, message, href, subject_type AS "subjectType", subject_id AS "subjectId",
  event_id AS "eventId", urgency, created_at AS "createdAt", read_at AS "readAt"`;

/** What one was told: everybody reads his own, and nobody another's. Reading leaves no trace in the audit. */
@Injectable()
export class Inbox {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(actor: Actor, { after, limit, show }: NoticeQuery): Promise<NoticeListDto> {
    const rows: NoticeDto[] = await this.db.query(
      `SELECT ${columns} FROM notice
        WHERE account_id = $1 AND ($2::uuid IS NULL OR id < $2) AND (NOT $3 OR read_at IS NULL)
        ORDER BY id DESC LIMIT $4`,
      [actor.accountId, after ?? null, show === 'unread', limit + 1],
    );
    return { ...pageOf(rows, limit, ({ id }) => id), ...(await this.count(actor)) };
  }

  count(actor: Actor): Promise<UnreadCountDto> {
    return countUnread(this.db.manager, actor);
  }

  /** Marks one as read or unread; answers how many are unread now. Throws `NotFound`. */
  async mark(actor: Actor, id: string, as: 'read' | 'unread'): Promise<UnreadCountDto> {
    const [rows]: [unknown[], number] = await this.db.query(
      `UPDATE notice SET read_at = CASE WHEN $3 THEN coalesce(read_at, $4) END
        WHERE account_id = $1 AND id = $2 RETURNING id`,
      [actor.accountId, isId(id) ? id : null, as === 'read', this.clock.now()],
    );
    if (rows.length === 0) throw new NotFound('notices.notice-not-found');
    return this.count(actor);
  }

  /** Marks as read everything up to this notice. */
  async markAll(actor: Actor, upTo: string): Promise<UnreadCountDto> {
    await this.db.query(
      `UPDATE notice SET read_at = $3 WHERE account_id = $1 AND read_at IS NULL AND id <= $2`,
      [actor.accountId, upTo, this.clock.now()],
    );
    return this.count(actor);
  }
}

async function countUnread(tx: EntityManager, actor: Actor): Promise<UnreadCountDto> {
  const [row]: UnreadCountDto[] = await tx.query(
    `SELECT count(*)::int AS unread FROM notice WHERE account_id = $1 AND read_at IS NULL`,
    [actor.accountId],
  );
  return { unread: row?.unread ?? 0 };
}
