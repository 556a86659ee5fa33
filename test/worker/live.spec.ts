import { Logger } from '@nestjs/common';
import { Live, type LiveNews, readConfig } from '@luban/platform';
import { Redis } from 'ioredis';
import { testDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

Logger.overrideLogger(false); // a listener fails here on purpose
const database = testDatabase();
const open: Live[] = [];

/** One per process: news has to travel between them. */
async function live(): Promise<Live> {
  const one = new Live(readConfig({ DATABASE_URL: database.url, REDIS_URL: process.env.REDIS_URL }));
  await one.onApplicationBootstrap();
  open.push(one);
  return one;
}
database.beforeDrop(() => Promise.all(open.map((one) => one.beforeApplicationShutdown())));

let here: Live;
let there: Live;
beforeAll(async () => {
  here = await live();
  there = await live();
});

async function breakConnections(): Promise<void> {
  if (process.env.REDIS_URL) {
    const redis = new Redis(process.env.REDIS_URL);
    await redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    return redis.disconnect();
  }
  await database.source.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'luban luban_live' AND datname = current_database()`,
  );
}

function listen(on: Live, channel: string): { heard: LiveNews[]; stop: () => void } {
  const heard: LiveNews[] = [];
  return { heard, stop: on.subscribe(channel, (news) => heard.push(news)) };
}

it('tells what is published to every process, on its channel only', async () => {
  const [near, far, other] = [listen(here, 'board:1'), listen(there, 'board:1'), listen(there, 'board:2')];
  here.publish('board:1', { version: 7 });
  await until('both to hear it', () => near.heard.length && far.heard.length);
  expect(far.heard).toEqual([{ kind: 'news', payload: { version: 7 } }]);
  expect(near.heard).toEqual(far.heard);
  expect(other.heard).toEqual([]);
});

it('says once what is said many times in a moment', async () => {
  const { heard } = listen(there, 'board:3');
  for (let i = 0; i < 100; i++) here.publish('board:3');
  here.publish('board:3', 'last');
  await until('the last to be heard', () => heard.length === 2);
  expect(heard.map((news) => news.kind === 'news' && news.payload)).toEqual([null, 'last']);
});

it('tells nothing to who has left', async () => {
  const gone = listen(there, 'board:4');
  const stays = listen(there, 'board:4');
  gone.stop();
  here.publish('board:4');
  await until('the other to hear it', () => stays.heard.length);
  expect(gone.heard).toEqual([]);
});

it('lets no listener that fails keep the news from the others', async () => {
  there.subscribe('board:5', () => {
    throw new Error('a broken listener');
  });
  const { heard } = listen(there, 'board:5');
  here.publish('board:5');
  await until('the other to hear it', () => heard.length);
});

it('refuses long news: people read by id', () => {
  expect(() => here.publish('board:6', 'x'.repeat(5000))).toThrow('too long');
});

it('says that something may have been missed when its connection was broken, and goes on', async () => {
  const { heard } = listen(there, 'board:7');
  await breakConnections();
  await until('the listener to say so', () => heard.some(({ kind }) => kind === 'missed'));
  await until('both connections to be back', () => here.isOpen && there.isOpen);
  here.publish('board:7', 'again');
  await until('news to travel again', () =>
    heard.some((news) => news.kind === 'news' && news.payload === 'again'),
  );
});
