import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PasswordHasher } from '@luban/identity';
import type { Client } from 'pg';
import { benchPassword } from './seed.js';

/** How much of class-status applications and plans there is. */
export interface BenchYears {
  /** The latest plan year, open for review. */
  year: number;
  /** Plan years, that one included. */
  years: number;
  /** Applications of the latest year. */
  latest: number;
  /** Applications of each earlier one. */
  each: number;
}

/**
 * Loads applications in all states and the plans of all years by test/bench/years.sql, into a database that has the
 * catalogues. Its people sign in as `bench-reviewer`, `bench-acceptor`, `bench-official` with the bench's password.
 */
export async function loadYears(client: Client, root: string, years: BenchYears): Promise<void> {
  const settings = { ...years, password_hash: await new PasswordHasher().hash(benchPassword) };
  for (const [name, value] of Object.entries(settings))
    await client.query(`SELECT set_config($1, $2, false)`, [`bench.${name}`, String(value)]);
  await client.query(readFileSync(join(root, 'test', 'bench', 'years.sql'), 'utf8'));
}
