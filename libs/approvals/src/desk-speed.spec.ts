import { loadShippedCatalogues } from '@luban/catalogue';
import { ensureShippedPacks } from '@luban/rules';
import pg from 'pg';
import { testApp } from '../../../test/support/test-app.js';
import { loadYears } from '../../../apps/cli/src/bench/load-years.js';
import { DeskQueryDto, ReviewDesk } from './index.js';
const app = testApp({ worker: false });
it('is fast', async () => {
  const source = app.source;
  await loadShippedCatalogues(source);
  await ensureShippedPacks(source);
  const client = new pg.Client({ connectionString: (source.options as { url: string }).url });
  await client.connect();
  await loadYears(client, process.cwd(), { year: 2026, years: 20, latest: 2000, each: Number(process.env.EACH ?? 100) });
  await client.query('ANALYZE');
  await client.end();
  const [acc] = await source.query(`SELECT a.id, g.organisation_id o FROM account a JOIN role_grant g ON g.account_id=a.id WHERE a.login='bench-reviewer'`);
  const actor = { accountId: acc.id, organisationId: acc.o, grants: [{ role: 'reviewer' as const, organisationId: acc.o, eventId: null, skillId: null, delegationId: null }] };
  const desk = app.api.get(ReviewDesk);
  const [{ id }] = await source.query(`SELECT id FROM class_application WHERE state='underReview' AND plan_year=2026 LIMIT 1`);
  const q = (m: object) => Object.assign(new DeskQueryDto(), m);
  const asks: [string, () => Promise<unknown>][] = [
    ['all', () => desk.page(actor, q({}))],
    ['toReview', () => desk.page(actor, q({ queue: 'toReview' }))],
    ['year', () => desk.page(actor, q({ year: 2026 }))],
    ['blocking', () => desk.page(actor, q({ findings: 'blocking' }))],
    ['clean', () => desk.page(actor, q({ findings: 'clean' }))],
    ['overdue', () => desk.page(actor, q({ overdue: true }))],
    ['q', () => desk.page(actor, q({ q: '焊' }))],
    ['conditions', () => desk.page(actor, q({ queue: 'conditions' }))],
    ['review', () => desk.review(actor, id)],
    ['background', () => desk.background(actor, id)],
    ['calendar', () => desk.calendar(actor, { year: 2026 })],
  ];
  const out: string[] = [];
  for (const [what, ask] of asks) {
    await ask();
    const t: number[] = [];
    for (let i = 0; i < 5; i++) { const s = performance.now(); await ask(); t.push(performance.now() - s); }
    out.push(`${what}: ${t.map((x) => x.toFixed(0)).join(' ')}`);
  }
  const c = await desk.calendar(actor, { year: 2026 });
  out.push(`contests ${c.contests.length} collisions ${c.collisions.length} bytes ${JSON.stringify(c).length}`);
  process.stdout.write(out.join('\n') + '\n');
}, 200000);
