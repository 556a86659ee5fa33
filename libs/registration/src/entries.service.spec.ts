import type { Actor } from '@luban/audit';
import { type CompetitionEvent } from '@luban/events';
import { Failure, StandingClock } from '@luban/platform';
import type { Delegation, EntryReply } from '@luban/registration';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenEvent, givenSkill, type GivenSkillSetUp } from '../../../test/support/world-events.js';
import {
  actorIn,
  givenDelegations,
  givenEntry,
  personNamed,
  registrationOn,
} from '../../../test/support/world-registration.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-03-01T02:00:00Z'));
const closesAt = new Date('2027-03-31T09:00:00Z');

let event: CompetitionEvent;
let welding: GivenSkillSetUp;
let nanjing: Delegation;
let suzhou: Delegation;
let leader: Actor;
let otherLeader: Actor;
let organiser: Actor;
let rooms: ReturnType<typeof registrationOn>;

beforeEach(async () => {
  const tx = database.source.manager;
  clock.set(new Date('2027-03-01T02:00:00Z'));
  event = await givenEvent(tx);
  await tx.query(`UPDATE competition_event SET registration_closes_at = $2 WHERE id = $1`, [
    event.id,
    closesAt,
  ]);
  welding = await givenSkill(tx, event.id);
  [nanjing, suzhou] = (await givenDelegations(tx, event.id, 2)) as [Delegation, Delegation];
  leader = await actorIn(tx, event.id, 'teamLeader', { delegationId: nanjing.id });
  otherLeader = await actorIn(tx, event.id, 'teamLeader', { delegationId: suzhou.id });
  organiser = await actorIn(tx, event.id, 'organiser');
  rooms = registrationOn(database.source, clock);
});

const wish = (n: number, more: object = {}) => ({
  delegationId: nanjing.id,
  skillId: welding.skill.id,
  groupId: welding.groups[0]!.id,
  competitors: [personNamed(n)],
  ...more,
});

const refusal = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
    return 'done';
  } catch (failure) {
    if (failure instanceof Failure) return failure.code;
    throw failure;
  }
};

const enterAndSubmit = (n: number): Promise<EntryReply> =>
  rooms.entries.add(leader, event.id, wish(n, { submit: true }));

