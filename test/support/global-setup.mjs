import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Names the folder of this run. Nothing is started here: the first spec that needs a database starts the server
 * (test-server.ts), so that a run of pure specs needs none.
 */
export default function globalSetup() {
  const run = mkdtempSync(join(tmpdir(), 'luban-test-'));
  chmodSync(run, 0o711); // as root, the server runs as another user, which has to pass through
  process.env.LUBAN_TEST_RUN = run;
  process.env.LUBAN_TEST_PID = String(process.pid);
}
