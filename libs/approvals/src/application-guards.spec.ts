import type { Actor } from '@luban/audit';
import { testApp } from '../../../test/support/test-app.js';
import { givenActor } from '../../../test/support/world.js';
import { givenSubmission } from '../../../test/support/world-applications.js';
import {
  draftWish,
  givenApplicant,
  givenAuthority,
  givenDocuments,
  givenWindow,
  wholeStatement,
} from '../../../test/support/world-approvals.js';
import {
  Acceptances,
  ApplicationReading,
  Applications,
  ApplicationSending,
  Decisions,
  Recusals,
  ReviewDesk,
} from './index.js';

const app = testApp({ worker: false });
type Person = Actor & { accountId: string };
let tx: typeof app.source.manager;
let ministry: { organisation: { id: string }; acceptor: Person; reviewer: Person };
let lead: { organisation: { id: string }; host: Person };

beforeAll(async () => {
  tx = app.source.manager;
  ministry = await givenAuthority(tx);
  await givenWindow(tx, new Date());
});
beforeEach(async () => {
  lead = await givenApplicant(tx);
});

const refusedWith = (code: string) => expect.objectContaining({ code });
const grant = { outcome: 'granted', reason: '具备条件', article: '第二条' } as const;

/** A whole draft of that name for 2027, with other things stated. */
async function whole(name: string, given: Parameters<typeof wholeStatement>[0] = {}) {
  const applications = app.api.get(Applications);
  const { id, version } = await applications.create(lead.host, draftWish({ name }));
  const draft = await applications.edit(lead.host, id, version, wholeStatement(given));
  await givenDocuments(tx, draft, new Date());
  return draft;
}

