import { Division, Industry, Occupation } from '@luban/catalogue';
import { HistoricContest, PlanCount } from '@luban/approvals';
import { Organisation } from '@luban/identity';
import type {
  ContestDto,
  ContestPageDto,
  YearInsightDto,
  YearlyReportDto,
  YearlyReportPageDto,
} from '@luban/insight';
import { newId, StandingClock } from '@luban/platform';
import { readWorkbook, textOf } from '@luban/workbooks';
import { textOfPdf } from '../support/pdf-text.js';
import { testApp } from '../support/test-app.js';
import { until } from '../support/until.js';
import { givenEvent, givenSkill } from '../support/world-events.js';
import { givenDelegations, givenEntry } from '../support/world-registration.js';
import { givenApplication, givenAuthority, givenPlan } from '../support/world-year.js';
import { givenActor, givenSignIn } from '../support/world.js';

type Headers = Record<string, string>;
const app = testApp({ clock: new StandingClock(new Date('2026-11-22T04:00:00Z')) });

let official: Headers;
let province: Headers;
let city: Headers;

const get = async <T>(who: Headers, path: string): Promise<T> => {
  const reply = await app.api.inject({ method: 'GET', url: `/api/v1/insight/${path}`, headers: who });
  if (reply.statusCode !== 200) throw new Error(`${path}: ${reply.statusCode} ${reply.body}`);
  return reply.json<T>();
};
const statusOf = async (who: Headers, path: string): Promise<[number, string]> => {
  const reply = await app.api.inject({ method: 'GET', url: `/api/v1/insight/${path}`, headers: who });
  return [reply.statusCode, reply.json<{ code: string }>().code];
};
const yearOf = (who: Headers, query = 'year=2026') => get<YearInsightDto>(who, `year?${query}`);
const contestsOf = (who: Headers, query: string) => get<ContestPageDto>(who, `contests?year=2026&${query}`);

