import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertRedis, type Config, readConfig, recreateDatabase } from '@luban/platform';
import { localAddress, networkAddresses, whyNotListen } from './launcher/address.js';
import {
  bringUpToDate,
  type DemoAccount,
  DemoNote,
  EmbeddedDatabase,
  embeddedHome,
  isEmpty,
} from './launcher/database.js';
import { LaunchLock } from './launcher/launch-lock.js';
import { Part } from './launcher/part.js';
import { LogFile, ProgressLines } from './launcher/progress-lines.js';
import { StopSignal } from './launcher/stop-signal.js';
import { demo } from './demo.js';

/** How long the parts have to stop, in milliseconds: all of it stays under 15 s with the database. */
const partsStopWithinMs = 8000;

/**
 * `npm start`: builds (before this is called; the web app meanwhile), database, schema, demo, worker, api – one
 * address, until Ctrl-C. Answers the exit code.
 */
export async function start(args: string[], { web }: { web?: Promise<unknown> } = {}): Promise<number> {
  const lines = new ProgressLines();
  const config = readConfig();
  mkdirSync(config.dataDir, { recursive: true });
  const lock = new LaunchLock(config.dataDir);
  // Only the embedded database can have but one launcher.
  const holder = config.databaseUrl ? undefined : lock.take(localAddress(config));
  if (holder) {
    return refuse(
      `这份数据的 Luban 已在运行 (pid ${holder.pid})：${holder.address}`,
      `Luban is running on this data already, at ${holder.address}. Stop it with: kill ${holder.pid}`,
    );
  }
  const stopSignal = new StopSignal();
  const launch = new Launch(config, lines, !args.includes('--no-demo'));
  try {
    const busy = await whyNotListen(config, lock.leftBehind ? 10_000 : 0);
    if (busy) return refusePort(config.port, busy);
    await Promise.race([launch.up(web), stopSignal.received]);
    await stopSignal.received;
    lines.plain('');
    lines.step('正在停止', 'stopping …');
    return 0;
  } catch (error) {
    process.stderr.write(`\n${(error as Error).message}\n`);
    return 1;
  } finally {
    stopSignal.onSecond(() => launch.kill());
    await launch.down();
    if (!config.databaseUrl) lock.release();
    stopSignal.close();
    lines.step('已停止', 'stopped');
    // What was interrupted half-way (the demo) may still hold something; nothing is left that is worth waiting for.
    setTimeout(() => process.exit(), 1000).unref();
  }
}

function refuse(chinese: string, english: string): number {
  process.stderr.write(`${chinese}\n${english}\n`);
  return 1;
}

function refusePort(port: number, why: string): number {
  if (why === 'EADDRINUSE') {
    return refuse(
      `端口 ${port} 已被占用。换一个端口：PORT=${port + 1} npm start`,
      `Port ${port} is in use. Choose another: PORT=${port + 1} npm start`,
    );
  }
  return refuse(
    `无法监听端口 ${port} (${why})。换一个端口：PORT=3000 npm start`,
    `Cannot listen on port ${port} (${why}). Choose another: PORT=3000 npm start`,
  );
}

/** Everything that `npm start` starts, in order, and stops, in reverse. */
class Launch {
  private readonly root = process.env.LUBAN_ROOT ?? process.cwd();
  private readonly log: LogFile;
  private embedded: EmbeddedDatabase | undefined;
  private parts: Part[] = [];
  private rising: Promise<void> = Promise.resolve();
  private ending = false;

  constructor(
    private readonly config: Config,
    private readonly lines: ProgressLines,
    private readonly wantsDemo: boolean,
  ) {
    this.log = new LogFile(join(config.dataDir, 'logs', 'luban.log'), (line) => lines.plain(line));
  }

  up(web: Promise<unknown> | undefined): Promise<void> {
    this.rising = this.rise(web);
    return this.rising;
  }

  async down(): Promise<void> {
    this.ending = true;
    // What is being started at this moment is waited for, so that nothing comes up after the end; the demo is not.
    await Promise.race([this.rising.catch(() => {}), sleep(3000)]);
    await Promise.all(this.parts.map((part) => part.stop(partsStopWithinMs)));
    await this.embedded?.stop();
  }

