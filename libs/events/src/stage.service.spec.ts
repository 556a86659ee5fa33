import { type Actor, Audit, AuditEntry } from '@luban/audit';
import { Denied, Refused, StandingClock } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenActor } from '../../../test/support/world.js';
import { givenEvent, givenSkill } from '../../../test/support/world-events.js';
import { addOwnStageChecks } from './own-stage-checks.js';
import { addStageCheck, finding, stageChecks } from './stage-checks.js';
import { StageService } from './stage.service.js';
import type { Stage } from './stages.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-01-04T02:00:00Z'));
const stages = () => new StageService(database.source, clock, new Audit(clock));
const tx = () => database.source.manager;

beforeAll(() => addOwnStageChecks(() => clock.now()));

async function eventAt(stage: Stage): Promise<{ eventId: string; host: Actor; organiser: Actor }> {
  const { id: eventId } = await givenEvent(tx(), { stage });
  return {
    eventId,
    host: await givenActor(tx(), { role: 'host', eventId }),
    organiser: await givenActor(tx(), { role: 'organiser', eventId }),
  };
}

/** Codes of the findings that block an attempt to enter the stage. */
const blocking = (attempt: Promise<unknown>): Promise<string[]> =>
  attempt.then(
    () => [],
    (error: Refused) => {
      if (error.code !== 'events.preflight') throw error;
      const findings = error.extra.findings as { code: string; severity: string }[];
      return findings.filter(({ severity }) => severity === 'blocking').map(({ code }) => code);
    },
  );

it('runs these checks of its own', () => {
  expect(stageChecks().map(({ code, stages: entered }) => [code, entered.length])).toEqual([
    ['events.event', 3],
    ['events.skills', 3],
    ['events.schedule', 2],
  ]);
});

it('refuses to open registration while something is missing, and says what and where it is mended', async () => {
  const { eventId, organiser } = await eventAt('draft');
  const attempt = stages().enterStage(organiser, eventId, 1, { to: 'registration' });
  await expect(attempt).rejects.toMatchObject({ code: 'events.preflight', params: { count: 1 } });
  await expect(attempt).rejects.toMatchObject({
    extra: {
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'events.no-skill', href: `/events/${eventId}/skills` }),
      ]),
    },
  });
  const { skill } = await givenSkill(tx(), eventId, { groups: [], modules: [] });
  expect(await blocking(stages().enterStage(organiser, eventId, 1, { to: 'registration' }))).toEqual([
    'events.no-group',
    'events.no-module',
  ]);
  const { next } = await stages().readStage(organiser, eventId);
  expect(next).toMatchObject([{ to: 'registration', ready: false, yours: true }]);
  expect(next[0]?.findings.find(({ code }) => code === 'events.no-group')).toMatchObject({
    href: `/events/${eventId}/skills/${skill.id}?tab=groups`,
    message: { zh: '焊接：还没有组别。', en: 'Welding: there is no group yet.' },
  });
});

it('opens registration once the set-up is complete, and keeps who, when and with what warnings', async () => {
  const { eventId, organiser } = await eventAt('draft');
  await givenSkill(tx(), eventId);
  const stage = await stages().enterStage(organiser, eventId, 1, { to: 'registration' });
  expect(stage).toMatchObject({ stage: 'registration', version: 2 });
  expect(stage.history).toMatchObject([
    {
      from: 'draft',
      to: 'registration',
      by: organiser.accountId,
      at: '2027-01-04T02:00:00.000Z',
      warnings: 1,
    },
  ]);
  expect(await tx().countBy(AuditEntry, { eventId, verb: 'stage.entered' })).toBe(1);
});

it('asks for complete weights: all or none, 100 % together, in agreement with theory and practice', async () => {
  const { eventId, organiser } = await eventAt('draft');
  const { modules } = await givenSkill(tx(), eventId, { modules: ['T', 'A'] });
  const weigh = async (theory: number | null, practice: number | null) => {
    await tx().query(`UPDATE module SET weight_hundredths = $2 WHERE id = $1`, [modules[0]?.id, theory]);
    await tx().query(`UPDATE module SET weight_hundredths = $2 WHERE id = $1`, [modules[1]?.id, practice]);
    return blocking(stages().enterStage(organiser, eventId, 1, { to: 'registration' }));
  };
  expect(await weigh(2000, null)).toEqual(['events.weights-partial']);
  expect(await weigh(2000, 7000)).toEqual(['events.weights-not-100']);
  await tx().query(
    `UPDATE skill SET policy = jsonb_set(policy, '{parts,weights}',
       '[{"name":"theory","weightHundredths":3000,"criteria":[]},{"name":"practice","weightHundredths":7000,"criteria":[]}]')
      WHERE event_id = $1`,
    [eventId],
  );
  expect(await weigh(2000, 8000)).toEqual(['events.weights-disagree']);
  expect(await weigh(3000, 7000)).toEqual([]);
});

