import type { Person } from '../rehearse/http-client.js';
import {
  type Application,
  apply,
  attachPapers,
  draftApplication,
  scanOf,
} from './class-status-application.js';
import { fileInDemo } from './class-status-filings.js';
import type { ClassStatusPeople } from './class-status-people.js';

const country = 'nationalIndustry/000000';
const article = '国家级职业技能竞赛申报通知（演示）';

/**
 * The ministry's year, invented and marked 演示: this year's plan published with two contests, next year's applications
 * wherever they can stand: drafted, submitted (two for the same occupation), accepted, under review, returned; and two
 * contests filed 备案.
 */
export async function classStatusDemo(people: ClassStatusPeople): Promise<void> {
  const { person } = people;
  const thisYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const { version } = await openWindow(person('reviewer'), country, thisYear);
  await publishedYear(person, thisYear);
  const closure = `/application-windows/${country}/${thisYear}/closure`;
  await person('reviewer').put(closure, { reason: '本年度申报结束' }, version);
  await openWindow(person('reviewer'), country, thisYear + 1);
  await ownPack(person('bureau'), 'zhejiang-class-status', '浙江省竞赛申报规则（演示）', ['one', 'two']);
  await ownPack(person('city'), 'hangzhou-contests', '杭州市竞赛申报规则（演示）', []);
  await openWindow(person('bureau'), 'provincial/330000', thisYear + 1);
  await openWindow(person('city'), 'municipal/330100', thisYear + 1);
  await comingYear(person, thisYear + 1);
  await fileInDemo(people);
}

type PersonOf = ClassStatusPeople['person'];

/** Received since a while, and for some weeks yet. */
const openWindow = (reviewer: Person, place: string, planYear: number): Promise<{ version: number }> =>
  reviewer.put(`/application-windows/${place}/${planYear}`, {
    opensAt: new Date(Date.now() - 20 * 86_400_000).toISOString(),
    closesAt: new Date(Date.now() + 25 * 86_400_000).toISOString(),
    notice: `关于申报${planYear}年度职业技能竞赛的通知（演示）`,
  });

/** A bureau's own rules, made from the ministry's: until it cites its own regulation its clauses only warn. */
async function ownPack(reviewer: Person, name: string, titleZh: string, classes: string[]): Promise<void> {
  const { items } = await reviewer.get<{ items: { id: string; code: string }[] }>('/rule-packs?limit=50');
  const basedOnId = items.find(({ code }) => code === 'class-status-2023')?.id;
  const wish = { basedOnId, code: name, titleZh, titleEn: `Rules of contests: ${name}` };
  const drafted = await reviewer.post<{ id: string; version: number }>('/rule-packs', wish);
  const path = `/rule-packs/${drafted.id}`;
  const edited = await reviewer.call<{ version: number }>('PATCH', path, {
    body: { classes },
    ifMatch: drafted.version,
  });
  const inForceFrom = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await reviewer.put(`${path}/force`, { inForceFrom, reason: '演示' }, edited.version);
}

async function publishedYear(person: PersonOf, planYear: number): Promise<void> {
  const one = await apply(person('applicant'), {
    planYear,
    class: 'one',
    name: '全国智能制造应用技术技能大赛',
    edition: '第九届',
    industryCode: 'C34',
    place: { code: '510600', city: '德阳' },
    finalFrom: `${planYear}-09-14`,
    finalTo: `${planYear}-09-18`,
    occupations: [
      { edition: '2022', code: '6-20-01-01', name: '装配钳工', detail: '智能制造单元安装与调试' },
      { edition: '2022', code: '6-31-01-03', name: '电工', detail: '智能制造单元生产与管控' },
    ],
    coHosts: [{ name: '人力资源和社会保障部（演示）', kind: 'ministry' }],
  });
  const two = await apply(person('applicant2'), {
    planYear,
    class: 'two',
    name: '全国钢铁行业职业技能竞赛',
    edition: '第十三届',
    industryCode: 'C31',
    place: { code: '320582', city: '张家港' },
    finalFrom: `${planYear}-08-20`,
    finalTo: `${planYear}-08-23`,
    occupations: [
      { edition: '2022', code: '6-17-02-01', name: '炼钢原料工' },
      { edition: '2022', code: '6-18-02-04', name: '焊工' },
    ],
  });
  await decide(person, one, { outcome: 'granted', reason: '符合申报条件，同意列入计划。' });
  await decide(person, two, {
    outcome: 'grantedWithConditions',
    reason: '同意列入计划，请按条件完善。',
    conditions: [{ text: '赛前一个月报送安全预案', dueOn: `${planYear + 1}-03-31` }],
  });
  await publish(person('reviewer'), planYear);
}

