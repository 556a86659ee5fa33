import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = Number(process.env.BROWSER_TEST_PORT ?? 3190);
// Playwright reads this file again in each worker: they must all speak of the same folder.
const dataDir = (process.env.BROWSER_TEST_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'luban-browser-')));

/**
 * Real-browser tests: each role's path through a system that was started as a newcomer starts it, with its own data,
 * on a port of its own. Chromium comes from the machine (`CHROMIUM` names it where it is not on the path).
 */
export default defineConfig({
  testDir: '.',
  outputDir: join(root, 'test-results/browser'),
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: join(root, 'test-results/browser.json') }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium(),
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    },
  },
  webServer: {
    command: 'node apps/cli/luban.mjs start',
    cwd: root,
    url: `http://localhost:${port}/api/health`,
    env: { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '' },
    reuseExistingServer: false,
    // A fresh checkout builds first and then plays the demo through: minutes on a busy two-core machine.
    timeout: 420_000,
    gracefulShutdown: { signal: 'SIGINT', timeout: 20_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});

/** The machine's Chromium. Playwright's own download is never used: a test machine may have no internet. */
function chromium(): string {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // Not under this name.
    }
  }
  throw new Error(
    'No Chromium found: install one (apt-get install chromium fonts-noto-cjk) or name it in CHROMIUM',
  );
}
