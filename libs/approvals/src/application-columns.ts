import { currentEdition } from '@luban/catalogue';
import { type RulePack, contestKey } from '@luban/rulebook';
import type { EntityManager } from 'typeorm';
import type { ApplicationContent } from './application-content.js';
import type { EditApplicationDto } from './application.dto.js';
import type { Fault } from './application-parties.js';
import { chinaDay } from './application-text.js';
import type { ClassApplication } from './class-application.entity.js';

/** The six digits that a level's division codes have: 000000, 330000, 330100, 330106. */
export function isAreaOf(level: ClassApplication['level'], divisionCode: string): boolean {
  const shape = {
    nationalIndustry: /^000000$/,
    provincial: /^(?!00)\d{2}0000$/,
    municipal: /^(?!00)\d{2}(?!00)\d{2}00$/,
    county: /^(?!00)\d{2}(?!00)\d{2}(?!00)\d{2}$/,
  };
  return shape[level].test(divisionCode);
}

/** The columns of an application after a change; what the change leaves out stays. */
export function columnsAfter(application: ClassApplication, wish: EditApplicationDto): ClassApplication {
  const { content, parties: _parties, occupations: _occupations, ...columns } = wish;
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  const after: ClassApplication = { ...application, ...given };
  after.name = after.name.trim();
  after.edition = after.edition?.trim() || null;
  if (after.name !== application.name) after.contestKey = contestKey(after.name);
  if (content) after.content = contentAfter(application.content, content);
  return after;
}

/** Each part that is named replaces the part that stands. */
function contentAfter(standing: ApplicationContent, wish: ApplicationContent): ApplicationContent {
  const named = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
  return (withoutEmpty({ ...standing, ...named }) ?? {}) as ApplicationContent;
}

/** Faults of the columns that no form of a single field shows. */
export async function columnFaults(
  tx: EntityManager,
  application: ClassApplication,
  before: ClassApplication | null,
  pack: RulePack | null,
  at: Date,
): Promise<Fault[]> {
  const { planYear, heldYear, finalFrom, finalTo, content } = application;
  const faults: Fault[] = [];
  if (heldYear < planYear || heldYear > planYear + 1)
    faults.push({ path: 'heldYear', code: 'approvals.held-year-unfit', params: { planYear } });
  if (finalFrom && finalTo && finalTo < finalFrom)
    faults.push({ path: 'finalTo', code: 'approvals.dates-reversed', params: { finalFrom, finalTo } });
  const { preliminaryFrom, preliminaryTo } = content.schedule ?? {};
  if (preliminaryFrom && preliminaryTo && preliminaryTo < preliminaryFrom)
    faults.push({ path: 'content.schedule.preliminaryTo', code: 'approvals.preliminary-reversed' });
  faults.push(...yearsAhead(application, before, Number(chinaDay(at).slice(0, 4))));
  faults.push(...classFaults(application, pack));
  if (application.placeDivisionCode && application.placeDivisionCode !== before?.placeDivisionCode)
    faults.push(...(await unknownCode(tx, 'divisions', 'placeDivisionCode', application.placeDivisionCode)));
  if (application.industryCode && application.industryCode !== before?.industryCode)
    faults.push(...(await unknownCode(tx, 'industries', 'industryCode', application.industryCode)));
  return faults;
}

/** Editions and inspections lie in the past: years after the current one, where they are newly stated. */
function yearsAhead(
  { content }: ClassApplication,
  before: ClassApplication | null,
  current: number,
): Fault[] {
  const fault = (path: string, year: number): Fault[] =>
    year > current ? [{ path, code: 'approvals.year-ahead', params: { year, current } }] : [];
  const standing = before?.content;
  const same = (part: 'inspectionYears' | 'earlierEditions') =>
    JSON.stringify(standing?.[part]) === JSON.stringify(content[part]);
  return [
    ...(same('inspectionYears') ? [] : (content.inspectionYears ?? [])).flatMap((year, i) =>
      fault(`content.inspectionYears.${i}`, year),
    ),
    ...(same('earlierEditions') ? [] : (content.earlierEditions ?? [])).flatMap(({ year }, i) =>
      fault(`content.earlierEditions.${i}.year`, year),
    ),
  ];
}

/** A class where the level has them, none where it has not: by the pack in force; the country always has both. */
function classFaults({ level, class: wished }: ClassApplication, pack: RulePack | null): Fault[] {
  const classes = pack?.classes ?? (level === 'nationalIndustry' ? ['one', 'two'] : null);
  if (classes === null) return [];
  if (wished === null) return classes.length > 0 ? [{ path: 'class', code: 'approvals.class-needed' }] : [];
  return classes.includes(wished)
    ? []
    : [{ path: 'class', code: 'approvals.class-not-here', params: { pack: pack?.title.zh ?? '' } }];
}

/** A code that the newest edition of a loaded catalogue does not have. */
async function unknownCode(
  tx: EntityManager,
  kind: 'divisions' | 'industries',
  path: string,
  code: string,
): Promise<Fault[]> {
  const edition = await currentEdition(tx, kind);
  if (!edition) return [];
  const table = kind === 'divisions' ? 'division' : 'industry';
  const rows: unknown[] = await tx.query(`SELECT 1 FROM ${table} WHERE code = $1 LIMIT 1`, [code]);
  const fault = kind === 'divisions' ? 'approvals.place-unknown' : 'approvals.industry-unknown';
  return rows.length > 0 ? [] : [{ path, code: fault, params: { code } }];
}

/** The same without nulls, blank texts and empty objects and lists; texts without blanks around them. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items;
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([key, own]) => {
    const kept = withoutEmpty(own);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
