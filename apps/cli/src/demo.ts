import type { Config } from '@luban/platform';
import type { DemoAccount } from './launcher/database.js';

export interface DemoSettings {
  databaseUrl: string;
  config: Config;
  /** Shows what is being done: Chinese, English. */
  say: (chinese: string, english: string) => void;
}

/**
 * Loads the demonstration into an empty database while the worker runs, and answers the accounts to sign in with.
 * If it is interrupted, the next start empties the database and calls it again.
 */
export async function demo(_settings: DemoSettings): Promise<DemoAccount[]> {
  return [];
}
