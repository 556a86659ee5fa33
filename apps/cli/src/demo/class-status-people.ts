import type { DemoAccount } from '../launcher/database.js';
import type { Person } from '../rehearse/http-client.js';
import { inParallel } from '../rehearse/http-client.js';
import { firstSignIn, type MadeAccount } from '../rehearse/people.js';
import { demoPassword } from './accounts.js';

/** The organisations of the ministry's side and of applicants; all invented in what they do here. */
const organisations = {
  ministry: { name: '人力资源和社会保障部（演示）', kind: 'ministry' },
  centre: { name: '中国就业培训技术指导中心（演示）', kind: 'other' },
  province: { name: '浙江省人力资源和社会保障厅（演示）', kind: 'bureau', divisionCode: '330000' },
  city: { name: '杭州市人力资源和社会保障局（演示）', kind: 'bureau', divisionCode: '330100' },
  machinery: { name: '中国机械工业联合会（演示）', kind: 'association', industryCode: 'C34' },
  steel: { name: '中国钢铁工业协会（演示）', kind: 'association', industryCode: 'C31' },
  works: { name: '西湖精密机械有限公司（演示）', kind: 'enterprise', divisionCode: '330106' },
  school: { name: '西湖技师学院（演示）', kind: 'school', divisionCode: '330106' },
} as const;
type Unit = keyof typeof organisations;

const authorities: [Unit, string, string][] = [
  ['ministry', 'nationalIndustry', '000000'],
  ['centre', 'nationalIndustry', '000000'],
  ['province', 'provincial', '330000'],
  ['city', 'municipal', '330100'],
];

/** Login, name, role, and for which unit. */
const people = [
  ['acceptor', '江雪（受理）', 'acceptor', 'centre', '国家级受理 acceptor'],
  ['reviewer', '白帆（审核）', 'reviewer', 'ministry', '国家级审核 reviewer'],
  ['reviewer2', '周宁（审核）', 'reviewer', 'ministry', '国家级审核 reviewer'],
  ['applicant', '石磊（申办）', 'host', 'machinery', '申办单位 applicant'],
  ['applicant2', '田园（申办）', 'host', 'steel', '申办单位 applicant'],
  ['bureau-acceptor', '柳青（省级受理）', 'acceptor', 'province', '省级受理 acceptor'],
  ['bureau', '陆远（省级审核）', 'reviewer', 'province', '省级审核 reviewer'],
  ['city-acceptor', '方晴（市级受理）', 'acceptor', 'city', '市级受理 acceptor'],
  ['city', '沈波（市级审核）', 'reviewer', 'city', '市级审核 reviewer'],
  ['works', '何平（企业）', 'host', 'works', '企业 enterprise'],
  ['school', '苏梅（学校）', 'host', 'school', '学校 school'],
] as const satisfies [string, string, string, Unit, string][];
export type ClassStatusLogin = (typeof people)[number][0];

/** Who applies for class status and who decides, each signed in. */
export interface ClassStatusPeople {
  person: (login: ClassStatusLogin) => Person;
  organisationId: (unit: Unit) => string;
  accounts: DemoAccount[];
}

/** An administrator registers the units, says which are authorities 人社部门 of where, and hands down their accounts. */
export async function classStatusPeople(
  admin: Person,
  newPerson: (name: string) => Person,
): Promise<ClassStatusPeople> {
  const ids = new Map<Unit, string>();
  for (const unit of Object.keys(organisations) as Unit[]) {
    const { id } = await admin.post<{ id: string }>('/organisations', organisations[unit]);
    ids.set(unit, id);
  }
  const organisationId = (unit: Unit): string => ids.get(unit) ?? '';
  for (const [unit, level, divisionCode] of authorities)
    await admin.post('/authorities', { organisationId: organisationId(unit), level, divisionCode });
  const signedIn = new Map<ClassStatusLogin, Person>();
  await inParallel([...people], 4, async ([login, displayName, role, unit]) => {
    const made = await admin.post<MadeAccount>('/accounts', {
      login,
      displayName,
      organisationId: organisationId(unit),
      roles: [{ role, organisationId: organisationId(unit) }],
    });
    signedIn.set(login, await firstSignIn(newPerson(displayName), made, demoPassword));
  });
  return {
    organisationId,
    person: (login) => {
      const found = signedIn.get(login);
      if (!found) throw new Error(`the demonstration has nobody who signs in as ${login}`);
      return found;
    },
    accounts: people.map(([login, , , , role]) => ({ role, login, password: demoPassword })),
  };
}

/** The organisations that apply: what they hand in here is invented. */
export const applicantsOf = ({ organisationId }: ClassStatusPeople): string[] =>
  (['machinery', 'steel', 'works', 'school'] as const).map(organisationId);
