import { JobRequest, newId } from '@luban/platform';
import { testDatabase } from './test-database.js';

const database = testDatabase();

it('gives a spec file a migrated, empty database of its own', async () => {
  const jobs = database.source.getRepository(JobRequest);
  expect(await jobs.count()).toBe(0);
  await jobs.insert({ id: newId(), name: 'x', subject: 'y', requestedAt: new Date() });
  expect(await jobs.count()).toBe(1);
});

describe('a second one', () => {
  const other = testDatabase();

  it('does not see what stands in the first', async () => {
    expect(await other.source.getRepository(JobRequest).count()).toBe(0);
  });
});
