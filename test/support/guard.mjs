// Stands beside a test run and puts everything away when the run has finished – also when it was interrupted or killed:
// stops the throw-away server, or drops the run's databases on a server that was given, forgets its queues in Redis, then
// removes the run's folder.
// Arguments: folder of the run, process id of jest, prefix of the run's databases. DATABASE_URL as the run had it.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';

const [run, jestPid, prefix] = process.argv.slice(2);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => {});

while (isAlive(Number(jestPid)) && !existsSync(join(run, 'finished'))) await sleep(100);
if (process.env.DATABASE_URL) await dropDatabases(process.env.DATABASE_URL);
else await stopServer();
if (process.env.REDIS_URL) await forgetQueues(process.env.REDIS_URL);
rmSync(run, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

async function stopServer() {
  // A server may be coming up at this very moment: look again until none has been there for a while.
  for (let quiet = 0; quiet < 3; quiet++) {
    const pid = postmaster();
    if (pid && isAlive(pid)) {
      kill(pid, 'SIGQUIT'); // at once: nothing in it is worth a checkpoint
      for (let i = 0; i < 100 && isAlive(pid); i++) await sleep(20);
      if (isAlive(pid)) kill(pid, 'SIGKILL');
      quiet = 0;
    }
    if (existsSync(join(run, 'finished'))) return; // an orderly end: nobody starts anything any more
    await sleep(200);
  }
}

function postmaster() {
  try {
    return Number(readFileSync(join(run, 'server', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

async function dropDatabases(url) {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      prefix,
    ]);
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  } catch {
    // the server is gone: so are the databases
  } finally {
    await client.end();
  }
}

/** Queues are named for their database (see `queuePrefix` of the configuration). */
async function forgetQueues(url) {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  redis.on('error', () => {});
  try {
    for await (const keys of redis.scanStream({ match: `luban-${prefix}*`, count: 500 })) {
      if (keys.length) await redis.unlink(...keys);
    }
  } catch {
    // Redis is gone: so are the queues
  } finally {
    redis.disconnect();
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function kill(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // already gone
  }
}
