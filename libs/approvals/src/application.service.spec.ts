import { StandingClock } from '@luban/platform';
import { ensureShippedPacks } from '@luban/rules';
import { testApp } from '../../../test/support/test-app.js';
import {
  country,
  draftWish,
  givenApplicant,
  givenAuthority,
  givenDocuments,
  givenWindow,
  wholeStatement,
} from '../../../test/support/world-approvals.js';
import { ApplicationReading } from './application-reading.service.js';
import { ApplicationSending } from './application-sending.service.js';
import { Applications } from './application.service.js';
import { ClassApplication } from './class-application.entity.js';

const clock = new StandingClock(new Date('2026-11-22T08:00:00Z'));
const app = testApp({ worker: false, clock });
const tx = () => app.source.manager;
const applications = () => app.api.get(Applications);
const sending = () => app.api.get(ApplicationSending);
const reading = () => app.api.get(ApplicationReading);

let office: Awaited<ReturnType<typeof givenAuthority>>;
let applicant: Awaited<ReturnType<typeof givenApplicant>>;

beforeAll(async () => {
  await ensureShippedPacks(app.source);
  office = await givenAuthority(tx());
  await givenWindow(tx(), clock.now());
});
beforeEach(async () => {
  clock.set(new Date('2026-11-22T08:00:00Z'));
  applicant = await givenApplicant(tx());
});

const drafted = () => applications().create(applicant.host, draftWish());
const whole = async () => {
  const { id, version } = await drafted();
  const application = await applications().edit(applicant.host, id, version, wholeStatement());
  await givenDocuments(tx(), application, clock.now());
  return application;
};

describe('a draft', () => {
  it('is led by the own organisation, and shows the findings of the pack in force', async () => {
    const draft = await drafted();
    expect(draft).toMatchObject({
      state: 'draft',
      leadOrganisationId: applicant.organisation.id,
      parties: [{ part: 'lead', organisationId: applicant.organisation.id }],
      policy: { code: 'class-status-2023', snapshot: false },
      officialName: '2027年全国行业职业技能竞赛——第十届全国智能制造应用技术技能竞赛',
      actions: ['edit', 'discard', 'submit'],
      window: { state: 'open' },
    });
    const inspections = draft.findings.find(({ check }) => check === 'annualInspections');
    expect(inspections).toMatchObject({ severity: 'unknown' });
    const said = await applications().edit(applicant.host, draft.id, draft.version, {
      content: { inspectionYears: [2024, 2025, 2026] },
    });
    expect(said.findings.find(({ check }) => check === 'annualInspections')).toMatchObject({
      severity: 'passed',
    });
  });
});

describe('autosave', () => {
  it('refuses a change of a version that is no longer the current one, and says which is', async () => {
    const draft = await drafted();
    await applications().edit(applicant.host, draft.id, draft.version, { edition: '第十一届' });
    await expect(
      applications().edit(applicant.host, draft.id, draft.version, { edition: '第十二届' }),
    ).rejects.toMatchObject({ code: 'platform.outdated', extra: { current: draft.version + 1 } });
  });

  it('leaves the version and the page code as they are when nothing changes', async () => {
    const draft = await whole();
    const again = await applications().edit(applicant.host, draft.id, draft.version, wholeStatement());
    expect(again).toMatchObject({ version: draft.version, pageCode: draft.pageCode });
    const other = await applications().edit(applicant.host, draft.id, draft.version, {
      finalTo: '2027-06-14',
    });
    expect(other.pageCode).not.toBe(draft.pageCode);
    expect(other.contentVersion).toBe(draft.contentVersion + 1);
  });

  it('keeps the rows of occupations that stay, so that their documents stay with them', async () => {
    const draft = await whole();
    const [fitter] = draft.occupations;
    const more = await applications().edit(applicant.host, draft.id, draft.version, {
      occupations: [{ name: '焊工' }, ...draft.occupations],
    });
    expect(more.occupations.map(({ name }) => name)).toEqual(['焊工', '装配钳工']);
    expect(more.occupations[1]?.id).toBe(fitter?.id);
  });

  it('names every field that cannot be', async () => {
    const draft = await drafted();
    const wish = wholeStatement({
      finalFrom: '2027-06-10',
      finalTo: '2027-06-01',
      heldYear: 2030,
      parties: [{ name: '某公司', kind: 'enterprise', part: 'lead' }],
      occupations: [{ name: '焊工' }, { name: '焊工' }, { name: '铣工', code: '6-18-01-02' }],
    });
    await expect(applications().edit(applicant.host, draft.id, draft.version, wish)).rejects.toMatchObject({
      extra: {
        errors: [
          { path: 'heldYear', code: 'approvals.held-year-unfit' },
          { path: 'finalTo', code: 'approvals.dates-reversed' },
          { path: 'parties.0.part', code: 'approvals.lead-is-fixed' },
          { path: 'occupations.1', code: 'approvals.occupation-twice' },
          { path: 'occupations.2.edition', code: 'approvals.code-needs-edition' },
        ],
      },
    });
  });
});