/** Seven national applications of 2026, one of 2025; one of Zhejiang, two of Hangzhou, one of Ningbo. */
beforeAll(async () => {
  const tx = app.source.manager;
  const place = { edition: '2022', initials: '', pinyin: '' };
  await tx.insert(Division, [
    { ...place, code: '330000', name: '浙江省', shortName: '浙', level: 'province', parentCode: null },
    { ...place, code: '330100', name: '杭州市', shortName: null, level: 'city', parentCode: '330000' },
    { ...place, code: '330200', name: '宁波市', shortName: null, level: 'city', parentCode: '330000' },
    { ...place, code: '330106', name: '西湖区', shortName: null, level: 'county', parentCode: '330100' },
  ]);
  await tx.insert(Industry, {
    edition: '2017',
    code: 'C',
    name: '制造业',
    level: 1,
    initials: '',
    pinyin: '',
  });
  const occupation = { edition: '2022', initials: '', pinyin: '' };
  await tx.insert(Occupation, [
    { ...occupation, code: '6', name: '生产制造及有关人员', level: 1 },
    { ...occupation, code: '4', name: '社会生产服务和生活服务人员', level: 1 },
    { ...occupation, code: '6-18-02-04', name: '焊工', level: 4 },
    { ...occupation, code: '6-31-01-10', name: '工业机器人系统运维员', level: 4, isNew: true, mark: 'S' },
    { ...occupation, code: '4-04-05-05', name: '人工智能训练师', level: 4, isNew: true, mark: 'S' },
  ]);
  const [association, group] = [newId(), newId()];
  await tx.insert(Organisation, [
    {
      id: association,
      name: '中国机械工业联合会',
      kind: 'association',
      divisionCode: '110000',
      industryCode: 'C34',
    },
    { id: group, name: '东海集团', kind: 'centralEnterprise', divisionCode: '310000' },
  ]);
  const event = await givenEvent(tx, { name: '焊接总决赛', level: 'nationalIndustry' });
  const welding = await givenSkill(tx, event.id, { code: '10' });
  const [north, south] = await givenDelegations(tx, event.id, 3);
  const at = { eventId: event.id, skillId: welding.skill.id, groupId: welding.groups[0]!.id };
  const came = await givenEntry(tx, { ...at, delegationId: north!.id });
  await givenEntry(tx, { ...at, delegationId: north!.id });
  await givenEntry(tx, { ...at, delegationId: south!.id });
  await givenEntry(tx, { ...at, delegationId: south!.id, state: 'submitted' });
  await tx.query(`UPDATE entry SET status = 'present' WHERE id = $1`, [came.id]);
  const lead = { leadId: association, industryCode: null };
  const listed = [
    await givenApplication(tx, {
      ...lead,
      name: '全国焊接技能大赛',
      class: 'one',
      place: '330100',
      finalFrom: '2026-09-10',
      occupations: [
        ['6-18-02-04', '焊工'],
        ['6-31-01-10', '工业机器人系统运维员'],
      ],
      eventId: event.id,
      obligations: ['2026-11-01', '2026-12-31'],
    }),
    await givenApplication(tx, {
      ...lead,
      name: '全国机械行业竞赛',
      place: '330200',
      finalFrom: '2026-10-20',
      occupations: [['6-18-02-04', '焊工']],
    }),
  ];
  await givenApplication(tx, {
    leadId: group,
    name: '全国人工智能竞赛',
    state: 'grantedWithConditions',
    finalFrom: '2027-01-12',
    occupations: [
      ['4-04-05-05', '人工智能训练师'],
      [null, '提示词工程师'],
    ],
    conditions: ['2026-11-21', '2026-11-22'],
  });
  for (const state of ['submitted', 'declined', 'revoked', 'draft'] as const)
    await givenApplication(tx, { ...lead, name: `全国${state}竞赛`, state, place: '110000' });
  await givenApplication(tx, {
    ...lead,
    name: '全国机械行业竞赛',
    planYear: 2025,
    occupations: [['6-18-02-04', '焊工']],
    historic: true,
  });
  await givenPlan(tx, { targetOne: 10, targetTwo: 70, listed });
  const zhejiang = { leadId: group, level: 'provincial', divisionCode: '330000', class: null } as const;
  await givenApplication(tx, { ...zhejiang, name: '浙江省焊工竞赛', place: '330100' });
  const hangzhou = { leadId: group, level: 'municipal', divisionCode: '330100', class: null } as const;
  await givenApplication(tx, { ...hangzhou, name: '杭州市焊工竞赛', place: '330106' });
  await givenApplication(tx, { ...hangzhou, name: '杭州市车工竞赛', state: 'underReview' });
  await givenApplication(tx, { ...hangzhou, divisionCode: '330200', name: '宁波市焊工竞赛' });
  await tx.query(
    `INSERT INTO filing (id, number, organisation_id, level, division_code, plan_year, name, occupations, starts_on, ends_on, competitors, filed_at)
     VALUES ($1, 'B-1', $2, 'enterprise', '330106', 2026, '岗位练兵', '[]', '2026-05-01', '2026-05-02', 40, now())`,
    [newId(), group],
  );
  const record = {
    seriesName: '全国行业职业技能竞赛',
    source: 'http://example.org',
    grade: 'verified',
    gradeNote: '',
  } as const;
  await tx.insert(PlanCount, [
    { ...record, planYear: 2021, figure: 'target', classOne: 10, classTwo: 70 },
    { ...record, planYear: 2021, figure: 'published', classOne: 10, classTwo: 77, occupations: 224 },
  ]);
  await tx.insert(HistoricContest, {
    id: newId(),
    planYear: 2006,
    class: 'one',
    officialName: '第二届全国数控技能大赛',
    contestKey: '全国数控技能大赛',
    occupations: ['提示词工程师'],
    source: 'http://example.org',
    grade: 'unverified',
    gradeNote: '',
  });
  const signedIn = async (given: Parameters<typeof givenActor>[1]) =>
    givenSignIn(tx, await givenActor(tx, given));
  official = await signedIn({ role: 'official' });
  const zj = await givenAuthority(tx, 'provincial', '330000', '浙江省人社厅');
  const hz = await givenAuthority(tx, 'municipal', '330100', '杭州市人社局');
  province = await signedIn({ role: 'reviewer', organisationId: zj });
  city = await signedIn({ role: 'acceptor', organisationId: hz });
});

