import { Audit } from '@luban/audit';
import { Boards } from '@luban/awards';
import { Clock, createDataSource, Jobs, Live, readConfig } from '@luban/platform';
import { ScoreRuns } from '@luban/results';
import { entities } from '../../../../migrations/index.js';
import type { BenchSystem } from './bench-system.js';

export interface OwnServices {
  runs: ScoreRuns;
  boards: Boards;
  close(): Promise<void>;
}

/** The real services of the worker in this process, on the system's database, so that they can be timed by themselves. */
export async function ownServices(system: BenchSystem): Promise<OwnServices> {
  const source = await createDataSource({ url: system.url, entities }).initialize();
  const live = new Live(readConfig({ DATABASE_URL: system.url, DATA_DIR: system.folder }));
  await live.onApplicationBootstrap();
  const clock = new Clock();
  return {
    runs: new ScoreRuns(source, new Audit(clock), new Jobs(clock, source), clock, live),
    boards: new Boards(source, clock, live),
    async close() {
      await live.beforeApplicationShutdown();
      await source.destroy();
    },
  };
}
