import { type Actor, Audit, AuditEntry, systemActor } from '@luban/audit';
import { RoleGrant } from '@luban/identity';
import { Denied, Invalid, NotFound, Outdated, Refused, StandingClock } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenActor } from '../../../test/support/world.js';
import { givenEvent, givenOrganisation, givenSkill } from '../../../test/support/world-events.js';
import { CloneService } from './clone.service.js';
import type { CreateEventDto } from './event.dto.js';
import { listEvents, readEvent } from './event.queries.js';
import { EventService } from './event.service.js';
import { PartyService, partEventsOf } from './party.service.js';
import { readPublicEvent } from './public-events.queries.js';
import { eventOf, skillOf } from './reads.js';
import { readSkill } from './skill.queries.js';
import { VenueService } from './venue.service.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-01-04T02:00:00Z'));
const audit = new Audit(clock);
const parties = () => new PartyService(database.source, audit);
const events = () => new EventService(database.source, clock, audit, parties());
const clones = () => new CloneService(database.source, clock, audit, parties());
const tx = () => database.source.manager;

const wish: CreateEventDto = {
  name: '金陵杯焊工职业技能竞赛',
  level: 'school',
  startsOn: '2027-05-11',
  endsOn: '2027-05-13',
};

/** Somebody of a school who runs the school's events as its organiser. */
async function schoolOrganiser(): Promise<Actor & { accountId: string }> {
  const school = await givenOrganisation(tx());
  return givenActor(tx(), { role: 'organiser', organisationId: school.id });
}

const hostOf = (
  eventId: string,
  organisationId: string | null = null,
): Promise<Actor & { accountId: string }> => givenActor(tx(), { role: 'host', eventId, organisationId });

describe('creating an event', () => {
  it('makes the creator’s organisation its host, and the creator host of this one event', async () => {
    const organiser = await schoolOrganiser();
    const event = await events().createEvent(organiser, {
      ...wish,
      organiserOrganisationIds: [organiser.organisationId ?? ''],
    });
    expect(event).toMatchObject({
      stage: 'draft',
      class: null,
      heldYear: 2027,
      timeZone: 'Asia/Shanghai',
      version: 1,
    });
    expect(event.parties.map(({ part, organisationId }) => [part, organisationId])).toEqual([
      ['host', organiser.organisationId],
      ['organiser', organiser.organisationId],
    ]);
    expect(event.roles.sort()).toEqual(['host', 'organiser']);
    expect(await tx().findBy(RoleGrant, { accountId: organiser.accountId, eventId: event.id })).toMatchObject(
      [{ role: 'host', organisationId: organiser.organisationId, endedAt: null }],
    );
    expect(await partEventsOf(tx(), [organiser.organisationId ?? ''])).toContainEqual({
      organisationId: organiser.organisationId,
      role: 'organiser',
      eventId: event.id,
    });
  });

  it('refuses a class set by hand, saying that it is granted through an application', async () => {
    const organiser = await schoolOrganiser();
    const refused = events().createEvent(organiser, { ...wish, class: 'one' });
    await expect(refused).rejects.toThrow(Refused);
    await expect(refused).rejects.toMatchObject({ code: 'events.class-by-grant' });
  });

  it('refuses dates, zones and days that cannot be', async () => {
    const organiser = await schoolOrganiser();
    const code = (changes: Partial<CreateEventDto>) =>
      events()
        .createEvent(organiser, { ...wish, ...changes })
        .catch((error: Invalid) => error.code);
    expect(await code({ endsOn: '2027-05-10' })).toBe('events.dates-reversed');
    expect(await code({ startsOn: '2027-02-30' })).toBe('events.no-such-day');
    expect(await code({ timeZone: 'Asia/Luban' })).toBe('events.unknown-time-zone');
    expect(await code({ registrationOpensAt: '2027-03-01T09:00:00' })).toBe('events.time-without-zone');
    expect(
      await code({
        registrationOpensAt: '2027-03-01T09:00:00+08:00',
        registrationClosesAt: '2027-03-01T00:59:00Z',
      }),
    ).toBe('events.registration-reversed');
  });

  it('lets nobody but an administrator name a host of another house', async () => {
    const organiser = await schoolOrganiser();
    const bureau = await givenOrganisation(tx(), { kind: 'bureau' });
    await expect(events().createEvent(organiser, { ...wish, hostOrganisationId: bureau.id })).rejects.toThrow(
      Denied,
    );
    const administrator = await givenActor(tx(), { role: 'administrator' });
    const event = await events().createEvent(administrator, { ...wish, hostOrganisationId: bureau.id });
    expect(event.roles).toEqual(['administrator']);
    expect(event.may).toMatchObject({ change: ['basics', 'parties'], stage: false });
    await expect(events().createEvent(administrator, wish)).rejects.toMatchObject({
      code: 'events.no-organisation',
    });
  });
});

