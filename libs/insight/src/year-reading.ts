import { createHash } from 'node:crypto';
import type { Area, Jurisdiction } from '@luban/identity';
import { chinaDay } from '@luban/rules';
import type { EntityManager } from 'typeorm';
import { readDuties } from './duty-figures.js';
import { figureNotes } from './figure-notes.js';
import { areaSql, type InsightScope, isWithin, levelsIn } from './insight-scope.js';
import { readLower } from './lower-figures.js';
import { readOccupationFigures } from './occupation-figures.js';
import { readParticipation } from './participation-figures.js';
import { areasAround, countedPlaces, placesIn } from './place-names.js';
import { type PlanFigures, readPlanFigures, readPlanStand } from './plan-figures.js';
import { rulesOfYear, type YearRules } from './rules-of-year.js';
import { readYears } from './year-comparison.js';
import type { ClassProgressDto, IndustryCountDto, MonthsDto } from './year-figures.dto.js';
import type { YearCountDto, YearInsightDto, YearRecordDto } from './year-insight.dto.js';

/**
 * The latest plan year with anything in this area and level, next year's at most (a far one is a plan, not the year one
 * works in); else the running year.
 */
export async function latestYear(tx: EntityManager, area: Area, now: Date): Promise<number> {
  const running = Number(chinaDay(now).slice(0, 4));
  const own = areaSql(area, { level: 'level', division: 'division_code' }, 2);
  const [row]: { year: number | null }[] = await tx.query(
    `SELECT greatest((SELECT max(plan_year) FROM class_application
                       WHERE ${own.sql} AND submitted_at IS NOT NULL AND plan_year <= $1),
                     (SELECT max(plan_year) FROM annual_plan WHERE ${own.sql} AND plan_year <= $1)) AS year`,
    [running + 1, ...own.params],
  );
  return row?.year ?? running;
}

/**
 * Everything of one year and area. Called in one REPEATABLE READ transaction, so that all figures are of one moment and
 * agree with each other.
 */
export async function readYear(
  tx: EntityManager,
  scope: InsightScope,
  reach: readonly Jurisdiction[],
  now: Date,
): Promise<YearInsightDto> {
  const figures = await readPlanFigures(tx, scope);
  const years = await readYears(tx, scope);
  const rules = await rulesOfYear(tx, scope, now);
  const { path, below } = await areasAround(tx, scope.divisionCode);
  const here = path.at(-1);
  const stand = await readPlanStand(tx, scope);
  const ofYear = years.find(({ year }) => year === scope.planYear);
  const read = {
    planYear: scope.planYear,
    level: scope.level,
    divisionCode: scope.divisionCode,
    areaName: here?.name ?? scope.divisionCode,
    areaNameEn: here?.nameEn ?? null,
    ...stand,
    record: recordOf(ofYear, (stand.plan?.published ?? 0) > 0),
    totals: figures.totals,
    before: countsOf(years.find(({ year }) => year === scope.planYear - 1)),
    classes: classesOf(figures, scope.level, ofYear),
    states: figures.states,
    industries: await industriesOf(tx, figures),
    places: countedPlaces(
      scope.divisionCode,
      await placesIn(tx, scope.divisionCode),
      figures.byFinal,
      figures.byApplicant,
    ),
    occupations: await readOccupationFigures(tx, scope),
    months: monthsOf(figures, rules),
    participation: await readParticipation(tx, scope),
    duties: await readDuties(tx, scope, now),
    ...(await readLower(tx, scope)),
    years,
    unverified: rules.unverified,
  };
  return {
    ...read,
    asOf: now.toISOString(),
    versionCode: versionCodeOf(read),
    choices: {
      years: years.filter(hasAnything).map(({ year }) => year),
      levels: levelsIn(scope.divisionCode),
      path: path.filter(({ divisionCode }) => isWithin(reach, divisionCode)),
      below,
    },
    notes: figureNotes,
  };
}

/** The same figures have the same code: twelve letters of their hash after the year. */
function versionCodeOf(read: { planYear: number }): string {
  const hash = createHash('sha256').update(JSON.stringify(read)).digest('hex').slice(0, 8).toUpperCase();
  return `Y${read.planYear}-${hash}`;
}

const hasAnything = ({ applications, targetOne, targetTwo, records, recordedContests }: YearCountDto) =>
  applications > 0 || targetOne !== null || targetTwo !== null || records.length > 0 || recordedContests > 0;

const countsOf = (year: YearCountDto | undefined) =>
  year && year.applications > 0
    ? { applications: year.applications, granted: year.granted, published: year.published }
    : null;

/** What only public records say of the year: never beside what this system published or aims at itself. */
function recordOf(year: YearCountDto | undefined, isPublished: boolean): YearRecordDto | null {
  const of = (figure: 'published' | 'target') =>
    year?.records.find((record) => record.figure === figure) ?? null;
  const hasTarget = year !== undefined && (year.targetOne !== null || year.targetTwo !== null);
  const record = { published: isPublished ? null : of('published'), target: hasTarget ? null : of('target') };
  return record.published === null && record.target === null ? null : record;
}

/**
 * Classes with a target stand there even while nothing was applied for; so do the two of the national level, which always
 * has them.
 */
function classesOf(
  { classes }: PlanFigures,
  level: string,
  year: YearCountDto | undefined,
): ClassProgressDto[] {
  const targets = { one: year?.targetOne ?? null, two: year?.targetTwo ?? null, none: null };
  return (['one', 'two', 'none'] as const).flatMap((name) => {
    const found = classes.find((row) => row.class === name);
    const always = level === 'nationalIndustry' && name !== 'none';
    if (!found && targets[name] === null && !always) return [];
    const counts = found ?? { class: name, applications: 0, granted: 0, published: 0, open: 0, held: 0 };
    return [{ ...counts, target: targets[name] }];
  });
}

/** Sections that have something, the largest first. */
async function industriesOf(tx: EntityManager, { industries }: PlanFigures): Promise<IndustryCountDto[]> {
  const rows: { code: string; name: string }[] = await tx.query(
    `SELECT DISTINCT ON (code) code, name FROM industry WHERE code = ANY($1::text[]) AND retired_in IS NULL
      ORDER BY code, edition DESC`,
    [[...industries.keys()]],
  );
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return [...industries]
    .map(([code, counts]) => ({ code, name: names.get(code) ?? null, ...counts }))
    .sort(
      (a, b) =>
        Number(a.code === 'none') - Number(b.code === 'none') ||
        b.applications - a.applications ||
        a.code.localeCompare(b.code),
    );
}

function monthsOf({ months }: PlanFigures, { avoided, clause }: YearRules): MonthsDto {
  const sum = (items: typeof months) => items.reduce((all, { count }) => all + count, 0);
  return {
    items: months,
    avoided,
    inAvoided: sum(months.filter(({ month }) => avoided.includes(Number(month)))),
    dated: sum(months.filter(({ month }) => month !== 'none')),
    clause,
  };
}
