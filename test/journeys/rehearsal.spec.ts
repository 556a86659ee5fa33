import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Audit, systemActor } from '@luban/audit';
import { AccountService, PasswordHasher } from '@luban/identity';
import { Clock } from '@luban/platform';
import { writeCisScheme, writeSheetScheme } from '@luban/workbooks';
import { Rehearsal } from '../../apps/cli/src/rehearse/rehearsal.js';
import { ownScheme } from '../support/own-schemes.js';
import { testApp } from '../support/test-app.js';

// The whole way of a competition over HTTP, from the draft to the medals and a correction, as `npm run rehearse` goes it.

const app = testApp({ listen: true });
const workbooks = join(process.cwd(), '..', 'shared', 'data', 'worldskills', 'marking-schemes');
const real = join(workbooks, 'ES2025_Marking_Scheme_Web_Development_17.xlsx');

async function rehearse(
  scheme: { name: string; bytes: Buffer },
  size: { delegations: number; skills: number },
) {
  const clock = new Clock();
  const accounts = new AccountService(app.source, clock, new PasswordHasher(), new Audit(clock));
  const [admin] = await accounts.create(systemActor, [
    { displayName: '管理员', roles: [{ role: 'administrator' }] },
  ]);
  if (!admin) throw new Error('no administrator');
  const quiet = { step: () => {}, of: () => {} };
  const first = await fetch(`${app.address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.address },
    body: JSON.stringify({ login: admin.login, password: admin.initialPassword }),
  });
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const password = 'A-long-password-of-the-journey';
  await fetch(`${app.address}/api/v1/account/password`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', origin: app.address, cookie },
    body: JSON.stringify({ current: admin.initialPassword, next: password }),
  });
  const rehearsal = new Rehearsal(
    { url: app.address, scheme, ...size, seed: 7, admin: { login: admin.login, password } },
    quiet,
  );
  return rehearsal.run();
}

describe('a competition from its draft to its medals', () => {
  it('runs with a 评分表 of our own, three skills with every kind of policy', async () => {
    const scheme = { name: '评分表.xlsx', bytes: await writeSheetScheme(ownScheme()) };
    const { checks, counts } = await rehearse(scheme, { delegations: 8, skills: 3 });
    expect(checks.lines.filter(({ ok }) => !ok)).toEqual([]);
    expect(counts.rulings).toBeGreaterThan(0);
    expect(counts.formsMarked).toBe(3 * 7 * 10);
  }, 180_000);

  it('runs with a CIS workbook: the real one of EuroSkills 2025 where it is at hand, otherwise our own export', async () => {
    const scheme = existsSync(real)
      ? { name: 'ES2025.xlsx', bytes: readFileSync(real) }
      : { name: 'own.xlsx', bytes: await writeCisScheme(ownScheme()) };
    if (!existsSync(real))
      console.info('No ../shared here: the journey uses a workbook our own exporter wrote.');
    const { checks } = await rehearse(scheme, { delegations: 6, skills: 1 });
    expect(checks.lines.filter(({ ok }) => !ok)).toEqual([]);
  }, 180_000);
});
