import { type Actor, roles as allRoles } from '@luban/audit';
import { Failure, newId } from '@luban/platform';
import { testApp } from '../../../test/support/test-app.js';
import { meantOutcome } from '../../../test/support/transition-table.js';
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
  Amendment,
  Amendments,
  type ApplicationAction,
  type ApplicationRole,
  applicationTransitions,
  ApplicationSending,
  type ApplicationState,
  applicationStates,
  Applications,
  ClassApplication,
  Conditions,
  Decisions,
} from './index.js';

const app = testApp({ worker: false, env: { DATABASE_POOL: '12' } });
type Person = Actor & { accountId: string };
let tx: typeof app.source.manager;
let leadId: string;
/** Who tries: each role of the system, at the right place and elsewhere, and somebody without any role. */
let people: { who: string; actor: Actor; part: ApplicationRole | 'watching' | null }[];

beforeAll(async () => {
  tx = app.source.manager;
  const ministry = await givenAuthority(tx);
  const bureau = await givenAuthority(tx, { level: 'provincial', divisionCode: '330000' });
  const lead = await givenApplicant(tx);
  const other = await givenApplicant(tx);
  leadId = lead.organisation.id;
  const rest = allRoles.filter((role) => !['host', 'acceptor', 'reviewer', 'official'].includes(role));
  people = [
    { who: 'the host of the lead applicant', actor: lead.host, part: 'applicant' },
    { who: 'the acceptor', actor: ministry.acceptor, part: 'acceptor' },
    { who: 'the reviewer', actor: ministry.reviewer, part: 'reviewer' },
    { who: 'an official who watches', actor: await givenActor(tx, { role: 'official' }), part: 'watching' },
    { who: 'the host of another organisation', actor: other.host, part: null },
    { who: 'the acceptor of a province', actor: bureau.acceptor, part: null },
    { who: 'the reviewer of a province', actor: bureau.reviewer, part: null },
    ...(await Promise.all(
      rest.map(async (role) => ({
        who: role as string,
        actor: (await givenActor(tx, { role })) as Actor,
        part: null,
      })),
    )),
    {
      who: 'somebody without a role',
      actor: { accountId: newId(), organisationId: null, grants: [] },
      part: null,
    },
  ];
  await givenWindow(tx, new Date());
});

/** An application in a state with whatever the action needs to be about. */
async function prepared(action: ApplicationAction, state: ApplicationState): Promise<Subject> {
  if (action === 'submit' && (state === 'draft' || state === 'returned')) return whole(state);
  const { id, version } = await givenSubmission(tx, { leadId, state, conditionDueOn: '2199-01-01' });
  if (action === 'confirmCondition' || action === 'returnCondition')
    await tx.query(`UPDATE application_condition SET reported_at = now() WHERE application_id = $1`, [id]);
  const amendmentId = newId();
  if (action === 'decideAmendment' || action === 'withdrawAmendment')
    await tx.insert(Amendment, {
      applicationId: id,
      id: amendmentId,
      number: 1,
      weight: 'substantial',
      state: 'submitted',
      changes: { fields: [], wish: { changes: { name: `全国智能装备${id.slice(-6)}技能竞赛` } } } as never,
      reason: '更名',
      at: new Date(),
    });
  const [condition]: { id: string }[] = await tx.query(
    `SELECT id FROM application_condition WHERE application_id = $1`,
    [id],
  );
  return { id, version, conditionId: condition?.id ?? newId(), amendmentId };
}

interface Subject {
  id: string;
  version: number;
  conditionId: string;
  amendmentId: string;
}

/** One that is ready to be submitted. */
async function whole(state: 'draft' | 'returned'): Promise<Subject> {
  const host = people[0]!.actor;
  const applications = app.api.get(Applications);
  const { id } = await applications.create(
    host,
    draftWish({ name: `全国智能制造${newId().slice(-6)}技能竞赛` }),
  );
  const draft = await applications.edit(host, id, 1, wholeStatement());
  await givenDocuments(tx, draft, new Date());
  let version = draft.version;
  if (state === 'returned') {
    version = (await app.api.get(ApplicationSending).submit(host, id, version)).version;
    const wish = {
      reason: '请补充',
      dueOn: '2199-01-01',
      markedFields: [{ field: 'venue', remark: '不全' }],
    };
    version = (await app.api.get(Acceptances).return(people[1]!.actor, id, version, wish)).version;
  }
  return { id, version, conditionId: newId(), amendmentId: newId() };
}

