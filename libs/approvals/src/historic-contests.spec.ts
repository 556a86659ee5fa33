import { loadShippedCatalogues } from '@luban/catalogue';
import { ensureShippedPacks } from '@luban/rules';
import { testDatabase } from '../../../test/support/test-database.js';
import { loadHistoricApplications, loadHistoricContests, recordedContests } from './index.js';

describe('contests of earlier years', () => {
  const db = testDatabase();

  beforeAll(async () => {
    await loadShippedCatalogues(db.source);
    await ensureShippedPacks(db.source);
    await Promise.all([loadHistoricContests(db.source), loadHistoricContests(db.source)]);
  });

  it('are stored once, each with its source, its grade and the key of its contest', async () => {
    const rows: { officialName: string; contestKey: string; source: string }[] = await db.source.query(
      `SELECT official_name AS "officialName", contest_key AS "contestKey", source FROM historic_contest`,
    );
    expect(rows).toHaveLength(recordedContests.length);
    expect(rows.every(({ source }) => source.length > 5)).toBe(true);
    const design = rows.filter(({ officialName }) => officialName.includes('工业设计'));
    expect(design.map(({ contestKey }) => contestKey)).toEqual(Array(5).fill('全国工业设计'));
    const [{ count }]: [{ count: number }] = await db.source.query(`SELECT count(*)::int FROM plan_count`);
    expect(count).toBe(6);
  });

  it('become granted applications from 2018 on, with what was invented named', async () => {
    await Promise.all([loadHistoricApplications(db.source), loadHistoricApplications(db.source)]);
    await loadHistoricApplications(db.source);
    const rows: {
      officialName: string;
      name: string;
      edition: string | null;
      lead: string;
      pack: string;
      synthetic: string[];
      occupations: number;
      coded: number;
    }[] = await db.source.query(
      `SELECT s.official_name AS "officialName", a.name, a.edition, o.name AS lead, p.code AS pack, a.synthetic,
              (SELECT count(*)::int FROM application_occupation w WHERE w.application_id = a.id) AS occupations,
              (SELECT count(code)::int FROM application_occupation w WHERE w.application_id = a.id) AS coded
         FROM class_application a JOIN class_status s ON s.application_id = a.id
         JOIN organisation o ON o.id = a.lead_organisation_id JOIN rule_pack p ON p.id = a.rule_pack_id
        WHERE a.historic AND a.state = 'granted' ORDER BY a.plan_year, s.official_name`,
    );
    const since2018 = recordedContests.filter(({ planYear }) => planYear >= 2018);
    expect(rows.map(({ officialName }) => officialName).sort()).toEqual(
      since2018.map(({ officialName }) => officialName).sort(),
    );
    expect(rows.every(({ synthetic }) => synthetic.includes('submittedAt'))).toBe(true);
    expect(rows.find(({ name }) => name.includes('智能制造'))).toMatchObject({
      edition: '第四届',
      name: '全国智能制造应用技术技能大赛',
      lead: '中华全国总工会',
      pack: 'class-status-2020',
      occupations: 5,
    });
    expect(rows.find(({ name }) => name.includes('人工智能'))).toMatchObject({
      lead: '主办单位不详（公开记录未载明）',
      synthetic: expect.arrayContaining(['leadOrganisation', 'occupations', 'finalFrom']) as string[],
    });
    expect(rows.reduce((sum, { coded }) => sum + coded, 0)).toBeGreaterThan(30);
  });
});
