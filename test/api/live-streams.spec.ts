import { Live, readConfig } from '@luban/platform';
import fastify, { type FastifyInstance } from 'fastify';
import { LiveStreams } from '../../apps/api/src/live-streams.js';
import { testDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

const database = testDatabase();
let server: FastifyInstance;
let live: Live;
let streams: LiveStreams;
let address: string;

beforeAll(async () => {
  live = new Live(readConfig({ DATABASE_URL: database.url, REDIS_URL: process.env.REDIS_URL }));
  await live.onApplicationBootstrap();
  streams = new LiveStreams(live);
  server = fastify({ forceCloseConnections: true });
  server.get('/board/:id', (request, reply) => {
    streams.watch(`board:${(request.params as { id: string }).id}`, request, reply, { version: 1 });
  });
  address = await server.listen({ port: 0, host: '127.0.0.1' });
});
database.beforeDrop(async () => {
  streams.beforeApplicationShutdown();
  await server.close();
  await live.beforeApplicationShutdown();
});

/** A watching page: what it has received so far, and how to leave. */
class Watcher {
  heard = '';
  private readonly leaving = new AbortController();
  response: Response | undefined;

  async watch(board: string): Promise<this> {
    this.response = await fetch(`${address}/board/${board}`, { signal: this.leaving.signal });
    void this.read();
    return this;
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response?.body ?? []) this.heard += decoder.decode(chunk as Uint8Array);
    } catch {
      // left
    }
  }

  leave(): void {
    this.leaving.abort();
  }
}

it('sends what is there at once, then what is published, to everybody who watches', async () => {
  const watchers = await Promise.all(Array.from({ length: 50 }, () => new Watcher().watch('1')));
  expect(watchers[0]?.response?.headers.get('content-type')).toMatch('text/event-stream');
  await until('the first state', () =>
    watchers.every(({ heard }) => heard.includes('data: {"version":1}\n\n')),
  );
  live.publish('board:1', { version: 2 });
  await until('the change', () => watchers.every(({ heard }) => heard.includes('data: {"version":2}\n\n')));
  watchers.forEach((watcher) => watcher.leave());
  await until('all to have left', () => streams.watchers('board:1') === 0);
});

it('sends a board’s news to its own watchers only', async () => {
  const [one, two] = [await new Watcher().watch('2'), await new Watcher().watch('3')];
  live.publish('board:2', 'for two');
  await until('the news', () => one.heard.includes('for two'));
  expect(two.heard).not.toContain('for two');
  one.leave();
  two.leave();
});

it('ends its streams when the api stops', async () => {
  const watcher = await new Watcher().watch('4');
  streams.beforeApplicationShutdown();
  await until('the stream to end', () => streams.watchers('board:4') === 0);
  expect(watcher.heard).toContain('retry:');
});
