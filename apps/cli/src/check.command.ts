import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface Step {
  name: string;
  /** Arguments of node: the tool's own script first. */
  command: string[];
  env?: Record<string, string>;
  /** What it says is shown even when all is well. */
  tells?: boolean;
}

const tool = (path: string): string => join('node_modules', path);

const report = process.env.LUBAN_JEST_JSON;
const jestReport = report ? ['--json', `--outputFile=${report}`] : [];

/** Two rows of steps, side by side: two cores. */
const rows: Step[][] = [
  [
    {
      name: 'lint',
      command: [
        tool('eslint/bin/eslint.js'),
        '.',
        '--cache',
        '--cache-location',
        'node_modules/.cache/eslint/',
      ],
    },
    {
      name: 'formatting',
      command: [tool('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'],
    },
  ],
  [
    { name: 'types of the server', command: [tool('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
    {
      name: 'types of the web app',
      command: [tool('typescript/bin/tsc'), '--noEmit', '-p', 'apps/web/tsconfig.json'],
    },
    { name: 'API document and client', command: ['apps/cli/luban.mjs', 'openapi', '--check'] },
    { name: 'page of roles', command: ['apps/cli/luban.mjs', 'roles', '--check'] },
    {
      name: 'guardians',
      // CI counts the tests: LUBAN_JEST_JSON names the file for that.
      command: [tool('jest/bin/jest.js'), 'test/guardians', ...jestReport],
      env: { LUBAN_SHOW_ROUTES: '1' },
      tells: true,
    },
  ],
];

/**
 * `npm run check`: lint, types, formatting, the guardians, and that what is generated is up to date. All of it is run
 * and told; answers 1 if anything is wrong. Files that are too long are told, not failed.
 */
export async function check(): Promise<number> {
  const root = process.env.LUBAN_ROOT ?? process.cwd();
  const results = await Promise.all(rows.map((row) => inOrder(row, root)));
  const failed = results.flat().filter(({ ok }) => !ok);
  process.stdout.write(
    failed.length ? `\n${failed.map(({ name }) => `✗ ${name}`).join('\n')}\n` : '\neverything is in order\n',
  );
  return failed.length ? 1 : 0;
}

async function inOrder(steps: Step[], root: string): Promise<{ name: string; ok: boolean }[]> {
  const results: { name: string; ok: boolean }[] = [];
  for (const step of steps) results.push({ name: step.name, ok: await run(step, root) });
  return results;
}

async function run({ name, command, env, tells }: Step, root: string): Promise<boolean> {
  const startedAt = Date.now();
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  if (code !== 0 || tells) process.stdout.write(`${output.trim()}\n\n`);
  return code === 0;
}
