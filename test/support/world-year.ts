// A small year in the one world of the tests: applications for class status with what became of them, so that every
// figure can be counted by hand. `tx` is a DataSource's manager or a transaction's.
import {
  AnnualPlan,
  ApplicationCondition,
  ApplicationOccupation,
  ClassApplication,
  ClassStatus,
  Obligation,
  PlanItem,
  PlanVersion,
} from '@luban/approvals';
import { Authority, Organisation } from '@luban/identity';
import { newId } from '@luban/platform';
import { type EntityManager, In } from 'typeorm';

/** An organisation that is an authority 人社部门 of a level and area. */
export async function givenAuthority(
  tx: EntityManager,
  level: Authority['level'],
  divisionCode: string,
  name = `人社部门 ${divisionCode}`,
): Promise<string> {
  const organisationId = newId();
  await tx.insert(Organisation, { id: organisationId, name, kind: 'bureau', divisionCode });
  await tx.insert(Authority, { id: newId(), organisationId, level, divisionCode });
  return organisationId;
}

export interface GivenApplication {
  name: string;
  planYear?: number;
  level?: ClassApplication['level'];
  divisionCode?: string;
  class?: ClassApplication['class'];
  state?: ClassApplication['state'];
  leadId: string;
  industryCode?: string | null;
  place?: string | null;
  finalFrom?: string | null;
  /** Code and name of each; the edition is 2022. */
  occupations?: [code: string | null, name: string][];
  eventId?: string;
  /** Due days of what is not met yet. */
  conditions?: string[];
  obligations?: string[];
  historic?: boolean;
}

/** An application as it stands after its way through the states; a granted one has its class status. */
export async function givenApplication(tx: EntityManager, given: GivenApplication): Promise<string> {
  const id = newId();
  const { planYear = 2026, level = 'nationalIndustry', state = 'granted' } = given;
  const divisionCode = given.divisionCode ?? '000000';
  const contestClass = given.class === undefined ? 'two' : given.class;
  const isGranted = state === 'granted' || state === 'grantedWithConditions';
  await tx.insert(ClassApplication, {
    id,
    level,
    divisionCode,
    planYear,
    heldYear: planYear,
    class: contestClass,
    leadOrganisationId: given.leadId,
    name: given.name,
    contestKey: given.name,
    industryCode: given.industryCode ?? null,
    placeDivisionCode: given.place ?? null,
    finalFrom: given.finalFrom ?? null,
    finalTo: given.finalFrom ?? null,
    state,
    content: {},
    submittedAt: state === 'draft' ? null : new Date(`${planYear}-01-15T02:00:00Z`),
    decidedAt: isGranted ? new Date(`${planYear}-03-01T02:00:00Z`) : null,
    historic: given.historic ?? false,
  });
  for (const [position, [code, name]] of (given.occupations ?? []).entries()) {
    const edition = code === null ? null : '2022';
    await tx.insert(ApplicationOccupation, { applicationId: id, id: newId(), position, edition, code, name });
  }
  if (isGranted)
    await tx.insert(ClassStatus, {
      id: newId(),
      applicationId: id,
      level,
      divisionCode,
      planYear,
      class: contestClass,
      officialName: `${planYear}年全国行业职业技能竞赛——${given.name}`,
      occupations: [],
      eventId: given.eventId ?? null,
      grantedAt: new Date(`${planYear}-03-01T02:00:00Z`),
    });
  for (const dueOn of given.conditions ?? [])
    await tx.insert(ApplicationCondition, {
      applicationId: id,
      id: newId(),
      stepId: newId(),
      text: '补充协议',
      dueOn,
    });
  for (const dueOn of given.obligations ?? [])
    await tx.insert(Obligation, {
      applicationId: id,
      id: newId(),
      kind: 'summary',
      title: { zh: '竞赛总结', en: 'Summary' },
      dueOn,
    });
  return id;
}

/** The year's plan with its target and one published version that lists these applications. */
export async function givenPlan(
  tx: EntityManager,
  given: {
    planYear?: number;
    level?: AnnualPlan['level'];
    divisionCode?: string;
    targetOne: number;
    targetTwo: number;
    listed: string[];
  },
): Promise<void> {
  const planId = newId();
  const versionId = newId();
  const {
    planYear = 2026,
    level = 'nationalIndustry',
    divisionCode = '000000',
    targetOne,
    targetTwo,
  } = given;
  await tx.insert(AnnualPlan, { id: planId, level, divisionCode, planYear, targetOne, targetTwo });
  await tx.insert(PlanVersion, {
    planId,
    id: versionId,
    number: 1,
    kind: 'plan',
    title: `${planYear}年度竞赛计划`,
    addressees: '各有关单位',
    documentNumber: `人社部函〔${planYear}〕42号`,
    signer: '某某',
    signedOn: `${planYear}-04-07`,
    scanHash: 'a'.repeat(64),
    publishedAt: new Date(`${planYear}-04-07T02:00:00Z`),
  });
  const classes = new Map(
    (await tx.findBy(ClassApplication, { id: In(given.listed) })).map((found) => [found.id, found.class]),
  );
  for (const [at, applicationId] of given.listed.entries()) {
    const own = classes.get(applicationId) ?? null;
    const before = given.listed.slice(0, at).filter((id) => classes.get(id) === own);
    await tx.insert(PlanItem, {
      planId,
      versionId,
      applicationId,
      number: before.length + 1,
      class: own,
      officialName: `${planYear}年全国行业职业技能竞赛——第${at + 1}项`,
      hosts: '某协会',
      occupations: '焊工',
      change: 'added',
    });
  }
}