/** Each action by the verb of the service that takes it. */
function act(action: ApplicationAction, actor: Actor, subject: Subject): Promise<unknown> {
  const { id, version, conditionId, amendmentId } = subject;
  const reason = '理由';
  const article = '第一条';
  const decisions = app.api.get(Decisions);
  const conditions = app.api.get(Conditions);
  const amendments = app.api.get(Amendments);
  const back = { reason, dueOn: '2199-01-01', markedFields: [{ field: 'venue', remark: '不全' }] };
  const verbs: Record<ApplicationAction, () => Promise<unknown>> = {
    edit: () => app.api.get(Applications).edit(actor, id, version, { name: `新名称${newId()}` }),
    discard: () => app.api.get(Applications).discard(actor, id, version),
    submit: () => app.api.get(ApplicationSending).submit(actor, id, version),
    withdraw: () => app.api.get(ApplicationSending).withdraw(actor, id, version, { reason }),
    accept: () => app.api.get(Acceptances).accept(actor, id, version),
    undoAcceptance: () => app.api.get(Acceptances).undo(actor, id, version, '误操作'),
    returnUnaccepted: () => app.api.get(Acceptances).return(actor, id, version, back),
    return: () => app.api.get(Acceptances).return(actor, id, version, back),
    beginReview: () => decisions.beginReview(actor, id, version),
    grant: () => decisions.decide(actor, id, version, { outcome: 'granted', reason, article }),
    grantWithConditions: () =>
      decisions.decide(actor, id, version, {
        outcome: 'grantedWithConditions',
        reason,
        article,
        conditions: [{ text: '补充协议', dueOn: '2199-01-01' }],
      }),
    decline: () => decisions.decide(actor, id, version, { outcome: 'declined', reason, article }),
    undoDecision: () => decisions.undo(actor, id, version, '误操作'),
    meetCondition: () => conditions.report(actor, id, conditionId, version, '已落实', null),
    confirmCondition: () => conditions.confirm(actor, id, conditionId, version, null),
    returnCondition: () => conditions.returnReport(actor, id, conditionId, version, reason),
    amend: () =>
      amendments.amend(actor, id, version, { reason, changes: { content: { contact: { name: '李敏' } } } }),
    withdrawAmendment: () => amendments.withdraw(actor, id, amendmentId, version),
    decideAmendment: () =>
      amendments.decide(actor, id, amendmentId, version, {
        outcome: 'granted',
        reason,
        article,
        despite: [],
      }),
    revoke: () => decisions.revoke(actor, id, version, { reason, article }),
  };
  return verbs[action]();
}

/** What is meant to come of it, by the table written out by hand. */
function meant(
  action: ApplicationAction,
  state: ApplicationState,
  part: (typeof people)[number]['part'],
): string {
  const hidden = part === null || (state === 'draft' && part !== 'applicant');
  if (hidden) return 'approvals.application-not-found';
  if (part === 'watching') return 'approvals.role-may-not';
  // One verb returns: what it is, follows from where the application stands.
  const taken =
    action === 'return' || action === 'returnUnaccepted'
      ? state === 'submitted'
        ? 'returnUnaccepted'
        : 'return'
      : action;
  return meantOutcome(taken, state, part);
}

/** The new state, or the code of the refusal. */
async function outcomeOf(action: ApplicationAction, actor: Actor, subject: Subject): Promise<string> {
  try {
    await act(action, actor, subject);
  } catch (failure) {
    if (failure instanceof Failure) return failure.code;
    throw failure;
  }
  if (action === 'discard') return 'draft';
  return (await tx.findOneByOrFail(ClassApplication, { id: subject.id })).state;
}

describe.each(applicationStates)('an application that is %s', (state) => {
  it('does for every role and action what the table says, or refuses with its code', async () => {
    const tried = applicationTransitions.map(async ({ action }) => {
      const shared = await prepared(action, state);
      const found: string[] = [];
      const expected: string[] = [];
      for (const { who, actor, part } of people) {
        const outcome = meant(action, state, part);
        const line = `${who} · ${action} · `;
        expected.push(line + outcome);
        found.push(line + (await outcomeOf(action, actor, shared)));
        const refused = outcome.startsWith('approvals.');
        // What was done has moved it: the next one tries on another.
        if (!refused) Object.assign(shared, await prepared(action, state));
      }
      expect(found).toEqual(expected);
      return found.length;
    });
    const counts = await Promise.all(tried);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(applicationTransitions.length * people.length);
  });
});

it('leaves no trace of what it refused', async () => {
  const { id, version } = await givenSubmission(tx, { leadId, state: 'underReview' });
  const reviewer = people[1]!.actor as Person;
  const subject = { id, version, conditionId: newId(), amendmentId: newId() };
  for (const { action } of applicationTransitions) await outcomeOf(action, reviewer, subject);
  const application = await tx.findOneByOrFail(ClassApplication, { id });
  expect(application).toMatchObject({ state: 'underReview', version });
  const audited: unknown[] = await tx.query(`SELECT 1 FROM audit_entry WHERE subject_id = $1`, [id]);
  expect(audited).toEqual([]);
});
