import { parseArgs } from 'node:util';
import { Audit, systemActor } from '@luban/audit';
import { AccountService, canonicalLogin, PasswordHasher } from '@luban/identity';
import { Clock, createDataSource, Failure, migrate, readConfig, say } from '@luban/platform';
import { entities, migrations } from '../../../migrations/index.js';

const usage = `luban admin create --login NAME [--name TEXT]   make an administrator; prints the initial password once
luban admin reset --login NAME                  give any account a new initial password
`;

/**
 * `luban admin create|reset` with DATABASE_URL: the way in for whoever holds the database. The account's name and initial
 * password go to standard output. Exit code 0; 1 when refused; 2 when called wrongly.
 */
export async function admin(args: string[]): Promise<number> {
  const wish = read(args);
  if (!wish) {
    process.stderr.write(usage);
    return 2;
  }
  const { databaseUrl: url } = readConfig();
  if (!url) {
    process.stderr.write(
      'luban admin: set DATABASE_URL. The embedded database has its demo administrator, which `npm start` shows.\n',
    );
    return 2;
  }
  await migrate({ url, entities, migrations });
  const db = await createDataSource({
    url,
    entities,
    poolSize: 2,
    applicationName: 'luban admin',
  }).initialize();
  try {
    const clock = new Clock();
    const accounts = new AccountService(db, clock, new PasswordHasher(), new Audit(clock));
    const made =
      wish.verb === 'create'
        ? await accounts.create(systemActor, [
            { login: wish.login, displayName: wish.name, roles: [{ role: 'administrator' }] },
          ])
        : [await accounts.resetPassword(systemActor, await accounts.idOfLogin(wish.login))];
    for (const { login, initialPassword } of made) process.stdout.write(`${login}\n${initialPassword}\n`);
    process.stderr.write(
      'The second line is the initial password: it is shown this once and changed at the first sign-in.\n',
    );
    return 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { zh, en } = say(error.code, error.params);
    const faults = (error.extra['errors'] as { message: { zh: string; en: string } }[] | undefined) ?? [];
    const lines = [`${zh} ${en}`, ...faults.map(({ message }) => `  ${message.zh} ${message.en}`)];
    process.stderr.write(`luban admin: ${lines.join('\n')}\n`);
    return 1;
  } finally {
    await db.destroy();
  }
}

interface Wish {
  verb: 'create' | 'reset';
  login: string;
  name: string;
}

function read(args: string[]): Wish | undefined {
  const [verb, ...rest] = args;
  if (verb !== 'create' && verb !== 'reset') return undefined;
  try {
    const { values } = parseArgs({
      args: rest,
      options: { login: { type: 'string' }, name: { type: 'string' } },
    });
    if (!values.login) return undefined;
    const login = canonicalLogin(values.login);
    return { verb, login, name: values.name?.trim() || login };
  } catch {
    return undefined;
  }
}
