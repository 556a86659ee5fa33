// Authorities, applicants and applications of the one world in which the tests happen.
import type { Actor } from '@luban/audit';
import {
  ApplicationDocument,
  type ApplicationDto,
  ApplicationWindow,
  type ClassApplication,
  type CreateApplicationDto,
  type EditApplicationDto,
} from '@luban/approvals';
import { Authority, Organisation } from '@luban/identity';
import { newId } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { givenActor } from './world.js';

type Area = Pick<ClassApplication, 'level' | 'divisionCode'>;

export const country: Area = { level: 'nationalIndustry', divisionCode: '000000' };
export const zhejiang: Area = { level: 'provincial', divisionCode: '330000' };

export async function givenOrganisation(
  tx: EntityManager,
  name: string,
  kind: Organisation['kind'],
): Promise<Organisation> {
  const id = newId();
  await tx.insert(Organisation, { id, name: `${name} ${id.slice(-6)}`, kind });
  return tx.findOneByOrFail(Organisation, { id });
}

type Person = Actor & { accountId: string };

/** An authority with its people: the centre accepts, the ministry reviews. */
export async function givenAuthority(
  tx: EntityManager,
  area: Area = country,
): Promise<{ organisation: Organisation; acceptor: Person; reviewer: Person }> {
  const organisation = await givenOrganisation(tx, '人力资源和社会保障部', 'ministry');
  await tx.insert(Authority, { id: newId(), organisationId: organisation.id, ...area });
  return {
    organisation,
    acceptor: await givenActor(tx, { role: 'acceptor', organisationId: organisation.id }),
    reviewer: await givenActor(tx, { role: 'reviewer', organisationId: organisation.id }),
  };
}

/** An association, and the person who applies for it. */
export async function givenApplicant(
  tx: EntityManager,
  kind: Organisation['kind'] = 'association',
  name = '中国机械工业联合会',
): Promise<{ organisation: Organisation; host: Person }> {
  const organisation = await givenOrganisation(tx, name, kind);
  return { organisation, host: await givenActor(tx, { role: 'host', organisationId: organisation.id }) };
}

/** A window that is open at `at`: from the day before until 30 days after, unless told. */
export async function givenWindow(
  tx: EntityManager,
  at: Date,
  given: Partial<ApplicationWindow> = {},
): Promise<ApplicationWindow> {
  const day = 24 * 3_600_000;
  const window: ApplicationWindow = {
    id: newId(),
    ...country,
    planYear: 2027,
    opensAt: new Date(at.getTime() - day),
    closesAt: new Date(at.getTime() + 30 * day),
    notice: null,
    createdBy: null,
    createdAt: at,
    version: 1,
    ...given,
  };
  await tx.insert(ApplicationWindow, window);
  return window;
}

export const draftWish = (given: Partial<CreateApplicationDto> = {}): CreateApplicationDto => ({
  ...country,
  planYear: 2027,
  class: 'two',
  name: '全国智能制造应用技术技能竞赛',
  edition: '第十届',
  ...given,
});

/** All that a whole application states. The occupation stands in no catalogue, so that none has to be loaded. */
export const wholeStatement = (given: Partial<EditApplicationDto> = {}): EditApplicationDto => ({
  placeDivisionCode: null,
  finalFrom: '2027-06-10',
  finalTo: '2027-06-13',
  content: {
    purpose: '以赛促学、以赛促训，培养智能制造领域高技能人才。',
    contact: { name: '周敏', phone: '010-68595027', email: 'zhou.min@example.org' },
    groups: [
      { code: 'worker', name: '职工组' },
      { code: 'student', name: '学生组' },
    ],
    schedule: {
      preliminaryFrom: '2027-03-01',
      preliminaryTo: '2027-05-20',
      note: '先省级选拔，后全国决赛。',
    },
    venue: {
      city: '苏州市',
      address: '工业园区',
      facilities: '数控加工中心 40 台',
      safety: '消防、医疗到位',
    },
    experts: { count: 12 },
    judges: { count: 30 },
    funding: { totalYuan: 1_800_000, sources: [{ name: '主办单位自筹', amountYuan: 1_800_000 }] },
    scale: { delegations: 30, competitors: 240 },
    earlierEditions: [
      { year: 2024, name: '第八届全国智能制造应用技术技能竞赛', occupations: ['装配钳工'], competitors: 220 },
      { year: 2025, name: '第九届全国智能制造应用技术技能竞赛', occupations: ['装配钳工'], competitors: 231 },
    ],
    inspectionYears: [2024, 2025, 2026],
    business: { covers: true },
  },
  occupations: [
    { name: '装配钳工', standardExists: true, standardTopLevel: 1, detail: '智能制造单元安装与调试' },
  ],
  ...given,
});

/** The documents that the national rules ask for, without their files; the stamped form carries the current code. */
export async function givenDocuments(
  tx: EntityManager,
  application: Pick<ApplicationDto, 'id' | 'pageCode' | 'occupations'>,
  at: Date,
): Promise<void> {
  const document = (kind: ApplicationDocument['kind'], more: Partial<ApplicationDocument> = {}) => ({
    applicationId: application.id,
    id: newId(),
    kind,
    occupationId: null,
    fileHash: '0'.repeat(64),
    fileName: `${kind}.pdf`,
    mediaType: 'application/pdf',
    sizeBytes: 1,
    pageCode: null,
    uploadedBy: null,
    uploadedAt: at,
    removedAt: null,
    removedBy: null,
    ...more,
  });
  await tx.insert(ApplicationDocument, [
    document('request'),
    document('stampedForm', { pageCode: application.pageCode }),
    document('implementationPlan'),
    ...application.occupations.map(({ id }) => document('standard', { occupationId: id })),
    ...application.occupations.map(({ id }) => document('feasibility', { occupationId: id })),
  ]);
}
