import { Audit, type Actor } from '@luban/audit';
import { CompetitionEvent, GrantedEvents, PartyService, Skill } from '@luban/events';
import { Authority, type Area, Organisation } from '@luban/identity';
import { Jobs, newId, readConfig, StandingClock } from '@luban/platform';
import { Notice, Notices } from '@luban/notices';
import { readWorkbook, textOf } from '@luban/workbooks';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenActor } from '../../../test/support/world.js';
import type { CreateFilingDto, FilingDto } from './filing.dto.js';
import { filingWorkbook } from './filing-list.js';
import { Filings } from './filing.service.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-03-01T02:00:00.000Z'));
let filings: Filings;
let works: Actor & { accountId: string };
let school: Actor & { accountId: string };
let area = 330_100;
let county: string;

beforeAll(() => {
  const audit = new Audit(clock);
  const jobs = new Jobs(clock, database.source);
  const notices = new Notices(clock, jobs, readConfig({ DATABASE_URL: database.url }));
  const parties = new PartyService(database.source, audit);
  filings = new Filings(database.source, clock, audit, notices, new GrantedEvents(clock, audit, parties));
});
// Each story happens in a city of its own.
beforeEach(async () => {
  area += 100;
  county = String(area + 6);
  works = await someone('host', 'enterprise', county);
  school = await someone('host', 'school', county);
});

async function organisation(kind: Organisation['kind'], divisionCode: string | null): Promise<string> {
  const id = newId();
  await database.source.manager.insert(Organisation, {
    id,
    name: `${kind} ${id.slice(-12)}`,
    kind,
    divisionCode,
  });
  return id;
}

async function someone(
  role: 'host' | 'acceptor' | 'official',
  kind: Organisation['kind'],
  code: string | null,
) {
  const organisationId = role === 'official' ? null : await organisation(kind, code);
  return givenActor(database.source.manager, { role, organisationId });
}

/** The acceptor of an authority of this area. */
async function authority(level: Area['level'], divisionCode: string) {
  const acceptor = await someone('acceptor', 'bureau', divisionCode);
  await database.source.manager.insert(Authority, {
    ...{ id: newId(), organisationId: acceptor.organisationId ?? '', level, divisionCode },
  });
  return acceptor;
}

const contest = (over: Partial<CreateFilingDto> = {}): CreateFilingDto => ({
  name: '第三届西湖精密焊工技能竞赛',
  occupations: [{ edition: '2022', code: '6-18-02-04', name: '焊工' }, { name: '机器人装调' }],
  startsOn: '2027-05-10',
  endsOn: '2027-05-12',
  place: '一号厂房',
  competitors: 120,
  contact: '何平 0571-88880000',
  ...over,
});
const file = (over: Partial<CreateFilingDto> = {}, actor: Actor = works): Promise<FilingDto> =>
  filings.file(actor, contest(over));
const seen = async (actor: Actor, filter = {}): Promise<string[]> =>
  (await filings.list(actor, { limit: 50, ...filter })).items.map(({ number }) => number);

describe('filing a contest', () => {
  it('gives it the next number of area and year at once, and keeps what was filed', async () => {
    expect(await file()).toMatchObject({
      number: `备${county}-2027-0001`,
      level: 'enterprise',
      planYear: 2027,
      name: '第三届西湖精密焊工技能竞赛',
      occupations: [
        { edition: '2022', code: '6-18-02-04', name: '焊工' },
        { edition: null, code: null, name: '机器人装调' },
      ],
      startsOn: '2027-05-10',
      actions: ['openEvent', 'withdraw'],
      version: 1,
    });
    expect(await file({}, school)).toMatchObject({ number: `备${county}-2027-0002`, level: 'school' });
    expect((await file({ name: '次年', startsOn: '2028-01-02', endsOn: '2028-01-02' })).number).toBe(
      `备${county}-2028-0001`,
    );
  });

  it('leaves no gap when many file at once and some are refused', async () => {
    const wishes = Array.from({ length: 12 }, (_, i) =>
      file(
        i % 3 === 0 ? { name: `第${i}项`, endsOn: '2027-01-01' } : { name: `第${i}项` },
        i % 2 ? works : school,
      ),
    );
    const numbers = (await Promise.allSettled(wishes)).flatMap((each) =>
      each.status === 'fulfilled' ? [each.value.number] : [],
    );
    expect(numbers.sort()).toEqual(
      Array.from({ length: 8 }, (_, i) => `备${county}-2027-${String(i + 1).padStart(4, '0')}`),
    );
  });

  it('goes to the county, city or province the organisation lies in, and nowhere else', async () => {
    const city = `${county.slice(0, 4)}00`;
    expect((await file({ divisionCode: city })).number).toBe(`备${city}-2027-0001`);
    await expect(file({ name: '他处', divisionCode: '440100' })).rejects.toMatchObject({
      code: 'approvals.filing-invalid',
      extra: { errors: [{ path: 'divisionCode', code: 'approvals.filing-area-unfit' }] },
    });
  });

  it('names every field that does not fit', async () => {
    const nowhere = await someone('host', 'enterprise', null);
    await expect(file({ startsOn: '2027-05-10', endsOn: '2027-05-09' }, nowhere)).rejects.toMatchObject({
      params: { count: 2 },
      extra: {
        errors: [{ path: 'endsOn' }, { path: 'divisionCode', code: 'approvals.filing-area-unknown' }],
      },
    });
  });

  it('is for enterprises and schools', async () => {
    const association = await someone('host', 'association', county);
    await expect(file({}, association)).rejects.toMatchObject({ code: 'approvals.not-a-filer' });
    await expect(file({ organisationId: works.organisationId ?? '' }, school)).rejects.toMatchObject({
      code: 'approvals.filing-not-yours',
    });
    const acceptor = await authority('county', county);
    await expect(file({}, acceptor)).rejects.toMatchObject({ code: 'identity.role-may-not' });
  });

  it('refuses the same contest twice, even when it is sent twice at once', async () => {
    const sent = await Promise.allSettled([file(), file()]);
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(file()).rejects.toMatchObject({
      code: 'approvals.already-filed',
      params: { number: `备${county}-2027-0001` },
    });
  });

  it('tells the acceptors of the nearest authority', async () => {
    const city = await authority('municipal', `${county.slice(0, 4)}00`);
    const filing = await file();
    expect(filing.authorityName).toMatch(/^bureau/);
    const told = await database.source.manager.findBy(Notice, { accountId: city.accountId });
    expect(told).toMatchObject([{ code: 'approvals.filing-received', href: `/filings/${filing.id}` }]);
    const near = await authority('county', county);
    await file({ name: '第二项' });
    expect(await database.source.manager.countBy(Notice, { accountId: near.accountId })).toBe(1);
    expect(await database.source.manager.countBy(Notice, { accountId: city.accountId })).toBe(1);
  });
});