describe('entering', () => {
  it('gives the last place to exactly one of fifty requests that arrive together', async () => {
    const quota = await rooms.quotas.read(organiser, event.id);
    await rooms.quotas.set(organiser, event.id, quota.version, {
      cells: [{ delegationId: null, skillId: welding.skill.id, groupId: welding.groups[0]!.id, places: 3 }],
    });
    await rooms.entries.add(leader, event.id, wish(1));
    await rooms.entries.add(leader, event.id, wish(2));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => refusal(rooms.entries.add(leader, event.id, wish(100 + n)))),
    );
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(new Set(answers.filter((answer) => answer !== 'done'))).toEqual(
      new Set(['registration.quota-full']),
    );
    expect((await rooms.entries.list(leader, event.id, {})).items).toHaveLength(3);
  });

  it("counts a delegation's own number before that of all, and the skill's total beside the group's", async () => {
    const [worker, student] = welding.groups;
    const set = async (
      cells: { delegationId: string | null; groupId: string | null; places: number | null }[],
    ) => {
      const { version } = await rooms.quotas.read(organiser, event.id);
      await rooms.quotas.set(organiser, event.id, version, {
        cells: cells.map((cell) => ({ ...cell, skillId: welding.skill.id })),
      });
    };
    await set([
      { delegationId: null, groupId: worker!.id, places: 1 },
      { delegationId: nanjing.id, groupId: worker!.id, places: 2 },
      { delegationId: null, groupId: null, places: 2 },
    ]);
    expect(await refusal(rooms.entries.add(leader, event.id, wish(1)))).toBe('done');
    expect(await refusal(rooms.entries.add(leader, event.id, wish(2)))).toBe('done');
    expect(await refusal(rooms.entries.add(leader, event.id, wish(3, { groupId: student!.id })))).toBe(
      'registration.quota-full',
    );
    await set([{ delegationId: null, groupId: null, places: null }]);
    expect(await refusal(rooms.entries.add(leader, event.id, wish(3, { groupId: student!.id })))).toBe(
      'done',
    );
    expect(await refusal(rooms.entries.add(leader, event.id, wish(4)))).toBe('registration.quota-full');
  });

  it('frees a place when an entry is withdrawn, and asks for one again when that is taken back', async () => {
    const { version } = await rooms.quotas.read(organiser, event.id);
    const cell = { delegationId: null, skillId: welding.skill.id, groupId: null, places: 1 };
    await rooms.quotas.set(organiser, event.id, version, { cells: [cell] });
    const first = await rooms.entries.add(leader, event.id, wish(1));
    const withdrawn = await rooms.entries.withdraw(leader, event.id, first.id, first.version, '选手伤病');
    expect(withdrawn).toMatchObject({ status: 'withdrawn', statusReason: '选手伤病' });
    await rooms.entries.add(leader, event.id, wish(2));
    expect(await refusal(rooms.entries.undoWithdrawal(leader, event.id, first.id, withdrawn.version))).toBe(
      'registration.quota-full',
    );
  });

  it('tells of places overfilled by a lower number, throws nobody out, and reports it to the organiser only', async () => {
    await rooms.entries.add(leader, event.id, wish(1));
    await rooms.entries.add(leader, event.id, wish(2));
    const { version } = await rooms.quotas.read(organiser, event.id);
    const cell = { delegationId: null, skillId: welding.skill.id, groupId: null, places: 1 };
    const after = await rooms.quotas.set(organiser, event.id, version, { cells: [cell] });
    expect(after.overfull).toMatchObject([{ delegationId: nanjing.id, places: 1, entries: 2 }]);
    expect((await rooms.quotas.read(otherLeader, event.id)).overfull).toEqual([]);
    expect(await refusal(rooms.quotas.set(organiser, event.id, version, { cells: [cell] }))).toBe(
      'platform.outdated',
    );
  });

  it('closes on the second: the last one arrives before it, the next one exactly at it', async () => {
    clock.set(new Date(closesAt.getTime() - 1));
    expect(await refusal(rooms.entries.add(leader, event.id, wish(1)))).toBe('done');
    clock.set(closesAt);
    expect(await refusal(rooms.entries.add(leader, event.id, wish(2)))).toBe('registration.closed');
  });

  it('lets the organiser enter late with a reason, until the skill is drawn', async () => {
    clock.set(new Date(closesAt.getTime() + 60_000));
    expect(await refusal(rooms.entries.add(organiser, event.id, wish(1)))).toBe(
      'registration.late-reason-needed',
    );
    const late = await rooms.entries.add(
      organiser,
      event.id,
      wish(1, { lateReason: '系统故障未能按时提交', submit: true }),
    );
    expect(late).toMatchObject({ state: 'submitted', lateReason: '系统故障未能按时提交' });
    await rooms.reviews.accept(organiser, event.id, late.id, late.version);
    await database.source.query(`UPDATE competition_event SET stage = 'preparation' WHERE id = $1`, [
      event.id,
    ]);
    await rooms.draws.hold(organiser, event.id, welding.skill.id, {});
    expect(await refusal(rooms.entries.add(organiser, event.id, wish(2, { lateReason: '又一个' })))).toBe(
      'registration.already-drawn',
    );
  });

  it('keeps each delegation to itself: the other one finds neither the entry nor its people', async () => {
    const entry = await rooms.entries.add(leader, event.id, wish(1));
    expect(await refusal(rooms.entries.one(otherLeader, event.id, entry.id))).toBe(
      'registration.entry-not-found',
    );
    expect((await rooms.entries.list(otherLeader, event.id, {})).items).toEqual([]);
    expect(await refusal(rooms.entries.change(otherLeader, event.id, entry.id, entry.version, wish(2)))).toBe(
      'registration.entry-not-found',
    );
    expect(['identity.not-in-reach', 'identity.role-may-not']).toContain(
      await refusal(rooms.entries.add(otherLeader, event.id, wish(2))),
    );
    const judge = await actorIn(database.source.manager, event.id, 'judge', { skillId: welding.skill.id });
    expect((await rooms.entries.list(judge, event.id, {})).items).toEqual([]);
  });

  it('shows only the year of a birth date in lists, and all of it where one entry is checked', async () => {
    const entry = await rooms.entries.add(leader, event.id, wish(1));
    const [row] = (await rooms.entries.list(organiser, event.id, {})).items;
    expect(row!.competitors[0]!.birthDate).toBe(`${personNamed(1).birthDate.slice(0, 4)}-**-**`);
    expect((await rooms.entries.one(organiser, event.id, entry.id)).competitors[0]!.birthDate).toBe(
      personNamed(1).birthDate,
    );
  });

  it('finds entries by name, unit and state, page by page', async () => {
    const tx = database.source.manager;
    const at = {
      eventId: event.id,
      delegationId: nanjing.id,
      skillId: welding.skill.id,
      groupId: welding.groups[0]!.id,
    };
    for (let n = 0; n < 7; n += 1)
      await givenEntry(tx, { ...at, state: n < 5 ? 'submitted' : 'draft', people: [personNamed(n)] });
    const first = await rooms.entries.list(organiser, event.id, { limit: 4 });
    const second = await rooms.entries.list(organiser, event.id, { limit: 4, after: first.next! });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(7);
    expect(second.next).toBeNull();
    expect(first.counts).toEqual({ draft: 2, submitted: 5, returned: 0, accepted: 0, withdrawn: 0 });
    const found = await rooms.entries.list(organiser, event.id, { q: personNamed(3).name });
    expect(found.items.map(({ competitors }) => competitors[0]!.name)).toEqual([personNamed(3).name]);
    expect((await rooms.entries.list(organiser, event.id, { q: '%' })).items).toEqual([]);
  });
});

