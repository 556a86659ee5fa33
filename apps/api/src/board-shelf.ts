import { Injectable } from '@nestjs/common';
import { type Board, type BoardKind, Boards } from '@luban/awards';
import { isId, Live, NotFound } from '@luban/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Boards of this many events are held ready; the one read longest ago makes room. */
const shelfSize = 200;

/**
 * Holds the public boards as prepared bytes. News of a change throws a board out; the next reader fetches it once for
 * all who wait. A read costs no query.
 */
@Injectable()
export class BoardShelf {
  private readonly held = new Map<string, Promise<Board | null>>();
  private readonly watched = new Map<string, () => void>();

  constructor(
    private readonly boards: Boards,
    private readonly live: Live,
  ) {}

  async answer(
    eventId: string,
    kind: BoardKind,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const board = isId(eventId) ? await this.board(eventId, kind) : null;
    if (!board) throw new NotFound('events.event-not-found', { eventId });
    void reply.header('ETag', board.etag).header('Cache-Control', 'public, max-age=0, must-revalidate');
    if (request.headers['if-none-match'] === board.etag) void reply.code(304).send();
    else void reply.type('application/json; charset=utf-8').send(board.bytes);
  }

  private board(eventId: string, kind: BoardKind): Promise<Board | null> {
    const key = `${eventId}/${kind}`;
    const held = this.held.get(key);
    if (held && this.live.isOpen) return held;
    this.watch(eventId);
    const fetched = this.boards.read(eventId, kind);
    this.held.set(key, fetched);
    // What is not there (yet) and what could not be read is asked for again.
    fetched.then(
      (board) => board ?? this.held.delete(key),
      () => this.held.delete(key),
    );
    return fetched;
  }

  private watch(eventId: string): void {
    if (this.watched.has(eventId)) return;
    const [oldest] = this.watched.keys();
    if (oldest && this.watched.size >= shelfSize) this.drop(oldest);
    this.watched.set(
      eventId,
      this.live.subscribe(`board:${eventId}`, () => this.forget(eventId)),
    );
  }

  private drop(eventId: string): void {
    this.watched.get(eventId)?.();
    this.watched.delete(eventId);
    this.forget(eventId);
  }

  private forget(eventId: string): void {
    this.held.delete(`${eventId}/board`);
    this.held.delete(`${eventId}/results`);
  }
}
