import { type Actor, Audit, AuditEntry } from '@luban/audit';
import { newId, StandingClock } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenActor } from '../../../test/support/world.js';
import { givenEvent, givenSkill } from '../../../test/support/world-events.js';
import type { CompetitionEvent } from './competition-event.entity.js';
import type { CreateSkillDto } from './skill.dto.js';
import { listSkills, readSkill } from './skill.queries.js';
import { SkillService } from './skill.service.js';
import { SkillPartService } from './skill-part.service.js';
import { VenueService } from './venue.service.js';

const database = testDatabase();
const audit = new Audit(new StandingClock(new Date('2027-01-04T02:00:00Z')));
const skills = () => new SkillService(database.source, audit);
const parts = () => new SkillPartService(database.source, audit);
const venues = () => new VenueService(database.source, audit);
const tx = () => database.source.manager;

async function eventWithOrganiser(
  stage: CompetitionEvent['stage'] = 'draft',
): Promise<{ eventId: string; organiser: Actor; host: Actor }> {
  const { id: eventId } = await givenEvent(tx(), { stage });
  return {
    eventId,
    organiser: await givenActor(tx(), { role: 'organiser', eventId }),
    host: await givenActor(tx(), { role: 'host', eventId }),
  };
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing refused',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

const wholeWelding: CreateSkillDto = {
  worldSkillNumber: 10,
  groups: [{ code: 'worker' }, { code: 'student' }],
  modules: [
    { code: 'T', name: '理论', part: 'theory', durationMinutes: 90, weightHundredths: 2000 },
    { code: 'A', name: '结构焊', durationMinutes: 240, weightHundredths: 8000, day: 2 },
  ],
  sessions: [
    {
      moduleCode: 'T',
      name: '理论',
      startsAt: '2027-05-11T09:00:00+08:00',
      endsAt: '2027-05-11T10:30:00+08:00',
    },
    {
      moduleCode: 'A',
      name: '上午',
      startsAt: '2027-05-12T08:00:00+08:00',
      endsAt: '2027-05-12T12:00:00+08:00',
    },
    {
      moduleCode: 'A',
      name: '下午',
      startsAt: '2027-05-12T13:00:00+08:00',
      endsAt: '2027-05-12T17:00:00+08:00',
    },
  ],
  workstations: [{ codes: 'A01–A24' }, { codes: 'A25, A26', state: 'spare' }],
};

describe('setting up a skill', () => {
  it('makes it whole in one request, from the WorldSkills list', async () => {
    const { eventId, organiser } = await eventWithOrganiser();
    const skill = await skills().createSkill(organiser, eventId, wholeWelding);
    expect(skill).toMatchObject({
      code: '10',
      name: '焊接',
      nameEn: 'Welding',
      teamSize: 1,
      ageYearsMax: 23,
    });
    expect(skill.policy.name).toBe('prizes-by-percentage');
    expect(skill.groups.map(({ name }) => name)).toEqual(['职工组', '学生组']);
    expect(skill.modules.map(({ code, markedBy }) => [code, markedBy])).toEqual([
      ['T', 'list'],
      ['A', 'scheme'],
    ]);
    expect(skill.sessions.map(({ name }) => name)).toEqual(['理论', '上午', '下午']);
    expect(skill.workstations).toHaveLength(26);
    expect(skill.workstations.filter(({ state }) => state === 'spare').map(({ code }) => code)).toEqual([
      'A25',
      'A26',
    ]);
    const verbs: { verb: string; n: number }[] = await tx().query(
      `SELECT verb, count(*)::int AS n FROM audit_entry WHERE event_id = $1 GROUP BY verb ORDER BY verb`,
      [eventId],
    );
    expect(verbs).toEqual([
      { verb: 'group.created', n: 2 },
      { verb: 'module.created', n: 2 },
      { verb: 'session.created', n: 3 },
      { verb: 'skill.created', n: 1 },
      { verb: 'workstation.created', n: 26 },
    ]);
    expect(await listSkills(tx(), organiser, eventId)).toMatchObject([
      {
        moduleCount: 2,
        sessionCount: 3,
        workstationsUsable: 24,
        workstationsSpare: 2,
        firstStartsAt: '2027-05-11T01:00:00.000Z',
      },
    ]);
  });

  it('makes nothing at all when one part of it cannot be', async () => {
    const { eventId, organiser } = await eventWithOrganiser();
    const [theory] = wholeWelding.sessions ?? [];
    const code = (changes: Partial<CreateSkillDto>) =>
      codeOf(skills().createSkill(organiser, eventId, { ...wholeWelding, ...changes }));
    expect(await code({ sessions: [{ ...theory!, moduleCode: 'Z' }] })).toBe('events.session-module-unknown');
    expect(await code({ sessions: [theory!, { ...theory!, name: '又一场' }] })).toBe(
      'events.session-overlaps',
    );
    expect(await code({ sessions: [{ ...theory!, endsAt: theory!.startsAt }] })).toBe(
      'events.session-reversed',
    );
    expect(await code({ workstations: [{ codes: 'A24–A01' }] })).toBe('events.workstations-backwards');
    expect(await code({ policy: { name: 'no-such-policy' } })).toBe('events.policy-unknown');
    expect(await code({ worldSkillNumber: 64 })).toBe('events.world-skill-not-found');
    expect(await code({ occupationCode: '9-99' })).toBe('events.occupation-code');
    expect(await code({ venueId: newId() })).toBe('events.venue-not-found');
    expect(await listSkills(tx(), organiser, eventId)).toEqual([]);
  });

  it('takes an occupation with its own code and name', async () => {
    const { eventId, organiser } = await eventWithOrganiser();
    const wish = { code: 'GY', name: '工业机器人系统运维员', occupationCode: '6-31-07-01 s', teamSize: 2 };
    const skill = await skills().createSkill(organiser, eventId, wish);
    expect(skill).toMatchObject({
      occupationCode: '6-31-07-01 S',
      worldSkillNumber: null,
      ageYearsMax: null,
    });
    expect(await codeOf(skills().createSkill(organiser, eventId, { occupationCode: '6-31-07-01' }))).toBe(
      'events.skill-needs-name',
    );
  });
});

describe('who may change what until when', () => {
  it('locks groups when registration has closed, modules when the competition has begun', async () => {
    const { eventId, organiser } = await eventWithOrganiser('preparation');
    const { skill } = await givenSkill(tx(), eventId);
    expect(await codeOf(parts().createGroup(organiser, eventId, skill.id, { code: 'open' }))).toBe(
      'events.part-locked',
    );
    await parts().createModule(organiser, eventId, skill.id, {
      code: 'B',
      name: '模块 B',
      durationMinutes: 60,
    });
    await tx().query(`UPDATE competition_event SET stage = 'competition' WHERE id = $1`, [eventId]);
    expect(
      await codeOf(
        parts().createModule(organiser, eventId, skill.id, {
          code: 'C',
          name: '模块 C',
          durationMinutes: 60,
        }),
      ),
    ).toBe('events.part-locked');
    await parts().createWorkstations(organiser, eventId, skill.id, { codes: 'X1' });
  });

  it('lets the organiser prepare the rules, and from registration on only the host change them', async () => {
    const { eventId, organiser, host } = await eventWithOrganiser('draft');
    const { skill } = await givenSkill(tx(), eventId);
    const choice = {
      name: 'prizes-by-rank',
      parameters: { prizeRanks: [{ award: 'firstPrize', from: 1, to: 3 }] },
    };
    const chosen = await skills().choosePolicy(organiser, eventId, skill.id, 1, choice);
    expect(chosen.policy.parameters.prizeRanks).toEqual(choice.parameters.prizeRanks);
    await tx().query(`UPDATE competition_event SET stage = 'registration' WHERE id = $1`, [eventId]);
    expect(await codeOf(skills().choosePolicy(organiser, eventId, skill.id, 2, choice))).toBe(
      'events.policy-host-only',
    );
    expect((await skills().choosePolicy(host, eventId, skill.id, 2, { name: 'national-2020' })).version).toBe(
      3,
    );
  });

  it('keeps a judge from changing what he may see', async () => {
    const { eventId } = await eventWithOrganiser();
    const { skill } = await givenSkill(tx(), eventId);
    const judge = await givenActor(tx(), { role: 'judge', eventId, skillId: skill.id });
    expect(await codeOf(parts().createGroup(judge, eventId, skill.id, { code: 'open' }))).toBe(
      'identity.role-may-not',
    );
  });
});

describe('the parts of a skill', () => {
  it('edits on the version that was read, and keeps the reason of a failed workstation', async () => {
    const { eventId, organiser } = await eventWithOrganiser('competition');
    const { skill, workstations } = await givenSkill(tx(), eventId);
    const place = workstations[0]!;
    const edited = await parts().editWorkstation(organiser, eventId, skill.id, place.id, 1, {
      state: 'failed',
      reason: '焊机故障',
    });
    expect(edited).toMatchObject({ state: 'failed', version: 2 });
    expect(
      await codeOf(parts().editWorkstation(organiser, eventId, skill.id, place.id, 1, { state: 'usable' })),
    ).toBe('platform.outdated');
    const [entry] = await tx().findBy(AuditEntry, { eventId, verb: 'workstation.edited' });
    expect(entry).toMatchObject({
      reason: '焊机故障',
      before: { state: 'usable' },
      after: { state: 'failed' },
    });
  });

  it('refuses sessions that overlap within a module, also by an edit, and lets different modules overlap', async () => {
    const { eventId, organiser } = await eventWithOrganiser();
    const { skill, modules, sessions } = await givenSkill(tx(), eventId, { modules: ['A', 'B'] });
    const [first, second] = sessions.filter(({ moduleId }) => moduleId === modules[0]?.id);
    const overlapping = { startsAt: first!.startsAt.toISOString(), endsAt: second!.endsAt.toISOString() };
    const wish = { name: '加场', moduleId: modules[0]!.id, ...overlapping };
    expect(await codeOf(parts().createSession(organiser, eventId, skill.id, wish))).toBe(
      'events.session-overlaps',
    );
    expect(await codeOf(parts().editSession(organiser, eventId, skill.id, first!.id, 1, overlapping))).toBe(
      'events.session-overlaps',
    );
    const other = { ...wish, moduleId: modules[1]!.id };
    expect((await parts().createSession(organiser, eventId, skill.id, other)).name).toBe('加场');
  });

  it('adds workstations in bulk and names those that are there already', async () => {
    const { eventId, organiser } = await eventWithOrganiser();
    const { skill } = await givenSkill(tx(), eventId, { workstations: 2 });
    const refused = parts().createWorkstations(organiser, eventId, skill.id, { codes: 'W01-W04' });
    await expect(refused).rejects.toMatchObject({
      code: 'events.workstation-codes-taken',
      params: { codes: 'W01、W02' },
    });
    const added = await parts().createWorkstations(organiser, eventId, skill.id, {
      codes: 'W03-W04',
      state: 'spare',
    });
    expect(added.map(({ code, state }) => [code, state])).toEqual([
      ['W03', 'spare'],
      ['W04', 'spare'],
    ]);
  });

  it('deletes what nobody relies on, and refuses what is in use', async () => {
    const { eventId, organiser } = await eventWithOrganiser();
    const { skill, modules, groups, venue } = await givenSkill(tx(), eventId);
    const remove = (kind: 'group' | 'module', id: string) =>
      codeOf(parts().deletePart(organiser, eventId, skill.id, kind, id));
    expect(await remove('module', modules[0]!.id)).toBe('events.in-use');
    expect(await codeOf(venues().deleteVenue(organiser, eventId, venue.id))).toBe('events.in-use');
    expect(await remove('group', groups[1]!.id)).toBe('nothing refused');
    expect((await readSkill(tx(), organiser, eventId, skill.id)).groups).toHaveLength(1);
    await skills().deleteSkill(organiser, eventId, skill.id);
    expect(await remove('group', groups[0]!.id)).toBe('events.skill-not-found');
    expect(await codeOf(venues().deleteVenue(organiser, eventId, venue.id))).toBe('nothing refused');
  });

  it('does not find a part of another skill', async () => {
    const { eventId, organiser } = await eventWithOrganiser();
    const welding = await givenSkill(tx(), eventId);
    const carpentry = await givenSkill(tx(), eventId);
    const group = welding.groups[0]!;
    expect(
      await codeOf(parts().editGroup(organiser, eventId, carpentry.skill.id, group.id, 1, { name: '甲' })),
    ).toBe('events.group-not-found');
  });
});
