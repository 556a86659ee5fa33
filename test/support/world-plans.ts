// Contests that an authority has granted, for plans: rows as acceptance, review and decision would have left them.
import {
  ApplicationOccupation,
  ApplicationParty,
  ClassApplication,
  givenClassStatus,
} from '@luban/approvals';
import type { Organisation } from '@luban/identity';
import { newId } from '@luban/platform';
import { contestKey, type RulePack, shippedPacks } from '@luban/rulebook';
import type { EntityManager } from 'typeorm';
import { country } from './world-approvals.js';

export interface GivenContest {
  lead: Organisation;
  name?: string;
  edition?: string;
  class?: 'one' | 'two' | null;
  level?: ClassApplication['level'];
  divisionCode?: string;
  planYear?: number;
  finalFrom?: string;
  finalTo?: string;
  occupations?: { name: string; code?: string | null; detail?: string | null }[];
  organiser?: Organisation;
  grantedAt?: Date;
  policy?: RulePack;
}

export const packOf2023 = (): RulePack => {
  const pack = shippedPacks.find(({ code }) => code === 'class-status-2023');
  if (!pack) throw new Error('the shipped packs hold no class-status-2023');
  return pack;
};

/** A granted application with its class status, as it waits for the plan. */
export async function givenGrantedContest(tx: EntityManager, given: GivenContest): Promise<ClassApplication> {
  const at = given.grantedAt ?? new Date('2026-11-02T02:00:00Z');
  const { level, divisionCode } = { ...country, ...given };
  const id = newId();
  const name = given.name ?? '全国智能制造应用技术技能竞赛';
  await tx.insert(ClassApplication, {
    id,
    level,
    divisionCode,
    planYear: given.planYear ?? 2027,
    heldYear: Number((given.finalTo ?? '2027-06-13').slice(0, 4)),
    class: given.class === undefined ? 'two' : given.class,
    leadOrganisationId: given.lead.id,
    name,
    edition: given.edition ?? '第十届',
    contestKey: contestKey(name),
    finalFrom: given.finalFrom ?? '2027-06-10',
    finalTo: given.finalTo ?? '2027-06-13',
    state: 'granted',
    content: { groups: [{ code: 'worker', name: '职工组' }] },
    policy: given.policy ?? packOf2023(),
    submittedAt: new Date('2026-10-20T02:00:00Z'),
    decidedAt: at,
  } as never);
  const organiser = given.organiser;
  const parties = [
    { organisationId: given.lead.id, name: given.lead.name, kind: given.lead.kind, part: 'lead' as const },
    {
      organisationId: null,
      name: '中华全国总工会',
      kind: 'massOrganisation' as const,
      part: 'coHost' as const,
    },
    ...(organiser
      ? [
          {
            organisationId: organiser.id,
            name: organiser.name,
            kind: organiser.kind,
            part: 'organiser' as const,
          },
        ]
      : []),
  ];
  await tx.insert(
    ApplicationParty,
    parties.map((party, position) => ({ applicationId: id, id: newId(), position, ...party })),
  );
  const occupations = given.occupations ?? [{ name: '装配钳工', code: '6-20-01-01', detail: '单元装调' }];
  await tx.insert(
    ApplicationOccupation,
    occupations.map(({ name: occupation, code, detail }, position) => ({
      applicationId: id,
      id: newId(),
      position,
      edition: code ? '2022' : null,
      code: code ?? null,
      name: occupation,
      detail: detail ?? null,
      standardExists: true,
      standardTopLevel: 1,
      strategicReason: null,
      teamSize: 1,
    })),
  );
  const application = await tx.findOneByOrFail(ClassApplication, { id });
  await givenClassStatus(tx, application, at);
  return application;
}
