import type { Actor } from '@luban/audit';
import { shippedPacks } from '@luban/rulebook';
import { testApp } from '../../../test/support/test-app.js';
import { givenSubmission, onePagePdf } from '../../../test/support/world-applications.js';
import { givenApplicant, givenAuthority } from '../../../test/support/world-approvals.js';
import { amendmentWeight, amendmentWeights } from './amendment-weights.js';
import {
  Amendments,
  applicationFields,
  ApplicationSending,
  ApplicationCondition,
  ClassApplication,
  ClassStatus,
  Conditions,
  Decisions,
  ReviewDesk,
  statementOf,
  subjectsOf,
} from './index.js';
import { reviewHomeItems } from './review-home-items.js';
import { reviewReminders } from './review-reminders.js';

const app = testApp({ worker: false });
type Person = Actor & { accountId: string };
let ministry: { acceptor: Person; reviewer: Person };
let lead: { organisation: { id: string }; host: Person };
let tx: typeof app.source.manager;
let amendments: Amendments;

beforeAll(async () => {
  tx = app.source.manager;
  ministry = await givenAuthority(tx);
  lead = await givenApplicant(tx);
  amendments = app.api.get(Amendments);
});

const granted = (given: Partial<Parameters<typeof givenSubmission>[1]> = {}) =>
  givenSubmission(tx, { leadId: lead.organisation.id, state: 'granted', ...given });

const reason = '承办单位调整';