describe('the year of the country', () => {
  it('counts applications, grants and published contests by class beside the target', async () => {
    const year = await yearOf(official);
    expect(year.classes).toEqual([
      { class: 'one', target: 10, applications: 1, open: 0, granted: 1, published: 1, held: 1 },
      { class: 'two', target: 70, applications: 5, open: 1, granted: 2, published: 1, held: 0 },
    ]);
    expect(year.totals).toMatchObject({
      applications: 6,
      granted: 3,
      published: 2,
      open: 1,
      declined: 1,
      revoked: 1,
      withdrawn: 0,
      applicants: 2,
    });
    expect(year.plan).toMatchObject({ published: 1, documentNumber: '人社部函〔2026〕42号' });
    expect(year.before).toEqual({ applications: 1, granted: 1, published: 0 });
  });

  it('counts provinces by the final and by the applicant', async () => {
    const { places } = await yearOf(official);
    const of = (code: string) => places.items.find(({ divisionCode }) => divisionCode === code);
    expect(places.unit).toBe('province');
    expect(of('330000')).toMatchObject({
      name: '浙江省',
      byFinal: { applications: 2, granted: 2, published: 2 },
    });
    expect(of('110000')).toMatchObject({
      byFinal: { applications: 3, granted: 0 },
      byApplicant: { applications: 5, granted: 2 },
    });
    expect(of('none')).toMatchObject({ byFinal: { applications: 1, granted: 1 } });
    expect(of('810000')).toMatchObject({ name: '香港特别行政区', counted: false });
    expect(places.items.filter(({ row }) => row !== null)).toHaveLength(35);
  });

  it('counts occupations, what is new among them, months, industries', async () => {
    const { occupations, months, industries } = await yearOf(official);
    expect(occupations).toMatchObject({ different: 4, freshInCatalogue: 2, firstTime: 2, digital: 2 });
    expect(occupations.majors).toEqual([
      { code: '4', name: '社会生产服务和生活服务人员', contests: 1, occupations: 1 },
      { code: '6', name: '生产制造及有关人员', contests: 2, occupations: 2 },
      { code: 'none', name: null, contests: 1, occupations: 1 },
    ]);
    expect(occupations.most[0]).toMatchObject({ name: '焊工', contests: 2, firstTime: false });
    // In a public record of 2006.
    expect(occupations.most.find(({ name }) => name === '提示词工程师')).toMatchObject({ firstTime: false });
    expect(months.items.filter(({ count }) => count > 0)).toEqual([
      { month: '9', one: 1, two: 0, none: 0, count: 1 },
      { month: '10', one: 0, two: 1, none: 0, count: 1 },
      { month: 'later', one: 0, two: 1, none: 0, count: 1 },
    ]);
    expect(industries).toEqual([
      { code: 'C', name: '制造业', applications: 5, granted: 2, published: 2 },
      { code: 'none', name: null, applications: 1, granted: 1, published: 0 },
    ]);
  });

  it('counts who took part, what is owed, what goes on below, and earlier years', async () => {
    const { participation, duties, lower, filings, years } = await yearOf(official);
    expect(participation[0]).toEqual({
      class: 'all',
      events: 1,
      delegations: 2,
      entries: 3,
      competitors: 3,
      present: 1,
      awarded: 0,
    });
    expect(duties).toEqual({
      conditions: { open: 2, overdue: 1, met: 0 },
      obligations: { open: 2, overdue: 1, met: 0 },
    });
    expect(lower.map(({ level, applications, granted }) => [level, applications, granted])).toEqual([
      ['provincial', 1, 1],
      ['municipal', 3, 2],
      ['county', 0, 0],
    ]);
    expect(filings).toEqual([
      { level: 'enterprise', filings: 1, competitors: 40 },
      { level: 'school', filings: 0, competitors: 0 },
    ]);
    expect(years.map(({ year }) => year)).toEqual([2026, 2025, 2021, 2006]);
    expect(years[2]).toMatchObject({
      applications: 0,
      records: [{ figure: 'published', classTwo: 77 }, { figure: 'target' }],
    });
    expect(years[3]).toMatchObject({ recordedContests: 1, recordedVerified: 0 });
  });

  it('shows behind each bar and tile exactly what it counts', async () => {
    const year = await yearOf(official);
    const behind = async (query: string) => (await contestsOf(official, query)).items.length;
    for (const { class: name, applications, granted, published, open, held } of year.classes) {
      expect(await behind(`class=${name}`)).toBe(applications);
      expect(await behind(`class=${name}&stage=granted`)).toBe(granted);
      expect(await behind(`class=${name}&stage=published`)).toBe(published);
      expect(await behind(`class=${name}&stage=open`)).toBe(open);
      expect(await behind(`class=${name}&stage=held`)).toBe(held);
    }
    for (const { state, count } of year.states) expect(await behind(`state=${state}`)).toBe(count);
    for (const { code, granted } of year.industries)
      expect(await behind(`industry=${code}&stage=granted`)).toBe(granted);
    for (const { divisionCode, byFinal, byApplicant } of year.places.items) {
      if (byFinal.applications + byApplicant.applications === 0) continue;
      expect(await behind(`place=${divisionCode}`)).toBe(byFinal.applications);
      expect(await behind(`applicant=${divisionCode}&stage=granted`)).toBe(byApplicant.granted);
    }
    for (const { code, contests } of year.occupations.majors)
      expect(await behind(`major=${code}&stage=granted`)).toBe(contests);
    for (const { key, contests } of year.occupations.most)
      expect(await behind(`occupation=${encodeURIComponent(key)}&stage=granted`)).toBe(contests);
    for (const { month, count } of year.months.items)
      expect(await behind(`months=${month}&stage=granted`)).toBe(count);
    expect(await behind('covers=new&stage=granted')).toBe(2);
    expect(await behind('covers=firstTime&stage=granted')).toBe(2);
    expect(await behind('conditions=overdue')).toBe(1);
    expect(await behind('obligations=open')).toBe(1);
  });

  it('tells of each contest what took part and what is owed', async () => {
    const { items } = await contestsOf(official, 'stage=held');
    expect(items).toEqual([
      expect.objectContaining({
        name: '2026年全国行业职业技能竞赛——第1项',
        number: 1,
        lead: '中国机械工业联合会',
        placeName: '杭州市',
        occupations: ['焊工', '工业机器人系统运维员'],
        competitors: 3,
        obligationsOpen: 2,
        obligationsOverdue: 1,
      } satisfies Partial<ContestDto>),
    ]);
  });

  it('is empty for a year of nothing, and opens with the latest year', async () => {
    const empty = await yearOf(official, 'year=2019');
    expect(empty.totals.applications).toBe(0);
    expect(empty.choices.years).toEqual([2026, 2025, 2021, 2006]);
    expect((await yearOf(official, '')).planYear).toBe(2026);
  });

  it('says of a year that is not in this system what the public record says, and keeps its own figures apart', async () => {
    const of2021 = await yearOf(official, 'year=2021');
    expect(of2021.plan).toBeNull();
    expect(of2021.record).toMatchObject({
      published: { classOne: 10, classTwo: 77, source: 'http://example.org', verified: true },
      target: { classOne: 10, classTwo: 70 },
    });
    expect(of2021.classes).toMatchObject([
      { class: 'one', target: null, published: 0 },
      { class: 'two', target: null, published: 0 },
    ]);
    expect((await yearOf(official)).record).toBeNull();
    expect((await yearOf(province, 'year=2021')).record).toBeNull();
    const reply = await app.api.inject({
      method: 'GET',
      url: '/api/v1/insight/year.xlsx?year=2021',
      headers: official,
    });
    const [progress] = (await readWorkbook(reply.rawPayload)).sheets;
    const text = progress?.rows.map(({ cells }) => [...cells.values()].map(textOf).join('|')).join('\n');
    expect(text).toMatch(
      /据公开记录：公布一类10、二类77[^]*公开记录目标\|公开记录公布[^]*二类竞赛\|.*\|70\|77/,
    );
  });

  it('has the same version code for the same figures only', async () => {
    const [once, again] = [await yearOf(official), await yearOf(official)];
    expect(again.versionCode).toBe(once.versionCode);
    expect((await yearOf(official, 'year=2025')).versionCode).not.toBe(once.versionCode);
  });
});

