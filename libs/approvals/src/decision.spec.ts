import type { Actor } from '@luban/audit';
import { testApp } from '../../../test/support/test-app.js';
import { givenActor } from '../../../test/support/world.js';
import { finding, givenSubmission } from '../../../test/support/world-applications.js';
import { givenApplicant, givenAuthority, givenOrganisation } from '../../../test/support/world-approvals.js';
import {
  Acceptances,
  ApplicationStep,
  BulkAcceptances,
  ClassApplication,
  ClassStatus,
  Decisions,
  Recusals,
  ReviewDesk,
} from './index.js';

const app = testApp({ worker: false });
type Person = Actor & { accountId: string };
let ministry: { organisation: { id: string }; acceptor: Person; reviewer: Person };
let lead: { organisation: { id: string }; host: Person };
let tx: typeof app.source.manager;
let decisions: Decisions;
let acceptances: Acceptances;

beforeAll(async () => {
  tx = app.source.manager;
  ministry = await givenAuthority(tx);
  lead = await givenApplicant(tx);
  decisions = app.api.get(Decisions);
  acceptances = app.api.get(Acceptances);
});

const waiting = (given: Partial<Parameters<typeof givenSubmission>[1]> = {}) =>
  givenSubmission(tx, { leadId: lead.organisation.id, acceptedBy: ministry.acceptor.accountId, ...given });

const grant = { outcome: 'granted', reason: '材料齐全，条件具备', article: '申报通知第二条' } as const;
const refusedWith = (code: string) => expect.objectContaining({ code });

describe('a decision', () => {
  it('keeps who, why, by which article and the findings it was taken on, and gives class status', async () => {
    const { id } = await waiting({ state: 'underReview', findings: [finding('warning')] });
    const review = await decisions.decide(ministry.reviewer, id, 1, grant);
    expect(review.state).toBe('granted');
    expect(review.decision).toMatchObject({
      outcome: 'granted',
      reason: grant.reason,
      article: grant.article,
      byName: '审核 白帆',
      findings: [{ code: 'occupations-at-most-two', severity: 'warning', despite: null }],
    });
    expect(await tx.findOneBy(ClassStatus, { applicationId: id })).toMatchObject({
      class: 'two',
      endedAt: null,
    });
  });

  it('is one, when two reviewers decide at once', async () => {
    const { id } = await waiting({ state: 'underReview' });
    const other = await givenActor(tx, { role: 'reviewer', organisationId: ministry.organisation.id });
    const decline = { outcome: 'declined', reason: '连续两年同一职业', article: '第三条' } as const;
    const answers = await Promise.allSettled([
      decisions.decide(ministry.reviewer, id, 1, grant),
      decisions.decide(other, id, 1, decline),
      decisions.decide(other, id, 1, grant),
    ]);
    const refused = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason as object] : [],
    );
    expect(refused).toHaveLength(2);
    for (const failure of refused) expect(failure).toMatchObject({ code: 'platform.outdated' });
    const taken = await tx.findBy(ApplicationStep, { applicationId: id });
    expect(taken.filter(({ fromState }) => fromState === 'underReview')).toHaveLength(1);
  });

  it('does not grant past a blocking finding unless each is answered by name', async () => {
    const { id } = await waiting({
      state: 'underReview',
      findings: [finding('blocking'), finding('unknown', 'x')],
    });
    await expect(decisions.decide(ministry.reviewer, id, 1, grant)).rejects.toMatchObject({
      code: 'approvals.blocking-findings',
      extra: { findings: [{ code: 'occupations-at-most-two' }] },
    });
    const despite = [{ code: 'occupations-at-most-two', reason: '跨行业赛事，经部领导批准' }];
    const review = await decisions.decide(ministry.reviewer, id, 1, { ...grant, despite });
    expect(review.decision?.findings[0]).toMatchObject({ despite: '跨行业赛事，经部领导批准' });
  });

  it('lists conditions with a grant that has them, and with no other', async () => {
    const { id } = await waiting({ state: 'underReview' });
    const conditions = [{ text: '补充协议', dueOn: '2199-01-01' }];
    const refused = refusedWith('approvals.condition-needed');
    await expect(decisions.decide(ministry.reviewer, id, 1, { ...grant, conditions })).rejects.toEqual(
      refused,
    );
    const wish = { ...grant, outcome: 'grantedWithConditions' } as const;
    await expect(decisions.decide(ministry.reviewer, id, 1, wish)).rejects.toEqual(refused);
    const past = [{ text: '补充协议', dueOn: '2020-01-01' }];
    await expect(
      decisions.decide(ministry.reviewer, id, 1, { ...wish, conditions: past }),
    ).rejects.toMatchObject({ extra: { errors: [{ path: 'conditions.0.dueOn' }] } });
    const review = await decisions.decide(ministry.reviewer, id, 1, { ...wish, conditions });
    expect(review.conditions).toMatchObject([{ text: '补充协议', dueOn: '2199-01-01', state: 'open' }]);
  });

  it('is taken back by any reviewer of the authority, and can be taken anew', async () => {
    const { id } = await waiting({ state: 'underReview' });
    await decisions.decide(ministry.reviewer, id, 1, grant);
    const other = await givenActor(tx, { role: 'reviewer', organisationId: ministry.organisation.id });
    const undone = await decisions.undo(other, id, 2, '录入有误');
    expect(undone).toMatchObject({ state: 'underReview', decision: null, version: 3 });
    expect(await tx.findOneBy(ClassStatus, { applicationId: id })).toBeNull();
    expect((await tx.findOneByOrFail(ClassApplication, { id })).decidedAt).toBeNull();
    expect(await decisions.decide(other, id, 3, grant)).toMatchObject({ state: 'granted' });
  });

  it('is not taken back once a published list names the contest; it is revoked', async () => {
    const { id } = await waiting({ state: 'granted' });
    await tx.query(
      `WITH p AS (INSERT INTO annual_plan (id, level, division_code, plan_year)
                  VALUES (gen_random_uuid(), 'nationalIndustry', '000000', 2027) RETURNING id),
            v AS (INSERT INTO plan_version (plan_id, id, number, kind, title, addressees, document_number, signer,
                                            signed_on, scan_hash, published_at)
                  SELECT id, gen_random_uuid(), 1, 'plan', '2027', '各单位', '1号', '某', '2027-03-01', 'x', now() FROM p
                  RETURNING id)
       UPDATE class_status SET plan_version_id = (SELECT id FROM v) WHERE application_id = $1`,
      [id],
    );
    await expect(decisions.undo(ministry.reviewer, id, 1)).rejects.toEqual(
      refusedWith('approvals.decision-published'),
    );
    const revoked = await decisions.revoke(ministry.reviewer, id, 1, {
      reason: '弄虚作假',
      article: '第八条',
    });
    expect(revoked.state).toBe('revoked');
    const status = await tx.findOneByOrFail(ClassStatus, { applicationId: id });
    expect(status).toMatchObject({ endReason: '弄虚作假' });
    expect(status.endedAt).not.toBeNull();
  });
});