describe('reach', () => {
  it('hides an event from everybody it does not concern, even that it exists', async () => {
    const event = await givenEvent(tx());
    const stranger = await hostOf((await givenEvent(tx())).id);
    await expect(readEvent(tx(), stranger, event.id)).rejects.toThrow(NotFound);
    await expect(readEvent(tx(), stranger, 'no id at all')).rejects.toThrow(NotFound);
    expect((await listEvents(tx(), stranger, { limit: 50 })).items.map(({ id }) => id)).not.toContain(
      event.id,
    );
  });

  it('keeps a judge of one skill out of the others', async () => {
    const event = await givenEvent(tx());
    const welding = await givenSkill(tx(), event.id);
    const carpentry = await givenSkill(tx(), event.id, { name: '木工' });
    const judge = await givenActor(tx(), { role: 'judge', eventId: event.id, skillId: welding.skill.id });
    expect((await skillOf(tx(), judge, event.id, welding.skill.id)).name).toBe('焊接');
    await expect(skillOf(tx(), judge, event.id, carpentry.skill.id)).rejects.toThrow(NotFound);
    await expect(readSkill(tx(), judge, event.id, carpentry.skill.id)).rejects.toThrow(NotFound);
  });

  it('lets an organiser change the registration window of the basics, and nothing else', async () => {
    const event = await givenEvent(tx(), { stage: 'draft' });
    const organiser = await givenActor(tx(), { role: 'organiser', eventId: event.id });
    const edited = await events().editEvent(organiser, event.id, 1, {
      registrationClosesAt: '2027-04-01T18:00:00+08:00',
    });
    expect(edited).toMatchObject({ registrationClosesAt: '2027-04-01T10:00:00.000Z', version: 2 });
    expect(edited.may).toMatchObject({ registrationWindowOnly: true });
    await expect(events().editEvent(organiser, event.id, 2, { name: '别的名字' })).rejects.toMatchObject({
      code: 'events.host-only',
    });
  });

  it('gives an administrator the configuration, but not the work', async () => {
    const event = await givenEvent(tx());
    const administrator = await givenActor(tx(), { role: 'administrator' });
    expect((await readEvent(tx(), administrator, event.id)).name).toBe(event.name);
    const venues = new VenueService(database.source, audit);
    await expect(venues.createVenue(administrator, event.id, { name: '一号馆' })).rejects.toThrow(Denied);
  });
});

describe('editing and deleting', () => {
  it('refuses an edit that was made on an older version', async () => {
    const event = await givenEvent(tx(), { stage: 'draft' });
    const host = await hostOf(event.id);
    await events().editEvent(host, event.id, 1, { edition: '第三届' });
    await expect(events().editEvent(host, event.id, 1, { edition: '第四届' })).rejects.toThrow(Outdated);
    expect((await eventOf(tx(), host, event.id)).edition).toBe('第三届');
  });

  it('keeps what was there before in the history', async () => {
    const event = await givenEvent(tx(), { stage: 'draft' });
    const host = await hostOf(event.id);
    await events().editEvent(host, event.id, 1, { endsOn: '2027-05-14' });
    const [entry] = await tx().findBy(AuditEntry, { eventId: event.id, verb: 'event.edited' });
    expect(entry).toMatchObject({
      actorAccountId: host.accountId,
      before: { endsOn: '2027-05-13' },
      after: { endsOn: '2027-05-14' },
    });
  });

  it('locks the basics once results are public', async () => {
    const event = await givenEvent(tx(), { stage: 'provisional' });
    const refused = events().editEvent(await hostOf(event.id), event.id, 1, { name: '改名' });
    await expect(refused).rejects.toMatchObject({
      code: 'events.part-locked',
      params: { stage: 'provisional' },
    });
  });

  it('deletes an empty draft with the roles it gave, and nothing that holds something', async () => {
    const organiser = await schoolOrganiser();
    const event = await events().createEvent(organiser, wish);
    const creator: Actor = {
      ...organiser,
      grants: [{ ...organiser.grants[0]!, role: 'host', eventId: event.id }],
    };
    await new VenueService(database.source, audit).createVenue(creator, event.id, { name: '一号馆' });
    await expect(events().deleteEvent(creator, event.id)).rejects.toMatchObject({ code: 'events.not-empty' });
    await tx().query('DELETE FROM venue WHERE event_id = $1', [event.id]);
    await events().deleteEvent(creator, event.id);
    await expect(eventOf(tx(), systemActor, event.id)).rejects.toThrow(NotFound);
    const [grant] = await tx().findBy(RoleGrant, { accountId: organiser.accountId, eventId: event.id });
    expect(grant?.endedBy).toBe(organiser.accountId);
    expect(await tx().countBy(AuditEntry, { eventId: event.id, verb: 'event.deleted' })).toBe(1);
  });

  it('does not delete an event that has left set-up', async () => {
    const event = await givenEvent(tx());
    await expect(events().deleteEvent(await hostOf(event.id), event.id)).rejects.toMatchObject({
      code: 'events.only-draft-deleted',
    });
  });
});

