import type { EntityManager } from 'typeorm';
import { contestRows } from './contest-rows.sql.js';
import type { InsightScope } from './insight-scope.js';
import type { ClassProgressDto, CountsDto, MonthCountDto, StateCountDto } from './year-figures.dto.js';
import type { PlanStandDto, TotalsDto } from './year-insight.dto.js';

export type ContestClass = 'one' | 'two' | 'none';
export const contestClasses: readonly ContestClass[] = ['one', 'two', 'none'];

interface Group extends CountsDto {
  figure: 'class' | 'state' | 'industry' | 'place' | 'applicant' | 'month' | 'whole';
  key: string;
  class: ContestClass;
  open: number;
  held: number;
}

/** The year's contests counted by everything that has a picture: one statement. */
export interface PlanFigures {
  classes: Omit<ClassProgressDto, 'target'>[];
  states: StateCountDto[];
  industries: ReadonlyMap<string, CountsDto>;
  byFinal: ReadonlyMap<string, CountsDto>;
  byApplicant: ReadonlyMap<string, CountsDto>;
  months: MonthCountDto[];
  totals: TotalsDto;
}

const states = [
  'submitted',
  'accepted',
  'underReview',
  'returned',
  'granted',
  'grantedWithConditions',
  'declined',
  'withdrawn',
  'revoked',
];
const months = ['earlier', ...Array.from({ length: 12 }, (_, i) => String(i + 1)), 'later', 'none'];

export async function readPlanFigures(tx: EntityManager, scope: InsightScope): Promise<PlanFigures> {
  const { sql, params } = contestRows(scope);
  const counts = `count(*)::int AS applications, (count(*) FILTER (WHERE granted))::int AS granted,
    (count(*) FILTER (WHERE published))::int AS published, (count(*) FILTER (WHERE open))::int AS open,
    (count(*) FILTER (WHERE held))::int AS held`;
  const by = (figure: string, column: string, split = false): string =>
    `SELECT '${figure}' AS figure, ${column} AS key, ${split ? 'class' : `'none'`} AS class, ${counts}
       FROM contest GROUP BY ${column}${split ? ', class' : ''}`;
  const groups: Group[] = await tx.query(
    `WITH ${sql}
     ${[
       by('class', 'class', true),
       by('state', 'state', true),
       by('industry', 'industry'),
       by('place', 'place'),
       by('applicant', 'applicant'),
       by('month', 'month', true),
       `SELECT 'whole', kind, 'none', count(*)::int, 0, 0, 0, 0 FROM (
          SELECT 'historic' AS kind FROM contest WHERE historic UNION ALL
          SELECT 'demo' FROM contest WHERE demo) k GROUP BY kind`,
       `SELECT 'whole', 'applicants', 'none', count(DISTINCT lead_id)::int, 0, 0, 0, 0 FROM contest`,
     ].join(' UNION ALL ')}`,
    params,
  );
  return shaped(groups);
}

function shaped(groups: readonly Group[]): PlanFigures {
  const of = (figure: Group['figure']) => groups.filter((group) => group.figure === figure);
  const map = (figure: Group['figure']) =>
    new Map(
      of(figure).map(({ key, applications, granted, published }) => [
        key,
        { applications, granted, published },
      ]),
    );
  const classes = of('class')
    .map(({ class: name, applications, granted, published, open, held }) => ({
      class: name,
      applications,
      granted,
      published,
      open,
      held,
    }))
    .sort((a, b) => contestClasses.indexOf(a.class) - contestClasses.indexOf(b.class));
  const whole = (key: string) => of('whole').find((group) => group.key === key)?.applications ?? 0;
  const sum = (pick: (group: Group) => number) => of('class').reduce((all, group) => all + pick(group), 0);
  const inState = (state: string) =>
    of('state').reduce((all, { key, applications }) => all + (key === state ? applications : 0), 0);
  return {
    classes,
    states: states.map((state) => ({ state, ...split(of('state'), state, (group) => group.applications) })),
    industries: map('industry'),
    byFinal: map('place'),
    byApplicant: map('applicant'),
    months: months
      .map((month) => ({ month, ...split(of('month'), month, (group) => group.granted) }))
      .filter(({ month, count }) => count > 0 || /^\d/.test(month)),
    totals: {
      applications: sum((group) => group.applications),
      granted: sum((group) => group.granted),
      published: sum((group) => group.published),
      open: sum((group) => group.open),
      held: sum((group) => group.held),
      declined: inState('declined'),
      withdrawn: inState('withdrawn'),
      revoked: inState('revoked'),
      historic: whole('historic'),
      demo: whole('demo'),
      applicants: whole('applicants'),
    },
  };
}

function split(groups: readonly Group[], key: string, pick: (group: Group) => number) {
  const of = (name: ContestClass) => {
    const found = groups.find((group) => group.key === key && group.class === name);
    return found ? pick(found) : 0;
  };
  const [one, two, none] = [of('one'), of('two'), of('none')];
  return { one, two, none, count: one + two + none };
}

/** Target and publication of the year's plan. Only one authority's own scope has one plan; a wider one sums targets. */
export async function readPlanStand(
  tx: EntityManager,
  scope: InsightScope,
): Promise<{ plan: PlanStandDto | null; authorityName: string | null }> {
  const [plan]: PlanStandDto[] = await tx.query(
    `SELECT p.id AS "planId", p.target_one AS "targetOne", p.target_two AS "targetTwo",
            p.target_source AS "targetSource",
            (SELECT count(*)::int FROM plan_version v WHERE v.plan_id = p.id AND v.published_at IS NOT NULL) AS published,
            latest.document_number AS "documentNumber", latest.signed_on::text AS "signedOn"
       FROM annual_plan p
       LEFT JOIN LATERAL (SELECT v.document_number, v.signed_on FROM plan_version v
          WHERE v.plan_id = p.id AND v.published_at IS NOT NULL ORDER BY v.number DESC LIMIT 1) latest ON TRUE
      WHERE p.plan_year = $1 AND p.level = $2 AND p.division_code = $3`,
    [scope.planYear, scope.level, scope.divisionCode],
  );
  const [authority]: { name: string }[] = await tx.query(
    `SELECT o.name FROM authority a JOIN organisation o ON o.id = a.organisation_id
      WHERE a.level = $1 AND a.division_code = $2 AND a.ended_at IS NULL
      ORDER BY o.kind NOT IN ('ministry', 'bureau'), a.created_at LIMIT 1`,
    [scope.level, scope.divisionCode],
  );
  return { plan: plan ?? null, authorityName: authority?.name ?? null };
}