describe('an amendment', () => {
  it('that is minor is recorded and in force at once', async () => {
    const { id } = await granted();
    const changes = { content: { contact: { name: '李敏', phone: '010-1' } }, finalFrom: '2027-06-11' };
    const review = await amendments.amend(lead.host, id, 1, { reason, changes });
    expect(review.amendments).toMatchObject([{ number: 1, weight: 'minor', state: 'recorded' }]);
    expect(review.amendments[0]?.changes.map(({ field }) => field)).toEqual(['finalDates', 'contact']);
    const application = await tx.findOneByOrFail(ClassApplication, { id });
    expect(application).toMatchObject({
      finalFrom: '2027-06-11',
      state: 'granted',
      contentVersion: 2,
      version: 2,
    });
  });

  it('that is substantial waits, and once granted class status follows it', async () => {
    const { id } = await granted();
    const changes = { occupations: [{ edition: null, code: null, name: '工业机器人系统操作员' }] };
    const waiting = await amendments.amend(lead.host, id, 1, { reason, changes });
    expect(waiting.amendments).toMatchObject([{ weight: 'substantial', state: 'submitted' }]);
    const before = await statementOf(tx, await tx.findOneByOrFail(ClassApplication, { id }));
    expect(before.occupations.map(({ name }) => name)).toEqual(['焊工']);
    await expect(
      amendments.amend(lead.host, id, 2, { reason, changes: { edition: '第十一届' } }),
    ).rejects.toMatchObject({
      code: 'approvals.amendment-pending',
    });
    const amendmentId = waiting.amendments[0]!.id;
    const decision = { outcome: 'granted', reason: '同意', article: '第六条' } as const;
    const review = await amendments.decide(ministry.reviewer, id, amendmentId, 2, decision);
    expect(review.amendments).toMatchObject([
      { state: 'granted', decisionReason: '同意', article: '第六条' },
    ]);
    const status = await tx.findOneByOrFail(ClassStatus, { applicationId: id });
    expect(status.occupations).toMatchObject([{ name: '工业机器人系统操作员' }]);
  });

  it('that makes a finding worse is substantial, though what it changes is minor, and the preview says why', async () => {
    const { id } = await granted({ content: { experts: { count: 12 }, judges: { count: 30 } } });
    await tx.query(`UPDATE class_application SET policy = $2 WHERE id = $1`, [
      id,
      JSON.stringify(shippedPacks.at(-1)),
    ]);
    const fewer = { content: { judges: { count: 0 } } };
    expect(await amendments.preview(lead.host, id, { changes: fewer })).toMatchObject({
      weight: 'substantial',
      changes: [{ field: 'judges', weight: 'minor' }],
      worsened: [{ check: 'peopleAtLeast' }],
    });
    const later = { finalFrom: '2027-11-10', finalTo: '2027-11-13' };
    const moved = await amendments.preview(lead.host, id, { changes: later });
    expect(moved).toMatchObject({
      weight: 'substantial',
      worsened: [{ check: 'finalNotInMonths', severity: 'warning' }],
    });
    const waits = await amendments.amend(lead.host, id, 1, { reason, changes: fewer });
    expect(waits.amendments).toMatchObject([{ weight: 'substantial', state: 'submitted' }]);
    const application = await tx.findOneByOrFail(ClassApplication, { id });
    expect(application.content.judges?.count).toBe(30);
    const more = await granted({ content: { judges: { count: 30 } } });
    const one = await amendments.preview(lead.host, more.id, {
      changes: { content: { judges: { count: 31 } } },
    });
    expect(one).toMatchObject({ weight: 'minor', worsened: [] });
  });

  it('does not take the final out of the year in which it is held', async () => {
    const { id } = await granted();
    const changes = { finalFrom: '2029-06-10', finalTo: '2029-06-13' };
    await expect(amendments.amend(lead.host, id, 1, { reason, changes })).rejects.toMatchObject({
      code: 'approvals.final-outside-year',
      extra: { errors: [{ path: 'changes.finalFrom' }] },
    });
  });

  it('that is declined changes nothing, and says why', async () => {
    const { id } = await granted();
    const waiting = await amendments.amend(lead.host, id, 1, {
      reason,
      changes: { name: '全国智能装备技能竞赛' },
    });
    const decision = { outcome: 'declined', reason: '须重新申报', article: '第六条' } as const;
    const review = await amendments.decide(ministry.reviewer, id, waiting.amendments[0]!.id, 2, decision);
    expect(review).toMatchObject({
      name: '全国智能制造应用技术技能竞赛',
      amendments: [{ state: 'declined' }],
    });
  });

  it('is looked at before it is sent, with the rules held against what it would make; nothing is kept', async () => {
    const { id } = await granted();
    await tx.query(`UPDATE class_application SET policy = $2 WHERE id = $1`, [
      id,
      JSON.stringify(shippedPacks.at(-1)),
    ]);
    const occupations = ['一', '二', '三', '四', '五'].map((name) => ({ name: `职业${name}` }));
    const preview = await amendments.preview(lead.host, id, { changes: { occupations } });
    expect(preview.weight).toBe('substantial');
    expect(
      preview.findings.some(
        ({ check, severity }) => check === 'occupationsAtMost' && severity === 'blocking',
      ),
    ).toBe(true);
    const { occupations: kept } = await statementOf(tx, await tx.findOneByOrFail(ClassApplication, { id }));
    expect(kept).toHaveLength(1);
  });

  it('is refused where it changes nothing, and where it would move to another plan year', async () => {
    const { id } = await granted();
    const same = { name: '全国智能制造应用技术技能竞赛' };
    await expect(amendments.amend(lead.host, id, 1, { reason, changes: same })).rejects.toMatchObject({
      code: 'approvals.amendment-empty',
    });
    await expect(
      amendments.amend(lead.host, id, 1, { reason, changes: { planYear: 2028 } }),
    ).rejects.toMatchObject({
      extra: { errors: [{ path: 'changes.planYear', code: 'approvals.plan-year-granted' }] },
    });
  });

  it('weighs every field that can be stated', () => {
    const statable = Object.keys(applicationFields).filter(
      (field) => field !== 'documents' && field !== 'planYear',
    );
    expect(Object.keys(amendmentWeights).sort()).toEqual(statable.sort());
  });

  it('weighs a place, dates, parties, venue and money by what they change', async () => {
    const before = await statementOf(tx, await granted());
    const weight = (field: string, change: Partial<typeof before>) =>
      amendmentWeight(field, before, { ...before, ...change });
    expect(weight('place', { placeDivisionCode: '320506' })).toBe('minor');
    expect(weight('place', { placeDivisionCode: '330100' })).toBe('substantial');
    expect(weight('finalDates', { finalFrom: '2027-11-01', finalTo: '2027-11-02' })).toBe('minor');
    expect(weight('finalDates', { finalFrom: '2027-12-30', finalTo: '2028-01-02' })).toBe('substantial');
    const helper = { ...before.parties[0]!, id: 'x', organisationId: null, name: '某公司' };
    const withPart = (part: 'coOrganiser' | 'organiser') => ({
      parties: [...before.parties, { ...helper, part }],
    });
    expect(weight('parties', withPart('coOrganiser'))).toBe('minor');
    expect(weight('parties', withPart('organiser'))).toBe('substantial');
    expect(weight('venue', { content: { venue: { city: '苏州市', address: '新馆' } } })).toBe('minor');
    expect(weight('venue', { content: { venue: { city: '无锡市' } } })).toBe('substantial');
    expect(weight('funding', { content: { funding: { note: '说明' } } })).toBe('minor');
    expect(weight('funding', { content: { funding: { totalYuan: 1 } } })).toBe('substantial');
  });
});