describe('submitting and reviewing', () => {
  it('goes from draft by submission, return with a reason and mending to acceptance, and is audited at each step', async () => {
    const submitted = await enterAndSubmit(1);
    expect(
      await refusal(rooms.entries.change(leader, event.id, submitted.id, submitted.version, wish(2))),
    ).toBe('registration.not-editable');
    const returned = await rooms.reviews.return(
      organiser,
      event.id,
      submitted.id,
      submitted.version,
      '单位名称请写全称',
    );
    expect(returned).toMatchObject({ state: 'returned', returnReason: '单位名称请写全称' });
    clock.set(new Date(closesAt.getTime() + 1000));
    const person = { ...personNamed(1), id: returned.competitors[0]!.id, unit: '南京金陵职业技术学院' };
    const mended = await rooms.entries.change(
      leader,
      event.id,
      returned.id,
      returned.version,
      wish(1, { competitors: [person] }),
    );
    expect(mended.competitors[0]).toMatchObject({ id: person.id, unit: '南京金陵职业技术学院' });
    const again = await rooms.entries.submit(leader, event.id, mended.id, mended.version);
    expect(await refusal(rooms.reviews.accept(leader, event.id, again.id, again.version))).toBe(
      'identity.role-may-not',
    );
    const accepted = await rooms.reviews.accept(organiser, event.id, again.id, again.version);
    expect(accepted.state).toBe('accepted');
    const verbs: { verb: string }[] = await database.source.query(
      `SELECT verb FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
      [accepted.id],
    );
    expect(verbs.map(({ verb }) => verb)).toEqual([
      'entry.added',
      'entry.submitted',
      'entry.returned',
      'entry.changed',
      'entry.submitted',
      'entry.accepted',
    ]);
  });

  it('refuses to act on what somebody else has changed since it was read', async () => {
    const entry = await enterAndSubmit(1);
    await rooms.reviews.return(organiser, event.id, entry.id, entry.version, '请补充单位');
    expect(await refusal(rooms.reviews.accept(organiser, event.id, entry.id, entry.version))).toBe(
      'platform.outdated',
    );
  });

  it('refuses a submission that is incomplete or over age, naming every fault, and keeps it as a draft', async () => {
    await database.source.query(`UPDATE skill SET age_years_max = 22, team_size = 2 WHERE event_id = $1`, [
      event.id,
    ]);
    const people = [{ name: '陈志强', birthDate: '2004-12-31' }];
    const entry = await rooms.entries.add(leader, event.id, wish(1, { competitors: people }));
    expect(entry.findings.map(({ code, path }) => [code, path])).toEqual([
      ['registration.over-age', 'competitors.0.birthDate'],
      ['registration.team-size', 'competitors'],
    ]);
    expect(await refusal(rooms.entries.submit(leader, event.id, entry.id, entry.version))).toBe(
      'registration.entry-incomplete',
    );
    expect((await rooms.entries.one(leader, event.id, entry.id)).state).toBe('draft');
  });

  it('warns of a person who stands with another delegation, naming it to the organiser only', async () => {
    const mine = await enterAndSubmit(1);
    await rooms.entries.add(otherLeader, event.id, wish(1, { delegationId: suzhou.id }));
    const seen = async (actor: Actor) =>
      (await rooms.entries.one(actor, event.id, mine.id)).findings.map(({ code, severity }) => [
        code,
        severity,
      ]);
    expect(await seen(leader)).toEqual([['registration.person-in-other-delegation', 'warning']]);
    expect(await seen(organiser)).toEqual([['registration.person-in-named-delegation', 'warning']]);
  });

  it('bars the same person from two entries in one skill of one delegation', async () => {
    await enterAndSubmit(1);
    expect(await refusal(enterAndSubmit(1))).toBe('registration.entry-incomplete');
  });

  it('reviews many at once: previews, does what stands as it was seen, and names the rest', async () => {
    const entries = [await enterAndSubmit(1), await enterAndSubmit(2), await enterAndSubmit(3)];
    await rooms.reviews.return(organiser, event.id, entries[2]!.id, entries[2]!.version, '请补充单位');
    const draft = await rooms.entries.add(leader, event.id, wish(4));
    const seen = [...entries, draft].map(({ id, version }) => ({ id, version }));
    const preview = await rooms.reviews.previewReview(organiser, event.id, {
      decision: 'accept',
      entries: seen,
    });
    expect(preview).toMatchObject({ done: 2, refused: 2 });
    expect((await rooms.entries.list(organiser, event.id, { state: 'accepted' })).items).toEqual([]);
    const done = await rooms.reviews.review(organiser, event.id, { decision: 'accept', entries: seen });
    expect(done.outcomes.map(({ done: ok, code }) => [ok, code])).toEqual([
      [true, null],
      [true, null],
      [false, 'platform.outdated'],
      [false, 'registration.not-submitted'],
    ]);
    expect((await rooms.entries.list(organiser, event.id, { state: 'accepted' })).items).toHaveLength(2);
    expect(
      await refusal(rooms.reviews.review(organiser, event.id, { decision: 'return', entries: seen })),
    ).toBe('registration.return-reason-needed');
  });

  it('submits all complete drafts of a delegation at once', async () => {
    const complete = await rooms.entries.add(leader, event.id, wish(1));
    const incomplete = await rooms.entries.add(leader, event.id, wish(2, { competitors: [] }));
    const seen = [complete, incomplete].map(({ id, version }) => ({ id, version }));
    const outcome = await rooms.reviews.submit(leader, event.id, { entries: seen });
    expect(outcome.outcomes).toMatchObject([
      { done: true, version: 2 },
      { done: false, code: 'registration.entry-incomplete' },
    ]);
  });

  it("keeps a substituted person's account and data out of the new one's hands", async () => {
    const entry = await rooms.entries.add(leader, event.id, wish(1));
    const changed = await rooms.entries.change(leader, event.id, entry.id, entry.version, wish(2));
    expect(changed.competitors[0]!.id).not.toBe(entry.competitors[0]!.id);
    const left: unknown[] = await database.source.query(
      `SELECT 1 FROM person p JOIN competitor k ON k.person_id = p.id WHERE k.entry_id = $1`,
      [entry.id],
    );
    expect(left).toHaveLength(1);
  });
});
