import type { CalendarCollision, CalendarContest } from './types.js';

/** A row of the calendar: a province or an occupation, with the finals that belong to it. */
export interface CalendarRow {
  key: string;
  label: string;
  bars: CalendarBar[];
  /** How many lines the bars need, so that none covers another. */
  lanes: number;
}

export interface CalendarBar {
  contest: CalendarContest;
  /** 0 is the week of January 1st. */
  fromWeek: number;
  toWeek: number;
  lane: number;
  nameBefore: boolean;
  collisions: CalendarCollision[];
}

const dayMs = 86_400_000;

/** Monday of the week in which a year begins. */
export function firstMonday(year: number): Date {
  const day = new Date(Date.UTC(year, 0, 1));
  const weekday = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() - weekday * dayMs);
}

export const weekOf = (year: number, day: string): number =>
  Math.min(
    52,
    Math.max(0, Math.floor((Date.parse(`${day}T00:00:00Z`) - firstMonday(year).getTime()) / (7 * dayMs))),
  );

/** In which week each month begins, for the heading. */
export const monthWeeks = (year: number): number[] =>
  Array.from({ length: 12 }, (_, month) => weekOf(year, `${year}-${String(month + 1).padStart(2, '0')}-01`));

/** The finals by area or occupation; the rows with the most collisions first. */
export function calendarRows(
  year: number,
  contests: readonly CalendarContest[],
  collisions: readonly CalendarCollision[],
  by: 'place' | 'occupation',
  onlyCollisions: boolean,
  noPlace: string,
): CalendarRow[] {
  const touching = new Map<string, CalendarCollision[]>();
  for (const collision of collisions)
    for (const id of [collision.one, collision.other])
      touching.set(id, [...(touching.get(id) ?? []), collision]);
  const rows = new Map<string, { label: string; contests: CalendarContest[] }>();
  for (const contest of contests) {
    if (onlyCollisions && !touching.has(contest.id)) continue;
    for (const [key, label] of keysOf(contest, by, noPlace)) {
      const row = rows.get(key) ?? { label, contests: [] };
      row.contests.push(contest);
      rows.set(key, row);
    }
  }
  return [...rows]
    .map(([key, row]) => ({ key, label: row.label, ...lanesOf(year, row.contests, touching) }))
    .sort((a, b) => weightOf(b) - weightOf(a) || a.key.localeCompare(b.key));
}

const weightOf = (row: CalendarRow): number =>
  row.bars.reduce((sum, { collisions }) => sum + collisions.length, 0) * 1000 + row.bars.length;

function keysOf(contest: CalendarContest, by: 'place' | 'occupation', noPlace: string): [string, string][] {
  if (by === 'occupation') return contest.occupations.map((name) => [name, name]);
  const code = contest.placeDivisionCode;
  if (!code) return [['~', noPlace]];
  // The province is the part of the name up to 省, 市 or 区.
  const province =
    /^.+?(省|自治区|特别行政区|市)/.exec(contest.placeName ?? '')?.[0] ?? contest.placeName ?? code;
  return [[code.slice(0, 2), province]];
}

/** Beside a bar stands its name: so many weeks wide. */
const nameWeeks = 11;

function lanesOf(
  year: number,
  contests: readonly CalendarContest[],
  touching: ReadonlyMap<string, CalendarCollision[]>,
): { bars: CalendarBar[]; lanes: number } {
  const lanes: [from: number, to: number][][] = [];
  const bars = contests.map((contest) => {
    const fromWeek = weekOf(year, contest.finalFrom);
    const toWeek = weekOf(year, contest.finalTo);
    // Late in the year the name stands before its bar.
    const nameBefore = toWeek > 52 - nameWeeks;
    const [from, to] = nameBefore ? [fromWeek - nameWeeks, toWeek] : [fromWeek, toWeek + nameWeeks];
    const isFree = (taken: readonly [number, number][]) => taken.every((one) => one[1] < from || one[0] > to);
    let lane = lanes.findIndex(isFree);
    if (lane < 0) lane = lanes.push([]) - 1;
    lanes[lane]?.push([from, to]);
    return { contest, fromWeek, toWeek, lane, nameBefore, collisions: touching.get(contest.id) ?? [] };
  });
  return { bars, lanes: Math.max(1, lanes.length) };
}
