import { pdfOf } from '@luban/papers';
import type { Person } from '../rehearse/http-client.js';

/** An application as the api answers it, as far as it is used here. */
export interface Application {
  id: string;
  version: number;
  state: string;
  pageCode: string;
  occupations: { id: string; name: string }[];
}

export interface ApplicationWish {
  area?: { level: string; divisionCode: string };
  planYear: number;
  class: 'one' | 'two' | null;
  name: string;
  edition: string;
  industryCode: string;
  /** Where the final is held: division code and city. */
  place: { code: string; city: string };
  finalFrom: string;
  finalTo: string;
  occupations: { edition?: string; code?: string; name: string; detail?: string }[];
  coHosts?: { name: string; kind: string }[];
}

const country = { level: 'nationalIndustry', divisionCode: '000000' };

/** A scan as people attach it: a page that says what it stands for. */
export const scanOf = async (text: string): Promise<{ name: string; bytes: Buffer }> => ({
  name: `${text}.pdf`,
  bytes: await pdfOf({
    title: text,
    author: '演示',
    versionCode: '演示',
    foot: text,
    watermark: '演示',
    pageOf: (page, pages) => `第 ${page} 页 共 ${pages} 页`,
    createdAt: new Date('2026-01-01T00:00:00Z'),
    blocks: [
      { kind: 'title', text },
      { kind: 'paragraph', text: '演示数据：此页代替盖章扫描件。', indent: true },
    ],
  }),
});

/** Drafts an application with everything the rules ask for, except that nothing is attached yet. */
export async function draftApplication(applicant: Person, wish: ApplicationWish): Promise<Application> {
  const { planYear, name, edition } = wish;
  const drafted = await applicant.post<Application>('/applications', {
    ...(wish.area ?? country),
    planYear,
    class: wish.class,
    name,
    edition,
  });
  const year = (back: number) => planYear - back;
  const occupations = wish.occupations.map((occupation) => ({
    ...occupation,
    standardExists: true,
    standardTopLevel: 1,
  }));
  return edit(applicant, drafted, {
    heldYear: Number(wish.finalFrom.slice(0, 4)),
    industryCode: wish.industryCode,
    placeDivisionCode: wish.place.code,
    finalFrom: wish.finalFrom,
    finalTo: wish.finalTo,
    occupations,
    parties: [
      ...(wish.coHosts ?? []).map((party) => ({ ...party, part: 'coHost' })),
      { name: `${wish.place.city}技师学院（演示）`, kind: 'school', part: 'organiser' },
      { name: '智造装备有限公司（演示）', kind: 'enterprise', part: 'technicalSupport' },
    ],
    content: {
      purpose: '以赛促学、以赛促训、以赛促评，为行业选拔和培养高技能人才（演示数据）。',
      contact: { name: '石磊', phone: '010-12345678' },
      groups: [
        { code: 'worker', name: '职工组' },
        { code: 'student', name: '学生组' },
      ],
      venue: {
        city: wish.place.city,
        address: '高新区实训基地',
        facilities: '赛位 60 个，设备已通过检测。',
        safety: '安全预案、医疗点和保险已落实。',
      },
      experts: { count: 12 },
      judges: { count: 40 },
      funding: { totalYuan: 3_000_000, sources: [{ name: '主办单位自筹', amountYuan: 3_000_000 }] },
      scale: { delegations: 28, competitors: 300 },
      earlierEditions: [1, 3].map((back) => ({
        year: year(back),
        name: `${year(back)}年${name}`,
        occupations: occupations.map((occupation) => occupation.name),
        competitors: 260,
      })),
      inspectionYears: [year(1), year(2), year(3)],
      business: { covers: true },
    },
  });
}

/** Attaches the papers: request, feasibility report, the standards, and the printed form with its code. */
export async function attachPapers(applicant: Person, application: Application): Promise<Application> {
  const attach = async (kind: string, text: string, more: Record<string, string> = {}) =>
    applicant.upload<Application>('POST', `/applications/${application.id}/documents`, {
      kind,
      ...more,
      file: await scanOf(text),
    });
  await attach('request', '关于申请举办职业技能竞赛的请示');
  await attach('feasibility', '职业背景情况与可行性分析报告');
  for (const { id, name } of application.occupations)
    await attach('standard', `国家职业技能标准颁布文件-${name}`, { occupationId: id });
  const { pageCode } = await applicant.get<Application>(`/applications/${application.id}`);
  return attach('stampedForm', '盖章申请表', { pageCode });
}

export const submit = (applicant: Person, { id, version }: Application): Promise<Application> =>
  applicant.put<Application>(`/applications/${id}/submission`, {}, version);

/** From nothing to submitted. */
export async function apply(applicant: Person, wish: ApplicationWish): Promise<Application> {
  const drafted = await draftApplication(applicant, wish);
  return submit(applicant, await attachPapers(applicant, drafted));
}

const edit = (applicant: Person, { id, version }: Application, body: unknown): Promise<Application> =>
  applicant.call<Application>('PATCH', `/applications/${id}`, { body, ifMatch: version });
