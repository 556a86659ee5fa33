import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Asks the guard of this run to put everything away, and waits until it has. */
export default async function globalTeardown() {
  const run = process.env.LUBAN_TEST_RUN;
  if (!existsSync(join(run, 'claimed'))) return rmSync(run, { recursive: true, force: true });
  writeFileSync(join(run, 'finished'), '');
  for (const givenUpAt = Date.now() + 20_000; existsSync(run) && Date.now() < givenUpAt;) await sleep(50);
}
