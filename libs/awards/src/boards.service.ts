import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Live } from '@luban/platform';
import { progressBoard } from '@luban/results';
import { DataSource } from 'typeorm';
import { publishedResults } from './published-results.js';

export type BoardKind = 'board' | 'results';

/** A snapshot as it is served: the bytes and their ETag. */
export interface Board {
  etag: string;
  bytes: Buffer;
}

/**
 * What the public reads, made once per change and served as prepared bytes: the progress board and the published
 * results. The job `boardRefresh` writes them; readers never touch the marking tables.
 */
@Injectable()
export class Boards {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /** The job `boardRefresh`: writes what changed and tells the watchers. */
  async refresh(eventId: string): Promise<{ changed: BoardKind[] }> {
    const { board, results } = await this.db.transaction('REPEATABLE READ', async (tx) => ({
      board: await progressBoard(tx, eventId),
      results: await publishedResults(tx, eventId),
    }));
    if (!board) return { changed: [] };
    const changed: BoardKind[] = [];
    for (const [kind, body] of [['board', board] as const, ['results', results] as const]) {
      const text = JSON.stringify(body);
      const etag = createHash('sha256').update(text).digest('base64url').slice(0, 22);
      const written: unknown[] = await this.db.query(
        `INSERT INTO published_snapshot (event_id, kind, etag, body, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (event_id, kind) DO UPDATE SET etag = EXCLUDED.etag, body = EXCLUDED.body, at = EXCLUDED.at
         WHERE published_snapshot.etag <> EXCLUDED.etag RETURNING 1`,
        [eventId, kind, etag, text, this.clock.now()],
      );
      if (written.length === 0) continue;
      changed.push(kind);
      this.live.publish(`board:${eventId}`, { kind, etag });
    }
    return { changed };
  }

  /** The snapshot of a kind as bytes; null when there is none (yet), or the event is still a draft. */
  async read(eventId: string, kind: BoardKind): Promise<Board | null> {
    const [row]: { etag: string; body: unknown }[] = await this.db.query(
      `SELECT s.etag, s.body FROM published_snapshot s
       JOIN competition_event e ON e.id = s.event_id AND e.stage <> 'draft'
       WHERE s.event_id = $1 AND s.kind = $2`,
      [eventId, kind],
    );
    return row ? { etag: `"${row.etag}"`, bytes: Buffer.from(JSON.stringify(row.body)) } : null;
  }
}
