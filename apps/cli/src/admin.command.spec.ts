import { testDatabase } from '../../../test/support/test-database.js';
import { admin } from './admin.command.js';

const database = testDatabase();

/** What the command answers and writes. */
async function run(...args: string[]): Promise<{ code: number; out: string[]; err: string }> {
  const out = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = database.url;
  try {
    const code = await admin(args);
    const text = (spy: typeof out) => spy.mock.calls.map(([chunk]) => String(chunk)).join('');
    return { code, out: text(out).split('\n').filter(Boolean), err: text(err) };
  } finally {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    out.mockRestore();
    err.mockRestore();
  }
}

it('makes an administrator whose password is shown once and has to be changed', async () => {
  const { code, out } = await run('create', '--login', 'Root.Admin', '--name', '管理员');
  expect(code).toBe(0);
  expect(out).toEqual(['root.admin', expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/)]);
  const rows = await database.source.query(
    `SELECT a.display_name, a.must_change_password, g.role FROM account a JOIN role_grant g ON g.account_id = a.id
      WHERE a.login = 'root.admin' AND g.event_id IS NULL AND g.organisation_id IS NULL`,
  );
  expect(rows).toEqual([{ display_name: '管理员', must_change_password: true, role: 'administrator' }]);
});

it('refuses a login that is taken, and resets its password instead', async () => {
  const again = await run('create', '--login', 'root.admin');
  expect(again.code).toBe(1);
  expect(again.err).toMatch('账号已被使用');
  const before = await database.source.query(`SELECT password_hash FROM account WHERE login = 'root.admin'`);
  const reset = await run('reset', '--login', 'root.admin');
  expect(reset.out[0]).toBe('root.admin');
  expect(
    await database.source.query(`SELECT password_hash FROM account WHERE login = 'root.admin'`),
  ).not.toEqual(before);
});

it('says how it is called when it is called wrongly', async () => {
  for (const args of [[], ['create'], ['remove', '--login', 'x'], ['create', '--login', 'abc', '--sudo']]) {
    const { code, err } = await run(...args);
    expect([code, err]).toEqual([2, expect.stringMatching('luban admin create')]);
  }
  expect((await run('reset', '--login', 'nobody.here')).code).toBe(1);
});