/** Accepted by one person, reviewed and decided by another. */
async function decide(person: PersonOf, application: Application, decision: object): Promise<void> {
  const path = `/applications/${application.id}`;
  await person('acceptor').put(`${path}/acceptance`, {}, application.version);
  await person('reviewer').put(`${path}/review`, {}, application.version + 1);
  await person('reviewer').put(`${path}/decision`, { article, ...decision }, application.version + 2);
}

async function publish(reviewer: Person, planYear: number): Promise<void> {
  const path = `/plans/${country}/${planYear}`;
  const plan = await reviewer.get<{ version: number }>(path);
  const targets = { targetOne: 10, targetTwo: 70, targetSource: '年度工作要点（演示）' };
  await reviewer.call('PATCH', path, { body: targets, ifMatch: plan.version });
  const begun = await reviewer.post<{ number: number; version: number }>(`${path}/versions`, {
    kind: 'plan',
  });
  const version = `${path}/versions/${begun.number}`;
  const facts = {
    documentNumber: `演示部函〔${planYear}〕1号`,
    signer: '演示签发人',
    signedOn: `${planYear}-01-15`,
  };
  const edited = await reviewer.call<{ version: number }>('PATCH', version, {
    body: facts,
    ifMatch: begun.version,
  });
  const form = { file: await scanOf('年度竞赛计划盖章件') };
  const scanned = await reviewer.call<{ version: number }>('PUT', `${version}/scan`, {
    form,
    ifMatch: edited.version,
  });
  await reviewer.put(`${version}/publication`, {}, scanned.version);
}

async function comingYear(person: PersonOf, planYear: number): Promise<void> {
  const wish = (
    name: string,
    edition: string,
    kind: 'one' | 'two',
    code: string,
    occupation: string,
    from: string,
  ) => ({
    planYear,
    class: kind,
    name,
    edition,
    industryCode: 'C34',
    place: { code: '330100', city: '杭州' },
    finalFrom: `${planYear}-${from}`,
    finalTo: `${planYear}-${from.slice(0, 3)}${String(Number(from.slice(3)) + 3).padStart(2, '0')}`,
    occupations: [{ edition: '2022', code, name: occupation }],
  });
  const [machinery, steel] = [person('applicant'), person('applicant2')];
  const welding = wish('全国机械行业焊接职业技能竞赛', '第三届', 'two', '6-18-02-04', '焊工', '10-18');
  await draftApplication(
    machinery,
    wish('全国数控技能大赛', '第十一届', 'one', '6-18-01-01', '车工', '09-05'),
  );
  await apply(machinery, welding);
  await apply(steel, { ...welding, name: '全国钢铁行业焊接职业技能竞赛', industryCode: 'C31' });
  const accepted = await apply(
    steel,
    wish('全国冶金行业电工职业技能竞赛', '第二届', 'two', '6-31-01-03', '电工', '07-11'),
  );
  await person('acceptor').put(`/applications/${accepted.id}/acceptance`, {}, accepted.version);
  const reviewed = await apply(
    machinery,
    wish('全国工程机械技能大赛', '第一届', 'one', '6-20-01-01', '装配钳工', '06-06'),
  );
  await person('acceptor').put(`/applications/${reviewed.id}/acceptance`, {}, reviewed.version);
  await person('reviewer').put(`/applications/${reviewed.id}/review`, {}, reviewed.version + 1);
  const returned = await apply(
    machinery,
    wish('全国模具行业职业技能竞赛', '第四届', 'two', '6-18-04-01', '模具工', '11-15'),
  );
  await person('acceptor').put(
    `/applications/${returned.id}/return`,
    {
      reason: '请补充经费来源证明。',
      markedFields: [{ field: 'funding', remark: '自筹经费请附单位承诺。' }],
      dueOn: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
    },
    returned.version,
  );
  await provincial(person, planYear);
}

/** The same at a province: class two of the province, handed in and waiting. */
async function provincial(person: PersonOf, planYear: number): Promise<void> {
  const drafted = await draftApplication(person('works'), {
    area: { level: 'municipal', divisionCode: '330100' },
    planYear,
    class: null,
    name: '杭州市精密加工职业技能竞赛',
    edition: '第二届',
    industryCode: 'C34',
    place: { code: '330106', city: '杭州' },
    finalFrom: `${planYear}-05-10`,
    finalTo: `${planYear}-05-12`,
    occupations: [{ edition: '2022', code: '6-18-01-01', name: '车工' }],
  });
  const complete = await attachPapers(person('works'), drafted);
  await person('works').put(`/applications/${complete.id}/submission`, {}, complete.version);
}
