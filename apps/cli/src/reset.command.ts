import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { readConfig, stopEmbeddedPostgres } from '@luban/platform';
import { embeddedHome } from './launcher/database.js';
import { LaunchLock } from './launcher/launch-lock.js';

/** What belongs to an installation, and goes when it begins anew. */
const contents = ['postgres', 'postgres.half', 'postgres.json', 'postgres.log', 'demo.json', 'files', 'logs'];

/**
 * `npm run reset [-- --yes]`: deletes the embedded database and the files kept beside it, after asking. Never touches a
 * database given by DATABASE_URL.
 */
export async function reset(args: string[]): Promise<number> {
  const config = readConfig();
  if (config.databaseUrl) {
    return refuse(
      'DATABASE_URL 指定的数据库不会被清空。',
      'The database at DATABASE_URL is never deleted: unset DATABASE_URL.',
    );
  }
  const holder = new LaunchLock(config.dataDir).holder();
  if (holder) {
    return refuse(
      `请先停止 Luban：kill ${holder.pid}`,
      `Luban is running on this data: stop it first (kill ${holder.pid}).`,
    );
  }
  const home = embeddedHome(config);
  const there = [...new Set([home, config.dataDir])].flatMap((folder) =>
    contents.map((name) => join(folder, name)),
  );
  const found = there.filter((path) => existsSync(path));
  if (!found.length) {
    process.stdout.write('没有数据可清空 There is nothing to delete.\n');
    return 0;
  }
  process.stdout.write(`将永久删除 This deletes for ever:\n${found.map((path) => `  ${path}`).join('\n')}\n`);
  if (!args.includes('--yes') && !(await confirmed())) {
    process.stdout.write('没有删除任何内容 Nothing was deleted.\n');
    return 1;
  }
  await stopEmbeddedPostgres(home, 2000);
  for (const path of found) rmSync(path, { recursive: true, force: true });
  process.stdout.write('已清空。重新开始：npm start  Done. Begin anew: npm start\n');
  return 0;
}

async function confirmed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    const answer = await Promise.race([terminal.question('输入 yes 确认 Type yes to go on: '), closed]);
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    terminal.close();
  }
}

function refuse(chinese: string, english: string): number {
  process.stderr.write(`${chinese}\n${english}\n`);
  return 1;
}