describe('reach', () => {
  it('shows a city its city only', async () => {
    const year = await yearOf(city);
    expect(year).toMatchObject({ level: 'municipal', divisionCode: '330100', areaName: '杭州市' });
    expect(year.totals).toMatchObject({ applications: 2, granted: 1 });
    expect(year.places.items.map(({ name, byFinal }) => [name, byFinal.granted])).toContainEqual([
      '西湖区',
      1,
    ]);
    expect(year.choices.path.map(({ divisionCode }) => divisionCode)).toEqual(['330100']);
    expect((await contestsOf(city, '')).items.map(({ name }) => name).join()).toMatch(/杭州市车工竞赛/);
    for (const query of ['area=330200', 'area=330000', 'area=000000', 'area=330000&level=municipal']) {
      expect(await statusOf(city, `year?year=2026&${query}`)).toEqual([404, 'insight.area-not-in-reach']);
      expect(await statusOf(city, `contests?year=2026&${query}`)).toEqual([404, 'insight.area-not-in-reach']);
    }
  });

  it('shows a province its own contests, and those of its cities below', async () => {
    expect((await yearOf(province)).totals.applications).toBe(1);
    const below = await yearOf(province, 'year=2026&level=municipal');
    expect(below.totals).toMatchObject({ applications: 3, granted: 2 });
    expect(below.places.unit).toBe('city');
    expect(below.choices.below.map(({ name }) => name)).toEqual(['杭州市', '宁波市']);
    expect(await statusOf(province, 'year?year=2026&level=nationalIndustry')).toEqual([
      400,
      'insight.level-above-area',
    ]);
  });

  it('is closed to hosts, and to reviewers of no authority', async () => {
    const tx = app.source.manager;
    const host = await givenSignIn(tx, await givenActor(tx, { role: 'host' }));
    expect((await statusOf(host, 'year'))[0]).toBe(403);
    const nobody = await givenSignIn(tx, await givenActor(tx, { role: 'reviewer' }));
    expect(await statusOf(nobody, 'year')).toEqual([403, 'insight.no-area']);
  });
});

