// Applications that wait for their authority in the one world of the tests: with a lead, an occupation, a submission
// and the findings it arrived with. `tx` is a DataSource's manager or a transaction's.
import {
  ApplicationCondition,
  ApplicationOccupation,
  ApplicationParty,
  ApplicationStep,
  ApplicationSubmission,
  ClassApplication,
  ClassStatus,
  statementOf,
} from '@luban/approvals';
import { Organisation } from '@luban/identity';
import { pdfOf } from '@luban/papers';
import { newId } from '@luban/platform';
import type { Finding } from '@luban/rulebook';
import type { EntityManager } from 'typeorm';

export interface GivenSubmission extends Partial<
  Pick<
    ClassApplication,
    | 'level'
    | 'divisionCode'
    | 'planYear'
    | 'class'
    | 'name'
    | 'contestKey'
    | 'industryCode'
    | 'placeDivisionCode'
    | 'finalFrom'
    | 'finalTo'
    | 'state'
    | 'submittedAt'
    | 'content'
  >
> {
  leadId: string;
  occupations?: { code: string | null; name: string }[];
  findings?: Finding[];
  /** Who accepted it, where it stands beyond that. */
  acceptedBy?: string | null;
  /** One condition with its due day, where it was granted with conditions. */
  conditionDueOn?: string;
}

const beyondAcceptance = [
  'accepted',
  'underReview',
  'granted',
  'grantedWithConditions',
  'declined',
  'revoked',
];

/** A finding of the national rules. */
export const finding = (severity: Finding['severity'], code = 'occupations-at-most-two'): Finding => ({
  code,
  check: 'occupationsAtMost',
  severity,
  message: { zh: '职业数 4，上限 4', en: '4 occupations, 4 at most' },
  evidence: [{ label: { zh: '职业数', en: 'Occupations' }, value: '4' }],
  citation: {
    article: { zh: '申报通知第一条', en: 'Call, article 1' },
    source: 'S01 http://www.mohrss.gov.cn/',
    grade: 'verified',
  },
});

/** An application as it stands in a state, with the records that brought it there. */
export async function givenSubmission(
  tx: EntityManager,
  { occupations, findings, acceptedBy, conditionDueOn, leadId, ...given }: GivenSubmission,
): Promise<ClassApplication> {
  const id = newId();
  const state = given.state ?? 'submitted';
  const submittedAt = given.submittedAt ?? new Date('2027-01-15T02:00:00Z');
  const lead = await tx.findOneByOrFail(Organisation, { id: leadId });
  const planYear = given.planYear ?? 2027;
  await tx.insert(ClassApplication, {
    id,
    level: 'nationalIndustry',
    divisionCode: '000000',
    class: 'two',
    name: '全国智能制造应用技术技能竞赛',
    edition: '第十届',
    // A contest of its own, so that no two of them stand in each other's way.
    contestKey: `智能制造应用技术技能竞赛 ${id.slice(-8)}`,
    placeDivisionCode: '320500',
    finalFrom: `${planYear}-06-10`,
    finalTo: `${planYear}-06-13`,
    content: { contact: { name: '周敏' }, venue: { city: '苏州市' } },
    ...given,
    planYear,
    heldYear: planYear,
    leadOrganisationId: leadId,
    state,
    submittedAt: state === 'draft' ? null : submittedAt,
  });
  await tx.insert(ApplicationParty, {
    applicationId: id,
    id: newId(),
    position: 0,
    organisationId: leadId,
    name: lead.name,
    kind: lead.kind,
    part: 'lead',
  });
  for (const [position, { code, name }] of (
    occupations ?? [{ code: '6-18-02-04', name: '焊工' }]
  ).entries()) {
    const edition = code === null ? null : '2022';
    await tx.insert(ApplicationOccupation, { applicationId: id, id: newId(), position, edition, code, name });
  }
  const application = await tx.findOneByOrFail(ClassApplication, { id });
  if (state === 'draft') return application;
  const submissionId = newId();
  await tx.insert(ApplicationSubmission, {
    applicationId: id,
    id: submissionId,
    number: 1,
    contentVersion: 1,
    pageCode: '1-ABCD-EFGH',
    snapshot: { statement: await statementOf(tx, application), documents: [] } as never,
    findings: (findings ?? [finding('passed')]) as never,
    arrivedAt: submittedAt,
  });
  const steps: Partial<ApplicationStep>[] = [
    { action: 'submit', fromState: 'draft', toState: 'submitted', by: null },
  ];
  if (beyondAcceptance.includes(state))
    steps.push({ action: 'accept', fromState: 'submitted', toState: 'accepted', by: acceptedBy ?? null });
  if (beyondAcceptance.includes(state) && state !== 'accepted')
    steps.push({ action: 'beginReview', fromState: 'accepted', toState: 'underReview', by: null });
  const decided = { granted: 'grant', grantedWithConditions: 'grantWithConditions', declined: 'decline' };
  const decision = decided[state as keyof typeof decided] ?? (state === 'revoked' ? 'grant' : null);
  if (decision)
    steps.push({
      action: decision,
      fromState: 'underReview',
      toState: state,
      reason: '符合规定',
      article: '第一条',
    });
  const rows = steps.map((step, i) => ({
    applicationId: id,
    id: newId(),
    number: i + 1,
    at: new Date(submittedAt.getTime() + i * 3_600_000),
    submissionId,
    ...step,
  }));
  await tx.insert(ApplicationStep, rows as never);
  if (state === 'granted' || state === 'grantedWithConditions')
    await tx.insert(ClassStatus, {
      id: newId(),
      applicationId: id,
      level: application.level,
      divisionCode: application.divisionCode,
      planYear,
      class: application.class,
      officialName: application.name,
      occupations: [],
      grantedAt: submittedAt,
    });
  if (conditionDueOn)
    await tx.insert(ApplicationCondition, {
      applicationId: id,
      id: newId(),
      stepId: rows.at(-1)?.id ?? newId(),
      text: '补充技术支持协议',
      dueOn: conditionDueOn,
    });
  return application;
}

/** A real PDF of one page, such as an applicant sends. */
export const onePagePdf = (): Promise<Buffer> =>
  pdfOf({
    title: '合作协议',
    author: '周敏',
    versionCode: '1',
    foot: '合作协议',
    pageOf: (page, pages) => `${page} / ${pages}`,
    createdAt: new Date('2027-01-15T02:00:00Z'),
    blocks: [{ kind: 'title', text: '合作协议' }],
  });
