import { ClassApplication, ClassStatus, PlanOpening } from '@luban/approvals';
import { Occupation } from '@luban/catalogue';
import { StandingClock } from '@luban/platform';
import { givenApplicant } from '../support/world-approvals.js';
import { type GivenContest, givenGrantedContest } from '../support/world-plans.js';
import { givenPlan } from '../support/world-year.js';
import { givenSignIn } from '../support/world.js';
import { testApp } from '../support/test-app.js';

const app = testApp({ clock: new StandingClock(new Date('2026-11-22T02:00:00Z')) });

type Body = Record<string, unknown> & { code?: string; href?: string; items?: unknown };
type Headers = Record<string, string>;

async function call(method: 'GET' | 'POST' | 'PATCH', path: string, headers: Headers, payload?: object) {
  const reply = await app.api.inject({ method, url: `/api/v1${path}`, headers, payload });
  return { status: reply.statusCode, body: reply.json<Body>() };
}

const at = (version: unknown): Headers => ({ 'if-match': `"${String(version)}"` });

/** A contest granted, published and opened as an event, with its host signed in. Each has a plan year of its own. */
let yearNow = 2027;
async function grantedEvent(given: Partial<GivenContest> = {}) {
  const tx = app.source.manager;
  for (const [code, name] of [
    ['6-20-01-01', '装配钳工'],
    ['6-18-02-04', '焊工'],
  ]) {
    const row = { edition: 'test', code, name, level: 4, initials: '', pinyin: '' };
    await tx.upsert(Occupation, row, ['edition', 'code']);
  }
  const planYear = yearNow++;
  const applicant = await givenApplicant(tx);
  const contest = { lead: applicant.organisation, name: '全国甲技能竞赛', planYear, ...given };
  const { id } = await givenGrantedContest(tx, contest);
  await givenPlan(tx, { planYear, targetOne: 0, targetTwo: 1, listed: [id] });
  const [listed]: { versionId: string }[] = await tx.query(
    `SELECT version_id AS "versionId" FROM plan_item WHERE application_id = $1`,
    [id],
  );
  await app.worker.get(PlanOpening).run(String(listed?.versionId), () => undefined);
  const { eventId } = await tx.findOneByOrFail(ClassStatus, { applicationId: id });
  const host = await givenSignIn(tx, applicant.host);
  const path = `/events/${String(eventId)}`;
  const skills = (await call('GET', `${path}/skills`, host)).body.items as { id: string }[];
  /** Edits what stands there now. */
  const edit = async (place: string, changes: object) => {
    const { version } = (await call('GET', place, host)).body;
    return call('PATCH', place, { ...host, ...at(version) }, changes);
  };
  return { tx, planYear, id, host, path, skillPath: `${path}/skills/${String(skills[0]?.id)}`, edit };
}