describe('who sees filings', () => {
  it('the filer his own; authorities those of their area and below; the ministry all', async () => {
    const city = await authority('municipal', `${county.slice(0, 4)}00`);
    const neighbour = await authority('county', String(Number(county) + 1));
    const official = await someone('official', 'ministry', null);
    const { id, number } = await file();
    expect(await seen(works)).toEqual([number]);
    expect(await seen(school)).toEqual([]);
    expect(await seen(city)).toEqual([number]);
    expect(await seen(neighbour)).toEqual([]);
    expect(await seen(official, { divisionCode: county })).toEqual([number]);
    expect((await filings.read(city, id)).actions).toEqual([]);
    for (const stranger of [school, neighbour])
      await expect(filings.read(stranger, id)).rejects.toMatchObject({ code: 'approvals.filing-not-found' });
    await expect(filings.withdraw(city, id, 1, { reason: '误' })).rejects.toMatchObject({
      code: 'approvals.filing-not-yours',
    });
  });

  it('finds them by year, level, state, area and words', async () => {
    const first = await file();
    const second = await file({ name: '学生数控竞赛', startsOn: '2028-01-02', endsOn: '2028-01-02' }, school);
    await filings.withdraw(school, second.id, 1, { reason: '不办了' });
    const official = await someone('official', 'ministry', null);
    const there = (filter: object) => seen(official, { divisionCode: `${county.slice(0, 4)}00`, ...filter });
    expect(await there({})).toEqual([second.number, first.number]);
    expect(await there({ planYear: 2028 })).toEqual([second.number]);
    expect(await there({ level: 'enterprise' })).toEqual([first.number]);
    expect(await there({ state: 'filed' })).toEqual([first.number]);
    expect(await there({ state: 'withdrawn', q: '数控' })).toEqual([second.number]);
    expect(await there({ q: first.number.slice(-9) })).toEqual([first.number]);
  });

  it('exports what is seen', async () => {
    await file({ name: '=HYPERLINK("http://evil")' });
    const { sheets } = await readWorkbook(await filingWorkbook(await filings.all(works, {}), clock.now()));
    const cells = sheets[0]?.rows.flatMap((row) => [...row.cells.values()].map(textOf));
    expect(cells).toEqual(expect.arrayContaining([`备${county}-2027-0001`, '焊工、机器人装调', '已备案']));
    expect(cells).toContain('=HYPERLINK("http://evil")');
  });
});

describe('after filing', () => {
  it('is withdrawn with its reason, keeps its number, and can be filed anew', async () => {
    const { id, number } = await file();
    await expect(filings.withdraw(works, id, 9, { reason: '改期' })).rejects.toMatchObject({
      code: 'platform.outdated',
    });
    expect(await filings.withdraw(works, id, 1, { reason: ' 改期 ' })).toMatchObject({
      number,
      withdrawalReason: '改期',
      withdrawnAt: clock.now(),
      actions: [],
    });
    await expect(filings.withdraw(works, id, 2, { reason: '改期' })).rejects.toMatchObject({
      code: 'approvals.filing-withdrawn',
    });
    expect((await file()).number).toBe(`备${county}-2027-0002`);
    const audits: { verb: string }[] = await database.source.query(
      `SELECT verb, reason FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(audits).toEqual([
      { verb: 'filing.filed', reason: null },
      { verb: 'filing.withdrawn', reason: '改期' },
    ]);
  });

  it('becomes an event in set-up, once, however often it is asked', async () => {
    const { id } = await file();
    const opened = await Promise.all([1, 2, 3].map(() => filings.openEvent(works, id)));
    const eventIds = new Set(opened.map(({ eventId }) => eventId));
    expect(eventIds.size).toBe(1);
    const tx = database.source.manager;
    const event = await tx.findOneByOrFail(CompetitionEvent, { id: opened[0]?.eventId ?? '' });
    expect(event).toMatchObject({ level: 'enterprise', class: null, stage: 'draft', startsOn: '2027-05-10' });
    expect((await tx.findBy(Skill, { eventId: event.id })).map(({ name }) => name).sort()).toEqual(
      ['机器人装调', '焊工'].sort(),
    );
    expect(opened[0]?.actions).toEqual(['withdraw']);
    await tx.update(CompetitionEvent, { id: event.id }, { stage: 'registration' });
    const { version } = await filings.read(works, id);
    await expect(filings.withdraw(works, id, version, { reason: '停办' })).rejects.toMatchObject({
      code: 'approvals.filing-event-runs',
    });
  });
});
