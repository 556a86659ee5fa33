import { Refused } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { ApplicationFindingDto } from './application-reply.dto.js';
import type { ClassApplication } from './class-application.entity.js';
import './application-messages.js';

type Contest = Pick<
  ClassApplication,
  'id' | 'leadOrganisationId' | 'contestKey' | 'planYear' | 'level' | 'divisionCode' | 'name'
>;

interface OtherApplication {
  applicationId: string;
  name: string;
  planYear: number;
  state: keyof typeof stateWords;
  sameContest: boolean;
  /** Occupations that both have. */
  shared: string[];
}

/** An application that is under way or granted stands in the way of another one of the same contest. */
const stateWords = {
  submitted: { zh: '已提交', en: 'submitted' },
  accepted: { zh: '已受理', en: 'accepted' },
  underReview: { zh: '审核中', en: 'under review' },
  granted: { zh: '已批准', en: 'granted' },
  grantedWithConditions: { zh: '有条件批准', en: 'granted with conditions' },
};

/**
 * Other applications of the same lead applicant to the same authority for the same plan year that share the contest or
 * an occupation.
 */
const othersThisYear = (tx: EntityManager, ids: readonly string[]): Promise<OtherApplication[]> =>
  tx.query(
    `SELECT * FROM (
       SELECT a.id AS "applicationId", e.name, e.plan_year AS "planYear", e.state,
              e.contest_key = a.contest_key AS "sameContest",
              ARRAY(SELECT DISTINCT own.name FROM application_occupation own
                      JOIN application_occupation w ON w.application_id = e.id
                       AND (w.code = own.code OR w.name = own.name)
                     WHERE own.application_id = a.id ORDER BY own.name) AS shared
         FROM class_application a
         JOIN class_application e ON e.lead_organisation_id = a.lead_organisation_id AND e.plan_year = a.plan_year
          AND e.level = a.level AND e.division_code = a.division_code AND e.id <> a.id AND e.state = ANY($2::text[])
        WHERE a.id = ANY($1::uuid[]) AND NOT a.historic AND a.state NOT IN ('withdrawn', 'declined', 'revoked')) y
      WHERE "sameContest" OR cardinality(shared) > 0 ORDER BY "sameContest" DESC, name`,
    [ids, Object.keys(stateWords)],
  );

/**
 * What no rule pack says, because it holds for every one: a contest is applied for once in a plan year (blocking), and
 * another contest of the same lead applicant for the same occupation is worth a look (warning). A decision of this house:
 * class status is given to one contest in one plan year.
 */
export async function sameContestFindings(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, ApplicationFindingDto[]>> {
  const found = new Map<string, ApplicationFindingDto[]>();
  for (const other of await othersThisYear(tx, ids))
    found.set(other.applicationId, [...(found.get(other.applicationId) ?? []), findingOf(other)]);
  return found;
}

function findingOf({ name, planYear, state, sameContest, shared }: OtherApplication): ApplicationFindingDto {
  const words = stateWords[state];
  const occupations = shared.join('、');
  return {
    code: sameContest ? 'same-contest-this-year' : 'same-occupation-this-year',
    check: sameContest ? 'sameContestThisYear' : 'sameOccupationThisYear',
    severity: sameContest ? 'blocking' : 'warning',
    message: sameContest
      ? {
          zh: `同一赛事在 ${planYear} 年度已有申报“${name}”（${words.zh}），不能重复申报。`,
          en: `The same contest has an application for ${planYear} already: "${name}" (${words.en}).`,
        }
      : {
          zh: `同一牵头申办单位 ${planYear} 年度另有赛事“${name}”（${words.zh}）设同一职业：${occupations}。`,
          en: `The same lead applicant has another contest for ${planYear}, "${name}" (${words.en}), with the same occupation: ${occupations}.`,
        },
    evidence: [
      { label: { zh: '另一申报', en: 'Other application' }, value: `${planYear} ${name}` },
      ...(shared.length > 0
        ? [{ label: { zh: '相同职业', en: 'Same occupations' }, value: occupations }]
        : []),
    ],
    citation: {
      article: { zh: '一项赛事一个计划年度只申报一次', en: 'A contest is applied for once in a plan year' },
      source: '本平台约定（不属于规则包）',
      grade: 'verified',
    },
  };
}

/** Two submissions or two grants of the same contest wait for one another. */
const holdContest = (
  tx: EntityManager,
  { leadOrganisationId, contestKey, planYear }: Contest,
): Promise<unknown> =>
  tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    ['contest', leadOrganisationId, contestKey, planYear].join(' '),
  ]);

/**
 * Throws `Refused` `approvals.same-contest` with `other` where the same contest is under way or granted for that year.
 */
export async function assertAppliedOnce(tx: EntityManager, application: Contest): Promise<void> {
  await holdContest(tx, application);
  const other = (await othersThisYear(tx, [application.id])).find(({ sameContest }) => sameContest);
  if (!other) return;
  const { name, planYear, state } = other;
  const words = stateWords[state];
  throw new Refused(
    'approvals.same-contest',
    { name, planYear, state: words.zh, stateEn: words.en },
    { other: { name, planYear, state } },
  );
}

/**
 * Throws `Refused` `approvals.granted-twice` where the same contest has class status of that authority for that year.
 */
export async function assertNotGrantedTwice(tx: EntityManager, application: Contest): Promise<void> {
  await holdContest(tx, application);
  const { id, leadOrganisationId, contestKey, planYear, level, divisionCode } = application;
  const [found]: { name: string }[] = await tx.query(
    `SELECT e.name FROM class_application e JOIN class_status s ON s.application_id = e.id AND s.ended_at IS NULL
      WHERE e.id <> $1 AND e.lead_organisation_id = $2 AND e.contest_key = $3 AND e.plan_year = $4 AND e.level = $5
        AND e.division_code = $6 LIMIT 1`,
    [id, leadOrganisationId, contestKey, planYear, level, divisionCode],
  );
  if (found) throw new Refused('approvals.granted-twice', { name: found.name, planYear });
}
