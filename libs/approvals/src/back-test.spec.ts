import { Audit } from '@luban/audit';
import { loadShippedCatalogues } from '@luban/catalogue';
import { newId, StandingClock } from '@luban/platform';
import { ensureShippedPacks, RulePackService } from '@luban/rules';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenSubmission } from '../../../test/support/world-applications.js';
import { country, givenApplicant, givenAuthority } from '../../../test/support/world-approvals.js';
import {
  ApplicationSubmission,
  BackTests,
  loadHistoricApplications,
  loadHistoricContests,
  recordedContests,
} from './index.js';
import type { SubmissionSnapshot } from './application-submission.js';
import { readApplication } from './application.queries.js';
import type { BackTestQuery } from './back-test.dto.js';

type Person = Awaited<ReturnType<typeof givenAuthority>>['reviewer'];

describe('a pack over the past', () => {
  const db = testDatabase();
  const query = (given: Partial<BackTestQuery> = {}): BackTestQuery => ({
    over: 'applications',
    years: 'all',
    only: 'all',
    limit: 100,
    ...given,
  });
  const ruledBy = (findings: { rule: string }[] = []) => findings.map(({ rule }) => rule);
  let tests: BackTests;
  let reviewer: Person;
  let host: Person;
  let other: Person;
  let pack2018: string;
  let pack2020: string;

  beforeAll(async () => {
    await loadShippedCatalogues(db.source);
    await ensureShippedPacks(db.source);
    await loadHistoricContests(db.source);
    await loadHistoricApplications(db.source);
    tests = new BackTests(db.source);
    const tx = db.source.manager;
    reviewer = (await givenAuthority(tx, country)).reviewer;
    const lead = await givenApplicant(tx);
    host = lead.host;
    other = (await givenApplicant(tx, 'association', '中国纺织工业联合会')).host;
    const five = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ code: null, name }));
    const leadId = lead.organisation.id;
    await givenSubmission(tx, { leadId, planYear: 2026, state: 'granted', occupations: five });
    await givenSubmission(tx, {
      leadId,
      planYear: 2026,
      state: 'declined',
      name: '全国另一竞赛',
      occupations: five,
    });
    await givenSubmission(tx, { leadId, planYear: 2026, state: 'submitted', name: '未决的竞赛' });
    const clock = new StandingClock(new Date('2026-11-22T00:00:00Z'));
    const { items } = await new RulePackService(db.source, clock, new Audit(clock)).list(reviewer, {
      limit: 50,
    });
    pack2018 = items.find(({ code }) => code === 'class-status-2018')?.id ?? '';
    pack2020 = items.find(({ code }) => code === 'class-status-2020')?.id ?? '';
  });

  it('decides the public records again, as the command line does', async () => {
    const { counts, items, planYears } = await tests.run(
      reviewer,
      pack2020,
      query({ over: 'records', only: 'flips' }),
    );
    expect(counts).toMatchObject({ cases: recordedContests.length, granted: 27, declined: 2, flips: 2 });
    expect(items.map(({ planYear, deciding }) => [planYear, deciding.map(({ rule }) => rule)])).toEqual([
      [2022, ['occupations-at-most-two']],
      [2012, ['occupations-at-most-one']],
    ]);
    expect([planYears[0], planYears.at(-1)]).toEqual([2025, 2003]);
  });

  it('decides decided applications again: a declined one that stays declined does not flip', async () => {
    const { items, counts } = await tests.run(reviewer, pack2020, query({ planYear: 2026 }));
    expect(
      items.map(({ officialName, decisionThen, decision, flips }) => [
        officialName,
        decisionThen,
        decision,
        flips,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['全国智能制造应用技术技能竞赛', 'grant', 'decline', true],
        [expect.stringContaining('全国另一竞赛') as string, 'decline', 'decline', false],
      ]) as unknown[],
    );
    expect(counts).toMatchObject({ cases: 2, flips: 1, declined: 2 });
  });

  it('looks at what was decided on: an amendment since then falsifies nothing', async () => {
    const tx = db.source.manager;
    const lead = await givenApplicant(tx, 'association', '中国船舶工业行业协会');
    const { id } = await givenSubmission(tx, {
      leadId: lead.organisation.id,
      planYear: 2025,
      state: 'granted',
      name: '全国船舶行业职业技能竞赛',
    });
    const document = (kind: string, pageCode: string | null = null) => ({ id: newId(), kind, pageCode });
    const [submission] = await tx.find(ApplicationSubmission, { where: { applicationId: id } });
    const { statement } = submission?.snapshot as SubmissionSnapshot;
    const documents = ['request', 'implementationPlan', 'feasibility', 'standard'].map((kind) =>
      document(kind),
    );
    await tx.update(ApplicationSubmission, { applicationId: id }, {
      snapshot: { statement, documents: [...documents, document('stampedForm', '1-ABCD-EFGH')] },
    } as never);
    const decided = async () => {
      const { items } = await tests.run(reviewer, pack2020, query({ planYear: 2025 }));
      const own = items.find(({ applicationId }) => applicationId === id);
      return [own?.decision, own?.flips, [...(own?.passed ?? []), ...ruledBy(own?.deciding)].sort()];
    };
    const before = await decided();
    expect(before).toEqual(['grant', false, expect.arrayContaining(['documents-complete'])]);
    await tx.query(
      `UPDATE class_application SET name = '全国船舶修造', content_version = 2, final_from = '2025-11-02',
              final_to = '2025-11-03' WHERE id = $1`,
      [id],
    );
    await tx.query(`UPDATE application_party SET kind = 'school' WHERE application_id = $1`, [id]);
    expect(await decided()).toEqual(before);
    const trial = await tests.trial(reviewer, pack2020, id);
    expect(trial.decision).toBe('grant');
    const shown = await readApplication(tx, lead.host, id, new Date('2027-05-01T00:00:00Z'));
    expect(shown.findings).toEqual(submission?.findings);
  });

  it('takes what was invented for no evidence: records entered as applications flip as the records do', async () => {
    const flipsOf = async (packId: string) => {
      const flipped = (over: 'applications' | 'records') =>
        tests.run(reviewer, packId, query({ over, only: 'flips' })).then(({ items }) =>
          items
            .filter(({ planYear }) => planYear >= 2018 && planYear < 2026)
            .map(({ officialName }) => officialName)
            .sort(),
        );
      return [await flipped('applications'), await flipped('records')];
    };
    for (const packId of [pack2018, pack2020]) {
      const [applications, records] = await flipsOf(packId);
      expect(applications).toEqual(records);
      expect(applications?.length).toBeGreaterThan(0);
    }
  });

  it('looks at the newest year where it is asked to, and says which', async () => {
    const { planYear, planYears, counts } = await tests.run(reviewer, pack2020, query({ years: 'newest' }));
    expect([planYear, planYears[0], counts.cases]).toEqual([2026, 2026, 2]);
  });

  it('shows each only what is within reach', async () => {
    expect((await tests.run(host, pack2020, query())).counts.cases).toBe(2);
    expect((await tests.run(other, pack2020, query())).counts.cases).toBe(0);
  });

  it('comes in pages, counts being of the whole', async () => {
    const first = await tests.run(reviewer, pack2020, query({ limit: 10 }));
    const second = await tests.run(reviewer, pack2020, query({ limit: 10, after: first.next ?? '' }));
    expect([first.items.length, first.next, first.counts]).toEqual([10, '10', second.counts]);
    expect(second.items[0]).not.toEqual(first.items[0]);
  });
});
