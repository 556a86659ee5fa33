import { newId } from '@luban/platform';
import { contestKey, holdAgainst, type RulePack, shippedPackOf } from '@luban/rulebook';
import type { DataSource, EntityManager } from 'typeorm';
import { ApplicationOccupation } from './application-occupation.entity.js';
import { ApplicationParty } from './application-party.entity.js';
import { pageCodeOf, statementOf } from './application-statement.js';
import { ApplicationStep } from './application-step.entity.js';
import { ApplicationSubmission } from './application-submission.entity.js';
import { subjectsOf } from './application-subjects.js';
import { ClassApplication } from './class-application.entity.js';
import { ClassStatus } from './class-status.entity.js';
import { contestsFrom2018 } from './historic-contests-from-2018.js';
import { evidenceOnly } from './historic-evidence.js';
import { historicOrganisations } from './historic-organisations.js';
import type { RecordedContest } from './historic-record.js';
import { type SyntheticApplication, syntheticApplication } from './historic-synthetic.js';

/**
 * Enters the recorded contests from 2018 on also as granted applications, `historic` and with every invented fact named
 * in `synthetic`: for the demonstration. Wants the records (`loadHistoricContests`) and the shipped packs stored. May run
 * again: a record that has its application gets no second one.
 */
export async function loadHistoricApplications(source: DataSource): Promise<void> {
  await source.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('luban.historic-applications', 0))`);
    const open: { id: string; planYear: number; officialName: string }[] = await tx.query(
      `SELECT id, plan_year AS "planYear", official_name AS "officialName" FROM historic_contest
        WHERE application_id IS NULL AND plan_year >= 2018`,
    );
    const packs: { id: string; code: string }[] = await tx.query(
      `SELECT id, code FROM rule_pack WHERE shipped AND level = 'nationalIndustry'`,
    );
    const made = contestsFrom2018.map((record) => ({ record, application: syntheticApplication(record) }));
    const organisations = await historicOrganisations(
      tx,
      made.flatMap(({ application }) => application.parties.map(({ name }) => name)),
    );
    const organisationOf = (name: string): { id: string; kind: string } => {
      const found = organisations.get(name);
      if (!found) throw new Error(`the organisation ${name} was not made`);
      return found;
    };
    for (const { record, application } of made) {
      const stored = open.find(
        (one) => one.planYear === record.planYear && one.officialName === record.officialName,
      );
      if (!stored) continue;
      const policy = shippedPackOf(record.planYear);
      const packId = packs.find(({ code }) => code === policy?.code)?.id ?? null;
      const id = await enter(tx, record, application, { policy, packId, organisationOf });
      await tx.query(`UPDATE historic_contest SET application_id = $2 WHERE id = $1`, [stored.id, id]);
    }
  });
}

interface Surroundings {
  policy: RulePack | null;
  packId: string | null;
  organisationOf: (name: string) => { id: string; kind: string };
}

async function enter(
  tx: EntityManager,
  record: RecordedContest,
  made: SyntheticApplication,
  { policy, packId, organisationOf }: Surroundings,
): Promise<string> {
  const id = newId();
  const lead = made.parties.find(({ part }) => part === 'lead');
  if (!lead) throw new Error(`${record.officialName} has no lead applicant`);
  await tx.insert(ClassApplication, {
    id,
    level: 'nationalIndustry',
    divisionCode: '000000',
    planYear: record.planYear,
    heldYear: made.heldYear,
    class: record.class,
    leadOrganisationId: organisationOf(lead.name).id,
    name: made.name,
    edition: made.edition,
    contestKey: contestKey(record.officialName),
    finalFrom: made.finalFrom,
    finalTo: made.finalTo,
    state: 'granted',
    content: made.content as never,
    rulePackId: packId,
    policy: policy as never,
    submittedAt: made.submittedAt,
    decidedAt: made.decidedAt,
    historic: true,
    synthetic: made.synthetic,
  });
  const parties = made.parties.map(({ name, part }, position) => ({
    ...{ applicationId: id, id: newId(), position, name, part },
    organisationId: organisationOf(name).id,
    kind: organisationOf(name).kind as ApplicationParty['kind'],
  }));
  await tx.insert(ApplicationParty, parties);
  const occupations = made.occupations.map(({ name, detail }, position) => ({
    ...{ applicationId: id, id: newId(), position, name, detail },
  }));
  if (occupations.length > 0) await tx.insert(ApplicationOccupation, occupations);
  await giveOccupationCodes(tx, id);
  await submitAndGrant(tx, id, record, made, policy);
  return id;
}

/** Codes of the newest classification, where it holds exactly one occupation of that name. */
async function giveOccupationCodes(tx: EntityManager, applicationId: string): Promise<void> {
  await tx.query(
    `UPDATE application_occupation o SET edition = c.edition, code = c.code
       FROM (SELECT edition, name, min(code) AS code FROM occupation
              WHERE edition = (SELECT max(edition) FROM occupation) AND level = 4
              GROUP BY edition, name HAVING count(*) = 1) c
      WHERE o.application_id = $1 AND c.name = o.name`,
    [applicationId],
  );
}

async function submitAndGrant(
  tx: EntityManager,
  applicationId: string,
  record: RecordedContest,
  made: SyntheticApplication,
  policy: RulePack | null,
): Promise<void> {
  const application = await tx.findOneByOrFail(ClassApplication, { id: applicationId });
  const statement = await statementOf(tx, application);
  const subject = (await subjectsOf(tx, [applicationId])).get(applicationId);
  const submissionId = newId();
  await tx.insert(ApplicationSubmission, {
    applicationId,
    id: submissionId,
    number: 1,
    contentVersion: application.contentVersion,
    pageCode: pageCodeOf(application, statement),
    snapshot: { statement, documents: [] } as never,
    rulePackId: application.rulePackId,
    findings: (policy && subject ? holdAgainst(policy, evidenceOnly(subject, application)) : []) as never,
    arrivedAt: made.submittedAt,
  });
  const reason = `依据公开记录补录（${record.source}）`;
  await tx.insert(ApplicationStep, [
    {
      ...{
        applicationId,
        id: newId(),
        number: 1,
        action: 'submit',
        fromState: 'draft',
        toState: 'submitted',
      },
      ...{ at: made.submittedAt, submissionId },
    },
    {
      ...{
        applicationId,
        id: newId(),
        number: 2,
        action: 'grant',
        fromState: 'underReview',
        toState: 'granted',
      },
      ...{ at: made.decidedAt, submissionId, reason, article: record.gradeNote },
    },
  ]);
  await tx.insert(ClassStatus, {
    id: newId(),
    applicationId,
    level: application.level,
    divisionCode: application.divisionCode,
    planYear: application.planYear,
    class: application.class,
    officialName: record.officialName,
    occupations: statement.occupations.map(({ id, edition, code, name, detail, teamSize }) => ({
      ...{ occupationId: id, edition, code, name, detail, teamSize },
    })) as never,
    grantedAt: made.decidedAt,
  });
}