describe('the same contest', () => {
  it('is applied for once in a plan year, also under another edition, and the finding names the other one', async () => {
    const sending = app.api.get(ApplicationSending);
    const first = await whole('全国智能装备技能竞赛');
    const second = await whole('全国智能装备技能竞赛');
    await sending.submit(lead.host, first.id, first.version);
    const shown = await app.api.get(ApplicationReading).application(lead.host, second.id);
    expect(shown.findings).toContainEqual(
      expect.objectContaining({ code: 'same-contest-this-year', severity: 'blocking' }),
    );
    await expect(sending.submit(lead.host, second.id, second.version)).rejects.toMatchObject({
      code: 'approvals.same-contest',
      extra: { other: { name: '全国智能装备技能竞赛', planYear: 2027, state: 'submitted' } },
    });
    const { version } = await app.api.get(ApplicationReading).application(lead.host, first.id);
    await sending.withdraw(lead.host, first.id, version, { reason: '合并申报' });
    expect(await sending.submit(lead.host, second.id, second.version)).toMatchObject({ state: 'submitted' });
  });

  it('is submitted once, where two are at once', async () => {
    const sending = app.api.get(ApplicationSending);
    const two = [await whole('全国焊接机器人技能竞赛'), await whole('全国焊接机器人技能竞赛')];
    const answers = await Promise.allSettled(
      two.map(({ id, version }) => sending.submit(lead.host, id, version)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not granted twice for one year by one authority', async () => {
    const given = { leadId: lead.organisation.id, contestKey: '同一赛事', state: 'underReview' } as const;
    const [one, other] = [await givenSubmission(tx, given), await givenSubmission(tx, given)];
    const decisions = app.api.get(Decisions);
    await decisions.decide(ministry.reviewer, one.id, 1, grant);
    await expect(decisions.decide(ministry.reviewer, other.id, 1, grant)).rejects.toEqual(
      refusedWith('approvals.granted-twice'),
    );
    const next = await givenSubmission(tx, { ...given, planYear: 2028 });
    expect(await decisions.decide(ministry.reviewer, next.id, 1, grant)).toMatchObject({ state: 'granted' });
  });

  it('is not copied into its own year, unless it came to nothing there', async () => {
    const applications = app.api.get(Applications);
    const { id } = await givenSubmission(tx, { leadId: lead.organisation.id });
    await expect(applications.copy(lead.host, id, { planYear: 2027 })).rejects.toEqual(
      refusedWith('approvals.copy-of-same-year'),
    );
    const declined = await givenSubmission(tx, { leadId: lead.organisation.id, state: 'declined' });
    expect(await applications.copy(lead.host, declined.id, { planYear: 2027 })).toMatchObject({
      state: 'draft',
    });
  });

  it('is another one with the same occupation: that only warns', async () => {
    await givenSubmission(tx, {
      leadId: lead.organisation.id,
      name: '甲赛',
      occupations: [{ code: null, name: '装配钳工' }],
    });
    const { id } = await whole('全国乙技能竞赛');
    const { findings } = await app.api.get(ApplicationReading).application(lead.host, id);
    expect(findings.find(({ code }) => code === 'same-occupation-this-year')).toMatchObject({
      severity: 'warning',
      message: { zh: expect.stringContaining('甲赛') as string },
    });
  });
});

describe('a record of an earlier year', () => {
  it('offers nobody any action, and is neither undone, revoked, amended nor withdrawn', async () => {
    const { id } = await givenSubmission(tx, {
      leadId: lead.organisation.id,
      planYear: 2021,
      state: 'granted',
    });
    await tx.query(`UPDATE class_application SET historic = TRUE WHERE id = $1`, [id]);
    const record = refusedWith('approvals.historic-record');
    const decisions = app.api.get(Decisions);
    await expect(decisions.undo(ministry.reviewer, id, 1, '误操作')).rejects.toEqual(record);
    await expect(
      decisions.revoke(ministry.reviewer, id, 1, { reason: '误操作', article: '第一条' }),
    ).rejects.toEqual(record);
    await expect(
      app.api.get(ApplicationSending).withdraw(lead.host, id, 1, { reason: '误操作' }),
    ).rejects.toEqual(record);
    for (const person of [ministry.reviewer, ministry.acceptor, lead.host])
      expect((await app.api.get(ReviewDesk).review(person, id)).actions).toEqual([]);
  });
});

describe('what is stated of years and days', () => {
  it('puts the final into the year in which it is held, and into 60 days', async () => {
    const sending = app.api.get(ApplicationSending);
    const away = await whole('全国甲技能竞赛', { finalFrom: '2028-06-10', finalTo: '2028-06-12' });
    expect(away.missing.map(({ message }) => message.zh)).toEqual([expect.stringContaining('举办年度 2027')]);
    await expect(sending.submit(lead.host, away.id, away.version)).rejects.toMatchObject({
      code: 'approvals.incomplete',
      extra: { missing: [{ field: 'finalDates' }] },
    });
    const long = await whole('全国丙技能竞赛', { finalFrom: '2027-03-01', finalTo: '2027-06-30' });
    expect(long.missing.map(({ message }) => message.zh)).toEqual([expect.stringContaining('最多 60 天')]);
    const turn = await whole('全国丁技能竞赛', { finalFrom: '2027-12-28', finalTo: '2028-01-05' });
    expect(turn.missing).toEqual([]);
  });

  it('has no inspection and no earlier edition after this year', async () => {
    const applications = app.api.get(Applications);
    const { id, version } = await applications.create(lead.host, draftWish());
    const content = {
      inspectionYears: [2024, 2099],
      earlierEditions: [{ year: 2098, name: '竞赛', occupations: [] }],
    };
    await expect(applications.edit(lead.host, id, version, { content })).rejects.toMatchObject({
      code: 'approvals.year-ahead',
      extra: {
        errors: [{ path: 'content.inspectionYears.1' }, { path: 'content.earlierEditions.0.year' }],
      },
    });
  });
});

describe('whoever stands aside', () => {
  it('neither recuses a colleague nor ends his recusal; taking back needs a reason', async () => {
    const { id } = await givenSubmission(tx, { leadId: lead.organisation.id });
    const recusals = app.api.get(Recusals);
    const other = await givenActor(tx, { role: 'reviewer', organisationId: ministry.organisation.id });
    const declared = await recusals.declare(other, id, {
      reason: '校友',
      accountId: ministry.acceptor.accountId,
    });
    await recusals.declare(other, id, { reason: '亲属' });
    await expect(
      recusals.declare(other, id, { reason: '同学', accountId: ministry.reviewer.accountId }),
    ).rejects.toEqual(refusedWith('approvals.recused'));
    await expect(recusals.end(other, id, declared.recusals[0]!.id, '误登记')).rejects.toEqual(
      refusedWith('approvals.recused'),
    );
    const own = await givenSubmission(tx, { leadId: ministry.organisation.id });
    await expect(
      recusals.declare(other, own.id, { reason: '同学', accountId: ministry.reviewer.accountId }),
    ).rejects.toEqual(refusedWith('approvals.own-application'));
  });

  it('is not needed for taking an acceptance back, but a reason is', async () => {
    const { id } = await givenSubmission(tx, { leadId: lead.organisation.id, state: 'accepted' });
    const acceptances = app.api.get(Acceptances);
    await expect(acceptances.undo(ministry.acceptor, id, 1)).rejects.toEqual(
      refusedWith('approvals.reason-needed'),
    );
    expect(await acceptances.undo(ministry.acceptor, id, 1, '误操作')).toMatchObject({ state: 'submitted' });
  });
});