describe('a condition', () => {
  const withCondition = (dueOn: string) => granted({ state: 'grantedWithConditions', conditionDueOn: dueOn });

  it('is reported by the applicant, returned or confirmed by a reviewer', async () => {
    const conditions = app.api.get(Conditions);
    const { id } = await withCondition('2199-01-01');
    const { id: conditionId } = await tx.findOneByOrFail(ApplicationCondition, { applicationId: id });
    await expect(conditions.confirm(ministry.reviewer, id, conditionId, 1, null)).rejects.toMatchObject({
      code: 'approvals.condition-not-reported',
    });
    const bytes = await onePagePdf();
    const file = { bytes, fileName: '协议.pdf' };
    const reported = await conditions.report(lead.host, id, conditionId, 1, '协议已签', file);
    expect(reported.conditions).toMatchObject([
      { state: 'reported', fileName: '协议.pdf', reportNote: '协议已签' },
    ]);
    const items = await reviewHomeItems(ministry.reviewer, tx, new Date());
    expect(items.map(({ code }) => code)).toContain('approvals.home-conditions-to-confirm');
    const returned = await conditions.returnReport(ministry.reviewer, id, conditionId, 2, '缺少签章');
    expect(returned.conditions).toMatchObject([{ state: 'open', returnedReason: '缺少签章' }]);
    await conditions.report(lead.host, id, conditionId, 3, '已补签章', null);
    const met = await conditions.confirm(ministry.reviewer, id, conditionId, 4, null);
    expect(met.conditions).toMatchObject([{ state: 'met', overdue: false }]);
    await expect(app.api.get(Decisions).undo(ministry.reviewer, id, 5)).rejects.toMatchObject({
      code: 'approvals.decision-built-upon',
    });
  });

  it('is reminded of before its day and after it, once each, and shown as overdue', async () => {
    const { id } = await withCondition('2027-03-10');
    const mine = async (today: string) =>
      (await reviewReminders(tx, today)).filter(({ subjectId }) => subjectId === id);
    expect(await mine('2027-03-01')).toEqual([]);
    const soon = await mine('2027-03-05');
    expect(soon).toMatchObject([{ code: 'approvals.told-condition-due', to: [lead.host.accountId] }]);
    expect((await mine('2027-03-06'))[0]?.dedupeKey).toBe(soon[0]?.dedupeKey);
    expect(await mine('2027-03-11')).toMatchObject([
      { code: 'approvals.told-condition-overdue', urgency: 'now' },
    ]);
  });

  it('that is unmet stands in what the next application is held against', async () => {
    const next = await givenApplicant(tx);
    const leadId = next.organisation.id;
    await givenSubmission(tx, {
      leadId,
      planYear: 2026,
      state: 'grantedWithConditions',
      conditionDueOn: '2026-12-01',
    });
    const { id } = await givenSubmission(tx, { leadId, state: 'submitted' });
    const subject = (await subjectsOf(tx, [id])).get(id);
    expect(subject?.unmetObligations).toMatchObject([
      { title: '批复条件：补充技术支持协议', dueOn: '2026-12-01' },
    ]);
  });

  it('ends with a grant that is withdrawn', async () => {
    const { id } = await withCondition('2199-01-01');
    await app.api.get(ApplicationSending).withdraw(lead.host, id, 1, { reason: '不再举办' });
    const { conditions } = await app.api.get(ReviewDesk).review(lead.host, id);
    expect(conditions).toMatchObject([{ state: 'cancelled', overdue: false }]);
  });
});
