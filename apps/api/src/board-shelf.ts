import { Injectable } from '@nestjs/common';
import { type Board, type BoardKind, Boards } from '@luban/awards';
import { isId, Live, NotFound } from '@luban/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Boards of this many events are held ready; the one read longest ago makes room. */
const shelfSize = 200;

/** An answer as it went out once: what the next reader of the same address gets again. */
interface Answer {
  etag: string;
  bytes: Buffer;
  /** Names and values in turn, as Node writes them fastest. */
  head: string[];
  headUnchanged: string[];
}

/**
 * Holds the public boards as prepared bytes. News of a change throws a board out; the next reader fetches it once for
 * all who wait. A read costs no query, and from the second reader on not even a route (`answerFirst`).
 */
@Injectable()
export class BoardShelf {
  private readonly held = new Map<string, Promise<Board | null>>();
  private readonly watched = new Map<string, () => void>();
  /** By address. */
  private readonly ready = new Map<string, Answer>();

  constructor(
    private readonly boards: Boards,
    private readonly live: Live,
  ) {}

  async answer(
    givenId: string,
    kind: BoardKind,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const eventId = givenId.toLowerCase(); // news come under the id as it is stored
    const fetched = isId(eventId) ? this.board(eventId, kind) : null;
    const board = await fetched;
    if (!board) throw new NotFound('events.event-not-found', { eventId });
    void reply.header('ETag', board.etag).header('Cache-Control', 'public, max-age=0, must-revalidate');
    if (request.headers['if-none-match'] === board.etag) return void reply.code(304).send();
    void reply.type('application/json; charset=utf-8');
    // Unless news came while it was fetched, or this was another address of the same.
    const isStillHeld = this.held.get(`${eventId}/${kind}`) === fetched;
    if (isStillHeld && request.raw.url === addressOf(eventId, kind)) this.keep(request.raw.url, board, reply);
    void reply.send(board.bytes);
  }

  /**
   * From now on a server answers what is ready here before any route is asked: same status, headers and bytes as the
   * route gave the reader before. Everything else goes on to the routes. (A national event's board is read by tens of
   * thousands in the minute of its publication; docs/BENCHMARKS.md.)
   */
  answerFirst(server: Server): void {
    const routes = server.listeners('request') as ((
      request: IncomingMessage,
      response: ServerResponse,
    ) => void)[];
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (!this.answerReady(request, response))
        for (const route of routes) route.call(server, request, response);
    });
  }

  private answerReady(request: IncomingMessage, response: ServerResponse): boolean {
    const answer = request.method === 'GET' ? this.ready.get(request.url ?? '') : undefined;
    if (!answer || !this.live.isOpen) return false;
    if (request.headers['if-none-match'] === answer.etag) response.writeHead(304, answer.headUnchanged).end();
    else response.writeHead(200, answer.head).end(answer.bytes);
    return true;
  }

  private keep(address: string, board: Board, reply: FastifyReply): void {
    const head = Object.entries(reply.getHeaders()).flatMap(([name, value]) => [name, String(value)]);
    // What a 304 has to repeat (RFC 9110, 15.4.5); the reader has the rest.
    const headUnchanged = head.filter((_, i) => ['etag', 'cache-control'].includes(head[i - (i % 2)] ?? ''));
    this.ready.set(address, {
      etag: board.etag,
      bytes: board.bytes,
      head: [...head, 'content-length', String(board.bytes.length)],
      headUnchanged,
    });
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
    for (const kind of ['board', 'results'] as const) {
      this.held.delete(`${eventId}/${kind}`);
      this.ready.delete(addressOf(eventId, kind));
    }
  }
}

const addressOf = (eventId: string, kind: BoardKind): string => `/api/v1/public/events/${eventId}/${kind}`;