describe('submission', () => {
  it('snapshots the policy, keeps the findings and tells the acceptors', async () => {
    const draft = await whole();
    const sent = await sending().submit(applicant.host, draft.id, draft.version);
    expect(sent).toMatchObject({
      state: 'submitted',
      submittedAt: clock.now().toISOString(),
      policy: { code: 'class-status-2023', snapshot: true },
      submissions: [{ number: 1, pageCode: draft.pageCode }],
      steps: [{ action: 'submit', fromState: 'draft', toState: 'submitted' }],
    });
    expect(sent.submissions[0]?.findings.length).toBeGreaterThan(5);
    const kept = await tx().findOneByOrFail(ClassApplication, { id: draft.id });
    expect(kept.policy?.code).toBe('class-status-2023');
    const told: { code: string }[] = await tx().query(
      `SELECT code FROM notice WHERE account_id = $1 AND subject_id = $2`,
      [office.acceptor.accountId, draft.id],
    );
    expect(told).toEqual([{ code: 'approvals.notice-submitted' }]);
    await expect(
      applications().edit(applicant.host, draft.id, sent.version, { edition: '第一届' }),
    ).rejects.toMatchObject({ code: 'approvals.not-from-this-state' });
  });

  it('is made once when two people press the button at once', async () => {
    const draft = await whole();
    const both = await Promise.allSettled(
      [1, 2].map(() => sending().submit(applicant.host, draft.id, draft.version)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'approvals.not-from-this-state' });
    const { submissions } = await reading().application(applicant.host, draft.id);
    expect(submissions).toHaveLength(1);
  });

  it('is refused while something required is missing or a rule blocks, naming each', async () => {
    const draft = await drafted();
    await expect(sending().submit(applicant.host, draft.id, draft.version)).rejects.toMatchObject({
      code: 'approvals.incomplete',
      extra: {
        missing: [
          { field: 'purpose' },
          { field: 'contact' },
          { field: 'finalDates' },
          { field: 'occupations' },
        ],
      },
    });
    const occupations = ['车工', '铣工', '焊工', '电工', '钳工'].map((name) => ({
      name,
      standardExists: true,
      standardTopLevel: 1,
    }));
    const five = await applications().edit(
      applicant.host,
      draft.id,
      draft.version,
      wholeStatement({ occupations }),
    );
    await expect(sending().submit(applicant.host, draft.id, five.version)).rejects.toMatchObject({
      code: 'approvals.findings-blocking',
      extra: { findings: expect.arrayContaining([expect.objectContaining({ check: 'occupationsAtMost' })]) },
    });
  });

  it('counts when it arrived, to the second', async () => {
    const closesAt = new Date('2026-12-03T09:00:00Z');
    const area = { ...country, planYear: 2026 };
    await givenWindow(tx(), clock.now(), { ...area, opensAt: new Date('2026-11-25T01:00:00Z'), closesAt });
    const draft = async () => {
      const { id, version } = await applications().create(applicant.host, draftWish({ planYear: 2026 }));
      const dates = { finalFrom: '2026-12-20', finalTo: '2026-12-23' };
      const held = [2024, 2025].map((year) => ({ year, name: '竞赛', occupations: ['装配钳工'] }));
      const years = { inspectionYears: [2023, 2024, 2025], earlierEditions: held };
      const content = { ...wholeStatement().content, ...years };
      const wish = { ...wholeStatement(dates), content };
      const application = await applications().edit(applicant.host, id, version, wish);
      await givenDocuments(tx(), application, clock.now());
      return application;
    };
    const early = await draft();
    await expect(sending().submit(applicant.host, early.id, early.version)).rejects.toMatchObject({
      code: 'approvals.window-not-open',
      extra: { opensAt: '2026-11-25T01:00:00.000Z', serverTime: '2026-11-22T08:00:00.000Z' },
    });
    clock.set(new Date(closesAt.getTime() - 1));
    const inTime = await sending().submit(applicant.host, early.id, early.version);
    expect(inTime.submissions[0]?.arrivedAt).toBe('2026-12-03T08:59:59.999Z');
    const late = await draft();
    clock.set(closesAt);
    await expect(sending().submit(applicant.host, late.id, late.version)).rejects.toMatchObject({
      code: 'approvals.window-closed',
      params: { closesAt: '2026-12-03 17:00:00', serverTime: '2026-12-03 17:00:00' },
      extra: { closesAt: closesAt.toISOString(), serverTime: closesAt.toISOString() },
    });
  });
});