describe('the event of a granted contest', () => {
  it('lets no other occupation in under a granted code, however it is named', async () => {
    const { path, skillPath, host, id, edit } = await grantedEvent();
    const occupationCode = '6-20-01-01';
    for (const wish of [
      { name: '焊接', occupationCode },
      { name: '焊工项目', occupationCode },
      { name: '装配钳工（焊工）', occupationCode },
      { name: '装配钳工（焊　工）', occupationCode },
      { worldSkillNumber: 10, occupationCode },
      { worldSkillNumber: 10 },
      { name: '装配钳工' },
    ]) {
      const reply = await call('POST', `${path}/skills`, host, { code: 'X', ...wish });
      expect([wish, reply.status, reply.body.code]).toEqual([wish, 409, 'approvals.beyond-the-grant']);
      expect(reply.body.href).toBe(`/applications/${id}`);
    }
    for (const changes of [{ name: '焊接技术' }, { occupationCode: null }, { teamSize: 2 }]) {
      const reply = await edit(skillPath, changes);
      expect([changes, reply.status, reply.body.code]).toEqual([changes, 409, 'approvals.beyond-the-grant']);
    }
    for (const [i, name] of ['装配钳工（职工组）', '装配钳工 A', '单元装调'].entries()) {
      const reply = await call('POST', `${path}/skills`, host, { code: `Y${i}`, name, occupationCode });
      expect([name, reply.status]).toEqual([name, 201]);
    }
    const twoOfThem = { code: 'Z', name: '装配钳工（学生组）', occupationCode, teamSize: 2 };
    expect((await call('POST', `${path}/skills`, host, twoOfThem)).body.code).toBe(
      'approvals.beyond-the-grant',
    );
    for (const changes of [{ nameEn: 'Fitting' }, { name: '装配钳工（学生组）' }, { ageYearsMax: 30 }])
      expect((await edit(skillPath, changes)).status).toBe(200);
  });

  it('is not an occupation whose name holds the granted one', async () => {
    const { path, host } = await grantedEvent({ occupations: [{ name: '钳工' }] });
    const named = (name: string) => call('POST', `${path}/skills`, host, { code: 'A', name });
    expect((await named('装配钳工')).body.code).toBe('approvals.beyond-the-grant');
    expect((await named('钳工（学生组）')).status).toBe(201);
    const coded = { code: 'X', name: '钳工', occupationCode: '6-20-01-01' };
    expect((await call('POST', `${path}/skills`, host, coded)).body.code).toBe('approvals.beyond-the-grant');
  });

  it('changes by no edit what an amendment calls substantial, and takes what an amendment granted', async () => {
    const { path, edit, tx, id, host } = await grantedEvent();
    for (const changes of [
      { heldYear: 2028 },
      { startsOn: '2028-06-10', endsOn: '2028-06-13' },
      { endsOn: '2028-01-02' },
      { specialKind: 'innovation' },
      { industryCode: 'C35' },
    ]) {
      const reply = await edit(path, changes);
      expect([changes, reply.status, reply.body.code]).toEqual([changes, 409, 'approvals.beyond-the-grant']);
    }
    const warned = async () => JSON.stringify((await call('GET', `${path}/stage`, host)).body);
    expect(await warned()).not.toContain('approvals.days-not-as-granted');
    expect((await edit(path, { startsOn: '2027-07-01', endsOn: '2027-07-04' })).status).toBe(200);
    expect(await warned()).toContain(
      '举办日期 2027-07-01 – 2027-07-04 与批复的决赛日期 2027-06-10 – 2027-06-13 不一致',
    );
    await tx.update(
      ClassApplication,
      { id },
      { heldYear: 2028, industryCode: 'C35', finalFrom: '2028-06-10', finalTo: '2028-06-13' },
    );
    const amended = { heldYear: 2028, industryCode: 'C35', startsOn: '2028-06-10', endsOn: '2028-06-13' };
    expect((await edit(path, amended)).status).toBe(200);
    expect(await warned()).not.toContain('approvals.days-not-as-granted');
  });

  it('alone bears its official name; a name like those of the series is warned of', async () => {
    const { path, host, edit, planYear } = await grantedEvent();
    const officialName = `${planYear}年全国行业职业技能竞赛——第十届全国甲技能竞赛`;
    const days = { startsOn: '2027-06-10', endsOn: '2027-06-13' };
    const made = (name: string) =>
      call('POST', '/events', host, { name, level: 'nationalIndustry', ...days });
    for (const name of [officialName, ` ${planYear} 年全国行业职业技能竞赛——第十届　全国甲技能竞赛`]) {
      expect((await made(name)).body.code).toBe('approvals.official-name-granted');
      const clone = await call('POST', `${path}/clones`, host, { name, startsOn: '2028-06-10' });
      expect([clone.status, clone.body.code]).toEqual([409, 'approvals.official-name-granted']);
    }
    const other = await made(`${planYear}年全国行业职业技能竞赛——全国乙技能竞赛`);
    expect(other.status).toBe(201);
    const own = `/events/${String(other.body.id)}`;
    expect((await edit(own, { name: officialName })).body.code).toBe('approvals.official-name-granted');
    const warns = async () => JSON.stringify((await call('GET', `${own}/stage`, host)).body);
    expect(await warns()).toContain('approvals.series-without-grant');
    expect((await edit(own, { name: '全国乙技能竞赛' })).status).toBe(200);
    expect(await warns()).not.toContain('approvals.series-without-grant');
    expect((await edit(path, { nameEn: 'Contest A' })).status).toBe(200);
  });
});