it('asks for a session of each module, long enough, and a usable workstation before the draw', async () => {
  const { eventId, organiser } = await eventAt('registration');
  const { modules, sessions } = await givenSkill(tx(), eventId, {
    modules: ['A', 'B'],
    sessionsPerModule: 1,
    workstations: 1,
  });
  await tx().query(`DELETE FROM session WHERE module_id = $1`, [modules[1]?.id]);
  await tx().query(`UPDATE session SET ends_at = starts_at + interval '119 minutes' WHERE id = $1`, [
    sessions[0]?.id,
  ]);
  await tx().query(`UPDATE workstation SET state = 'spare' WHERE event_id = $1`, [eventId]);
  expect(await blocking(stages().enterStage(organiser, eventId, 1, { to: 'preparation' }))).toEqual([
    'events.session-short',
    'events.no-session',
    'events.no-workstation',
  ]);
});

it('warns of sessions that overlap across modules, lie outside the event or on another day, without blocking', async () => {
  const { eventId, organiser } = await eventAt('registration');
  const { modules } = await givenSkill(tx(), eventId, { modules: ['A', 'B', 'C'], sessionsPerModule: 1 });
  await tx().query(
    `UPDATE session SET starts_at = starts_at - interval '1 day', ends_at = ends_at - interval '1 day' WHERE module_id = $1`,
    [modules[1]?.id],
  );
  await tx().query(
    `UPDATE session SET starts_at = starts_at + interval '9 days', ends_at = ends_at + interval '9 days' WHERE module_id = $1`,
    [modules[2]?.id],
  );
  const { next } = await stages().readStage(organiser, eventId);
  const step = next.find(({ to }) => to === 'preparation');
  expect(step?.ready).toBe(true);
  expect(step?.findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).toEqual([
    'events.no-registration-window',
    'events.session-other-day',
    'events.session-outside',
    'events.sessions-overlap',
  ]);
});

it('goes no way that the table does not know, nor for whoever it is not', async () => {
  const { eventId, organiser, host } = await eventAt('results');
  const go = (actor: Actor, to: Stage, reason?: string) =>
    stages().enterStage(actor, eventId, 1, { to, reason });
  await expect(go(organiser, 'final')).rejects.toMatchObject({ code: 'events.no-such-transition' });
  await expect(go(organiser, 'provisional')).rejects.toThrow(Denied);
  await expect(go(organiser, 'competition')).rejects.toMatchObject({ code: 'events.reason-needed' });
  await expect(go(organiser, 'competition', '  ')).rejects.toMatchObject({ code: 'events.reason-needed' });
  expect((await go(organiser, 'competition', '焊接模块 B 需重新评分')).history[0]?.reason).toBe(
    '焊接模块 B 需重新评分',
  );
  await expect(go(host, 'results')).rejects.toMatchObject({ code: 'platform.outdated' });
  const judge = await givenActor(tx(), { role: 'judge', eventId });
  await expect(go(judge, 'results')).rejects.toThrow(Denied);
  expect((await stages().readStage(judge, eventId)).next.map(({ yours }) => yours)).toEqual([false, false]);
});

describe('a check of a later room', () => {
  it('blocks on the way it names, and only there', async () => {
    addStageCheck({
      code: 'registration.entries-exist',
      stages: ['draft'],
      direction: 'back',
      run: () => Promise.resolve([finding('blocking', 'events.no-skill', {}, null)]),
    });
    const { eventId, organiser } = await eventAt('registration');
    await expect(
      stages().enterStage(organiser, eventId, 1, { to: 'draft', reason: '赛期有变' }),
    ).rejects.toMatchObject({ code: 'events.preflight' });
    const preparing = await eventAt('preparation');
    const step = { to: 'registration' as const, reason: '补报名' };
    expect((await stages().enterStage(preparing.organiser, preparing.eventId, 1, step)).stage).toBe(
      'registration',
    );
  });
});

it('lets one of two people who press at the same moment through', async () => {
  const { eventId, organiser, host } = await eventAt('draft');
  await givenSkill(tx(), eventId);
  const both = await Promise.allSettled(
    [organiser, host].map((actor) => stages().enterStage(actor, eventId, 1, { to: 'registration' })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await stages().readStage(host, eventId)).history).toHaveLength(1);
});
