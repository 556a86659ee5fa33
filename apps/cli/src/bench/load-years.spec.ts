import { loadShippedCatalogues } from '@luban/catalogue';
import { ensureShippedPacks } from '@luban/rules';
import pg from 'pg';
import { testDatabase } from '../../../../test/support/test-database.js';
import { loadYears } from './load-years.js';

const database = testDatabase();

it('loads applications in all states and the plans of the years, the same each time', async () => {
  await loadShippedCatalogues(database.source);
  await ensureShippedPacks(database.source);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const [latest, each, years] = process.env.YEARS_OF?.split(',').map(Number) ?? [160, 12, 3];
  try {
    await loadYears(client, process.cwd(), {
      year: 2026,
      years: years ?? 3,
      latest: latest ?? 160,
      each: each ?? 12,
    });
  } finally {
    await client.end();
  }
  const counted = (sql: string): Promise<{ key: string; count: number }[]> => database.source.query(sql);
  expect(
    await counted(
      `SELECT plan_year::text AS key, count(*)::int FROM class_application GROUP BY 1 ORDER BY 1 DESC LIMIT 2`,
    ),
  ).toEqual([
    { key: '2026', count: latest },
    { key: '2025', count: each },
  ]);
  const states = await counted(
    `SELECT state AS key, count(*)::int FROM class_application GROUP BY 1 ORDER BY 1`,
  );
  expect(states.map(({ key }) => key)).toEqual([
    'accepted',
    'declined',
    'granted',
    'grantedWithConditions',
    'returned',
    'submitted',
    'underReview',
    'withdrawn',
  ]);
  const [loose] = await counted(
    `SELECT 'loose' AS key, count(*)::int FROM class_application a WHERE policy IS NULL
        OR NOT EXISTS (SELECT 1 FROM application_occupation c WHERE c.application_id = a.id)
        OR NOT EXISTS (SELECT 1 FROM application_submission s WHERE s.application_id = a.id AND jsonb_array_length(s.findings) > 5)`,
  );
  expect(loose?.count).toBe(0);
  const listed = await counted(
    `SELECT v.published_at IS NOT NULL AS key, count(*)::int FROM plan_item i JOIN plan_version v ON v.id = i.version_id GROUP BY 1 ORDER BY 1`,
  );
  expect(listed.map(({ key }) => key)).toEqual([false, true]);
});