describe('on paper', () => {
  it('exports a workbook with a sheet for each figure', async () => {
    const reply = await app.api.inject({
      method: 'GET',
      url: '/api/v1/insight/year.xlsx?year=2026',
      headers: official,
    });
    expect(reply.statusCode).toBe(200);
    const workbook = await readWorkbook(reply.rawPayload);
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      '计划进度',
      '申报状态',
      '行业',
      '地区',
      '职业大类',
      '职业',
      '月份',
      '参赛',
      '条件与赛后材料',
      '下级与备案',
      '历年对照',
      '竞赛名单',
    ]);
    const text = workbook.sheets.map(({ rows }) =>
      rows.map(({ cells }) => [...cells.values()].map(textOf).join('|')).join('\n'),
    );
    expect(text[0]).toMatch(/一类大赛\|10\|1\|0\|1\|1\|1\|10%/);
    expect(text[11]).toMatch(
      /1\|一类大赛\|2026年全国行业职业技能竞赛——第1项\|中国机械工业联合会\|焊工、工业机器人系统运维员/,
    );
  });

  it('makes the yearly report as a job, for those in reach', async () => {
    const asked = await app.api.inject({
      method: 'POST',
      url: '/api/v1/insight/reports',
      headers: official,
      payload: { planYear: 2026 },
    });
    expect(asked.statusCode).toBe(201);
    const { id, jobId } = asked.json<YearlyReportDto>();
    expect(jobId).not.toBeNull();
    const made = await until('the report is made', async () => {
      const report = await get<YearlyReportDto>(official, `reports/${id}`);
      return report.madeAt === null ? null : report;
    });
    expect(made.versionCode).toBe((await yearOf(official)).versionCode);
    const url = `/api/v1/insight/reports/${id}/document.pdf`;
    const pdf = await app.api.inject({ method: 'GET', url, headers: official });
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const bytes = pdf.rawPayload;
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = textOfPdf(bytes);
    expect(pages.length).toBeGreaterThanOrEqual(5);
    expect(pages[0]).toMatch(/2026年度全国行业职业技能竞赛工作报告.*2026年11月22日/);
    expect(pages[1]).toMatch(/2026年度共收到2家单位的申报6项，获批3项，在办1项，不同意1项，撤销1项/);
    expect(pages.join('')).toMatch(/附表 获批一类大赛名单（1项）.*焊工、工业机器人系统运维员/);
    const other = await app.api.inject({ method: 'GET', url, headers: province });
    expect(other.statusCode).toBe(404);
    expect((await get<YearlyReportPageDto>(official, 'reports')).items).toHaveLength(1);
    expect((await get<YearlyReportPageDto>(city, 'reports')).items).toHaveLength(0);
  });
});