describe('parties', () => {
  it('never leaves an event without a host, and ends the roles a party gave when it leaves', async () => {
    const school = await givenOrganisation(tx());
    const event = await givenEvent(tx(), { stage: 'draft', hostId: school.id });
    const host = await hostOf(event.id, school.id);
    await parties().addParty(host, event.id, (await givenOrganisation(tx())).id, 'coOrganiser');
    const first =
      (await readEvent(tx(), host, event.id)).parties.find(({ part }) => part === 'host')?.id ?? '';
    await expect(parties().removeParty(host, event.id, first)).rejects.toMatchObject({
      code: 'events.last-host',
    });
    await parties().addParty(host, event.id, (await givenOrganisation(tx())).id, 'host');
    await parties().removeParty(host, event.id, first);
    const [ended] = await tx().findBy(RoleGrant, { accountId: host.accountId });
    expect(ended).toMatchObject({ role: 'host', endedBy: host.accountId });
  });

  it('refuses an organisation that nobody registered', async () => {
    const event = await givenEvent(tx(), { stage: 'draft' });
    const host = await hostOf(event.id);
    await expect(parties().addParty(host, event.id, host.accountId, 'host')).rejects.toMatchObject({
      code: 'events.organisation-not-found',
    });
  });
});

describe('next year’s event', () => {
  it('takes over everything but the people, with sessions at the same time of day', async () => {
    const source = await givenEvent(tx(), { stage: 'final' });
    const { skill, sessions, workstations } = await givenSkill(tx(), source.id, { modules: ['T', 'A'] });
    await tx().query(`UPDATE workstation SET state = 'failed' WHERE id = $1`, [workstations[0]?.id]);
    const host = await hostOf(source.id);
    const clone = await clones().cloneEvent(host, source.id, { name: '第二届', startsOn: '2028-05-16' });
    expect(clone).toMatchObject({
      stage: 'draft',
      clonedFromId: source.id,
      endsOn: '2028-05-18',
      heldYear: 2028,
    });
    expect(clone.parties.map(({ part }) => part)).toEqual(['host', 'organiser']);
    expect(clone.counts).toMatchObject({
      skills: 1,
      groups: 2,
      modules: 2,
      sessions: 4,
      venues: 1,
      workstationsUsable: 8,
    });
    const [copy] = await tx().query(`SELECT id FROM skill WHERE event_id = $1`, [clone.id]);
    const copied = await readSkill(tx(), systemActor, clone.id, (copy as { id: string }).id);
    expect(copied.id).not.toBe(skill.id);
    expect(copied.code).toBe(skill.code);
    expect(copied.sessions.map(({ startsAt }) => startsAt)).toEqual(
      sessions.map(({ startsAt }) => new Date(startsAt.getTime() + 371 * 86_400_000).toISOString()).sort(),
    );
    expect(copied.modules.map(({ code }) => code)).toEqual(['T', 'A']);
    expect(await tx().findBy(RoleGrant, { eventId: clone.id })).toMatchObject([
      { accountId: host.accountId, role: 'host' },
    ]);
  });
});

describe('what everybody may see', () => {
  it('shows an event beyond set-up with skills and schedule, and no draft', async () => {
    const event = await givenEvent(tx());
    await givenSkill(tx(), event.id);
    const shown = await readPublicEvent(tx(), event.id);
    expect(shown.skills).toMatchObject([
      {
        name: '焊接',
        groupNames: ['职工组', '学生组'],
        sessions: [{ moduleCode: 'A' }, { startsAt: '2027-05-11T04:00:00.000Z' }],
      },
    ]);
    const draft = await givenEvent(tx(), { stage: 'draft' });
    await expect(readPublicEvent(tx(), draft.id)).rejects.toThrow(NotFound);
  });
});

it('pages through events, newest first, by year, level, stage and a word of the name', async () => {
  const days = ['2031-01-01', '2031-02-01', '2031-02-01', '2031-03-01'];
  const made = [];
  for (const startsOn of days) {
    made.push(await givenEvent(tx(), { startsOn, endsOn: startsOn, level: 'county', name: '100%_溧阳' }));
  }
  const filter = { year: 2031, level: 'county' as const, q: '0%_溧', limit: 3 };
  const first = await listEvents(tx(), systemActor, filter);
  const second = await listEvents(tx(), systemActor, { ...filter, after: first.next ?? undefined });
  expect([...first.items, ...second.items].map(({ startsOn }) => startsOn)).toEqual([...days].reverse());
  expect(new Set([...first.items, ...second.items].map(({ id }) => id))).toEqual(
    new Set(made.map(({ id }) => id)),
  );
  expect(second.next).toBeNull();
  expect((await listEvents(tx(), systemActor, { ...filter, q: '0_溧' })).items).toEqual([]);
});