describe('who decides', () => {
  it('is not who accepted, until that acceptance was taken back', async () => {
    const both = await givenActor(tx, { role: 'acceptor', organisationId: ministry.organisation.id });
    const grants = [...both.grants, { ...both.grants[0]!, role: 'reviewer' as const }];
    const person = { ...both, grants };
    const { id } = await waiting();
    await acceptances.accept(person, id, 1);
    const samePerson = refusedWith('approvals.same-person');
    await expect(decisions.beginReview(person, id, 2)).rejects.toEqual(samePerson);
    await acceptances.undo(person, id, 2, '误操作');
    await acceptances.accept(ministry.acceptor, id, 3);
    expect(await decisions.beginReview(person, id, 4)).toMatchObject({ state: 'underReview' });
  });

  it('is nobody of the lead applicant; being a co-host bars nobody', async () => {
    const own = await givenSubmission(tx, { leadId: ministry.organisation.id, state: 'underReview' });
    const barred = refusedWith('approvals.own-application');
    await expect(decisions.decide(ministry.reviewer, own.id, 1, grant)).rejects.toEqual(barred);
    const { id } = await waiting({ state: 'underReview' });
    await tx.query(
      `INSERT INTO application_party (application_id, id, position, organisation_id, name, kind, part)
       VALUES ($1, gen_random_uuid(), 1, $2, '人社部', 'ministry', 'coHost')`,
      [id, ministry.organisation.id],
    );
    expect(await decisions.decide(ministry.reviewer, id, 1, grant)).toMatchObject({ state: 'granted' });
  });

  it('is nobody who stands aside, and what the authority recorded the person does not end himself', async () => {
    const recusals = app.api.get(Recusals);
    const { id } = await waiting({ state: 'underReview' });
    const other = await givenActor(tx, { role: 'reviewer', organisationId: ministry.organisation.id });
    const reason = '申报单位专家库成员';
    const declared = await recusals.declare(other, id, { reason, accountId: ministry.reviewer.accountId });
    expect(declared.recusals).toMatchObject([{ accountId: ministry.reviewer.accountId, reason }]);
    const recused = refusedWith('approvals.recused');
    await expect(decisions.decide(ministry.reviewer, id, 1, grant)).rejects.toEqual(recused);
    const recusalId = declared.recusals[0]!.id;
    await expect(recusals.end(ministry.reviewer, id, recusalId)).rejects.toEqual(
      refusedWith('approvals.recusal-not-yours-to-end'),
    );
    await expect(recusals.end(other, id, recusalId, ' ')).rejects.toEqual(
      refusedWith('approvals.reason-needed'),
    );
    await recusals.end(other, id, recusalId, '登记有误');
    expect(await decisions.decide(ministry.reviewer, id, 1, grant)).toMatchObject({ state: 'granted' });
    expect((await decisionsSeenBy(lead.host, id)).recusals).toEqual([]);
  });

  it('is of the level and area: the ministry sees what a province decides and does not decide it', async () => {
    const bureau = await givenAuthority(tx, { level: 'provincial', divisionCode: '330000' });
    const place = { level: 'provincial', divisionCode: '330000' } as const;
    const { id } = await waiting({ ...place, state: 'underReview' });
    await expect(decisions.decide(ministry.reviewer, id, 1, grant)).rejects.toEqual(
      refusedWith('approvals.role-may-not'),
    );
    const elsewhere = await givenAuthority(tx, { level: 'provincial', divisionCode: '320000' });
    await expect(decisions.decide(elsewhere.reviewer, id, 1, grant)).rejects.toEqual(
      refusedWith('approvals.application-not-found'),
    );
    expect(await decisions.decide(bureau.reviewer, id, 1, grant)).toMatchObject({ state: 'granted' });
  });
});