  private async rise(web: Promise<unknown> | undefined): Promise<void> {
    const url = this.config.databaseUrl ?? (await this.startEmbedded());
    if (this.config.databaseUrl) this.lines.step('数据库', 'database: the one at DATABASE_URL');
    if (this.config.redisUrl) await assertRedis(this.config.redisUrl);
    this.assertWanted();
    const ran = await bringUpToDate(url);
    this.lines.step('表结构', ran ? `schema: ${ran} migrations applied` : 'schema: up to date');
    await this.startPart('worker', url);
    const accounts = this.embedded ? await this.loadDemo(this.embedded.home, url) : [];
    await web;
    await this.startPart('api', url);
    this.embedded?.keepAlive((moved) => void this.moveTo(moved).catch(() => this.kill()));
    this.tellReady(accounts, await isEmpty(url));
  }

  /** The embedded database came back at another address: the parts are started anew with it. */
  private async moveTo(url: string): Promise<void> {
    await Promise.all(this.parts.map((part) => part.stop(partsStopWithinMs)));
    this.parts = [];
    await this.startPart('worker', url);
    await this.startPart('api', url);
  }

  private assertWanted(): void {
    if (this.ending) throw new Error('stopped');
  }

  /** At once, without asking. */
  kill(): void {
    for (const part of this.parts) part.kill();
  }

  private async startEmbedded(): Promise<string> {
    const home = embeddedHome(this.config);
    const said: Record<string, [string, string]> = {
      initialising: ['数据库', 'database: making a new embedded PostgreSQL …'],
      recovering: ['数据库', 'database: recovering after an unclean stop …'],
      adopted: ['数据库', 'database: taking over the one that is still running'],
      killed: ['数据库', 'database: it was killed; starting it again …'],
      again: ['数据库', 'database: running again'],
    };
    this.embedded = new EmbeddedDatabase(home, (step) => {
      const [chinese, english] = said[step] ?? ['数据库', `database: ${step}`];
      this.lines.step(chinese, english);
    });
    const url = await this.embedded.start();
    // The demo was being loaded when the last start was interrupted: nothing else can be in there.
    if (new DemoNote(home).read()?.state === 'loading') await recreateDatabase(url);
    this.lines.step('数据库', `database: embedded PostgreSQL, data in ${home}`);
    return url;
  }

  private async startPart(name: 'api' | 'worker', url: string): Promise<void> {
    this.assertWanted();
    const part = new Part({
      name,
      file: join(this.root, 'dist', 'apps', name, 'src', 'main.js'),
      cwd: this.root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LUBAN_ROOT: this.root,
        DATABASE_URL: url,
        DATA_DIR: this.config.dataDir,
        LUBAN_EMBEDDED: String(Boolean(this.embedded)),
      },
      onLine: (line) => this.log.write(name, line),
      onCrash: (how, againInMs) => {
        if (this.ending) return;
        this.lines.step('重新启动', `${name} ended (${how}); again in ${againInMs / 1000} s`);
      },
    });
    this.parts.push(part);
    await part.start();
    this.lines.step(name === 'api' ? '接口' : '后台任务', `${name}: ready`);
  }

  /** Loads the demo into a database with nothing in it. */
  private async loadDemo(home: string, url: string): Promise<DemoAccount[]> {
    const note = new DemoNote(home);
    const known = note.read();
    if (known?.state === 'loaded') return known.accounts;
    if (!this.wantsDemo || (!known && !(await isEmpty(url)))) return [];
    this.lines.step('演示数据', 'demo: loading …');
    note.write('loading', []);
    const say = (chinese: string, english: string) => this.lines.step(chinese, english);
    const accounts = await demo({ databaseUrl: url, config: this.config, say });
    note.write('loaded', accounts);
    this.lines.step('演示数据', 'demo: loaded');
    return accounts;
  }

  private tellReady(accounts: DemoAccount[], nobodyYet: boolean): void {
    const [first, ...others] = [localAddress(this.config), ...networkAddresses(this.config)];
    const width = Math.max(0, ...accounts.map(({ login }) => login.length));
    this.lines.step('就绪', 'ready');
    this.lines.plain(
      '',
      `  鲁班 Luban   ${first}`,
      ...others.map((address) => `  平板与手机 tablets and phones   ${address}`),
      '',
      ...(accounts.length ? ['  演示账号（演示数据） demo accounts, password in the second column:'] : []),
      ...accounts.map(({ role, login, password }) => `    ${login.padEnd(width)}  ${password}  ${role}`),
      ...(nobodyYet ? ['  还没有账号 no account yet: npm run luban -- admin create --login NAME'] : []),
      '',
      `  日志 log   ${this.log.path}`,
      '  停止 stop   Ctrl-C',
      '',
    );
  }
}
