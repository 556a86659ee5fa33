#!/usr/bin/env node
// The door for commands: `npm run luban -- <command> …`. Plain JavaScript, because it runs before anything is built.
// It builds what is stale (messages go to standard error, so a command's standard output stays its own), then calls
// the function named like the command in dist/apps/cli/src/<command>.command.js with the remaining arguments.
// That function returns (a promise of) its exit code, or nothing for 0.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer, buildWeb, checkoutRoot, BuildFailed } from './build.mjs';

const commands = {
  start: 'build if needed, start the database, the api, the worker and the web app',
  build: 'build the server and the web app (--force: even if nothing changed)',
  migrate: 'bring the database at DATABASE_URL to the newest schema (--down: one step back)',
  reset: 'delete the embedded database and begin anew, after asking',
  admin:
    'admin create --login NAME [--name TEXT]: make the first administrator (admin reset: a new password)',
  score: 'read a luban.score/1 bundle on standard input, write luban.result/1',
  scheme: 'scheme FILE.xlsx: read a CIS workbook, write luban.scheme/1',
  backtest: 'backtest PACK FILE.csv: replay a rule pack over contests of the past (--json)',
  rehearse: 'drive a running system through one whole competition',
  bench: 'measure the running system beside bare limits',
  demo: 'load the demonstration into an empty embedded database',
  check: 'lint, types, formatting and the guardians',
  roles: 'write docs/roles.md from the permissions (--check: only compare)',
  openapi: 'write docs/openapi.json and the web client types (--check: only compare)',
};

async function main([command, ...args]) {
  if (!command || command === 'help' || command === '--help' || command === '-h') {
    const width = Math.max(...Object.keys(commands).map((name) => name.length));
    const lines = Object.entries(commands).map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
    process.stdout.write(`luban <command>\n\n${lines.join('\n')}\n`);
    return command ? 0 : 2;
  }
  if (!/^[a-z][a-z-]*$/.test(command)) return unknown(command);
  process.env.LUBAN_ROOT = checkoutRoot;
  if (command === 'build') {
    const force = args.includes('--force');
    await Promise.all([buildServer({ force }), buildWeb({ force })]);
    return 0;
  }
  // `start` goes on with the database while the web app is still being built, and awaits it by itself.
  const web = command === 'start' ? buildWeb() : undefined;
  web?.catch(() => {}); // told by whoever awaits it
  await buildServer();
  const file = join(checkoutRoot, 'dist/apps/cli/src', `${command}.command.js`);
  if (!existsSync(file)) return unknown(command);
  const module = await import(pathToFileURL(file).href);
  return (await module[camelCase(command)](args, { web })) ?? 0;
}

function unknown(command) {
  process.stderr.write(`luban: there is no command "${command}". Try: ${Object.keys(commands).join(', ')}\n`);
  return 2;
}

const camelCase = (command) => command.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`luban: needs Node 20.19 or newer, this is ${process.versions.node}\n`);
  process.exit(1);
}

try {
  // The exit code is set, not forced: standard output may be a pipe that is still being read.
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const expected = error instanceof BuildFailed || error?.name === 'ConfigError';
  process.stderr.write(`luban: ${expected ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 1;
}