describe('a return for completion', () => {
  it('marks fields and sets the day until which it may come back', async () => {
    const { id } = await waiting({ state: 'underReview' });
    const wish = {
      reason: '请补充',
      dueOn: '2199-02-01',
      markedFields: [{ field: 'venue', remark: '地址不全' }],
    };
    const bad = [...wish.markedFields, { field: 'moon', remark: '?' }];
    await expect(
      acceptances.return(ministry.reviewer, id, 1, { ...wish, markedFields: bad }),
    ).rejects.toMatchObject({
      code: 'approvals.field-unknown',
      extra: { errors: [{ path: 'markedFields.1.field' }] },
    });
    const review = await acceptances.return(ministry.reviewer, id, 1, wish);
    expect(review).toMatchObject({ state: 'returned', dueAt: new Date('2199-02-01T15:59:59Z') });
    const told: { code: string }[] = await tx.query(
      `SELECT code FROM notice WHERE account_id = $1 AND subject_id = $2`,
      [lead.host.accountId, id],
    );
    expect(told).toEqual([{ code: 'approvals.told-returned' }]);
  });
});

describe('accepting many', () => {
  it('says beforehand which and why not, accepts those that stand, and is taken back', async () => {
    const bulk = app.api.get(BulkAcceptances);
    const fine = await waiting({ findings: [finding('blocking')] });
    const changed = await waiting();
    const reviewed = await waiting({ state: 'underReview' });
    const foreign = await givenSubmission(tx, {
      leadId: (await givenOrganisation(tx, '杭州市总工会', 'massOrganisation')).id,
      level: 'municipal',
      divisionCode: '330100',
    });
    const bureau = await givenAuthority(tx, { level: 'municipal', divisionCode: '320100' });
    const seen = [fine, changed, reviewed].map(({ id }) => ({ id, version: 1 }));
    seen[1]!.version = 7;
    const preview = await bulk.preview(ministry.acceptor, seen);
    expect(preview).toMatchObject({
      done: 1,
      refused: 2,
      outcomes: [
        { done: true, blocking: 1 },
        { done: false, code: 'platform.outdated' },
        { done: false, code: 'approvals.not-from-this-state' },
      ],
    });
    expect((await tx.findOneByOrFail(ClassApplication, { id: fine.id })).state).toBe('submitted');
    const hidden = await bulk.preview(bureau.acceptor, [{ id: foreign.id, version: 1 }]);
    expect(hidden.outcomes).toMatchObject([
      { done: false, name: null, code: 'approvals.application-not-found' },
    ]);
    const twice = await bulk.preview(ministry.acceptor, [seen[0]!, seen[0]!]);
    expect(twice).toMatchObject({ done: 1, refused: 0, outcomes: [{ id: fine.id }] });
    const done = await bulk.accept(ministry.acceptor, [...seen, seen[0]!]);
    expect(done.outcomes[0]).toMatchObject({ done: true, version: 2 });
    const undone = await bulk.undo(ministry.acceptor, [{ id: fine.id, version: 2 }], '误操作');
    expect(undone).toMatchObject({ done: 1, refused: 0 });
    expect((await tx.findOneByOrFail(ClassApplication, { id: fine.id })).state).toBe('submitted');
  });
});

const decisionsSeenBy = (actor: Actor, id: string) => app.api.get(ReviewDesk).review(actor, id);
