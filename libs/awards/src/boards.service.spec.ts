import { Live, newId, readConfig, StandingClock } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenEvent, givenSkill } from '../../../test/support/world-events.js';
import { Boards } from './boards.service.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-05-12T10:00:00Z'));
let live: Live;
let boards: Boards;

beforeAll(async () => {
  live = new Live(readConfig({ DATABASE_URL: database.url }));
  await live.onApplicationBootstrap();
  boards = new Boards(database.source, clock, live);
});

afterAll(() => live.beforeApplicationShutdown());

describe('the public boards', () => {
  it('are written again only when what they say has changed', async () => {
    const tx = database.source.manager;
    const event = await givenEvent(tx, { stage: 'competition' });
    await givenSkill(tx, event.id);
    expect(await boards.refresh(event.id)).toEqual({ changed: ['board', 'results'] });
    const before = await boards.read(event.id, 'board');
    expect(await boards.refresh(event.id)).toEqual({ changed: [] });
    await givenSkill(tx, event.id, { name: '砌筑', code: 'S99' });
    expect(await boards.refresh(event.id)).toEqual({ changed: ['board'] });
    const after = await boards.read(event.id, 'board');
    expect(after?.etag).not.toBe(before?.etag);
    expect(after?.bytes.toString()).toContain('砌筑');
  });

  it('are not there for a draft, nor for an event that does not exist', async () => {
    const event = await givenEvent(database.source.manager, { stage: 'draft' });
    await boards.refresh(event.id);
    expect(await boards.read(event.id, 'board')).toBeNull();
    expect(await boards.refresh(newId())).toEqual({ changed: [] });
  });
});
