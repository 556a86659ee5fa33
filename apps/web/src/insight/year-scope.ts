import { useSearchParams } from 'react-router';
import type { paths } from '../api/schema.js';

export type YearInsight =
  paths['/api/v1/insight/year']['get']['responses'][200]['content']['application/json'];
export type Contest =
  paths['/api/v1/insight/contests']['get']['responses'][200]['content']['application/json']['items'][number];
export type FiledContest =
  paths['/api/v1/insight/filed-contests']['get']['responses'][200]['content']['application/json']['items'][number];
export type YearlyReport =
  paths['/api/v1/insight/reports']['get']['responses'][200]['content']['application/json']['items'][number];
export type Level = NonNullable<
  NonNullable<paths['/api/v1/insight/year']['get']['parameters']['query']>['level']
>;

/** Filters of the list behind a figure, by the names of its query. */
export type ContestFilters = Partial<
  Record<
    | 'class'
    | 'state'
    | 'stage'
    | 'industry'
    | 'place'
    | 'applicant'
    | 'months'
    | 'major'
    | 'occupation'
    | 'covers'
    | 'conditions'
    | 'obligations',
    string
  >
>;
export const filterNames = [
  'class',
  'state',
  'stage',
  'industry',
  'place',
  'applicant',
  'months',
  'major',
  'occupation',
  'covers',
  'conditions',
  'obligations',
] as const satisfies readonly (keyof ContestFilters)[];

/** What only a public record says of one class of the year; null where it says nothing. */
export function recordedOf(record: YearInsight['record'], name: YearInsight['classes'][number]['class']) {
  const of = (figure: 'target' | 'published') =>
    (name === 'one' ? record?.[figure]?.classOne : name === 'two' ? record?.[figure]?.classTwo : null) ??
    null;
  return { target: of('target'), published: of('published') };
}

/** Which year, level and area are looked at, as they stand in the URL; what is missing the server chooses. */
export interface YearScope {
  year?: number;
  level?: Level;
  area?: string;
}

const levels: readonly Level[] = ['nationalIndustry', 'provincial', 'municipal', 'county'];

export function useYearScope(): { scope: YearScope; change: (next: YearScope) => void } {
  const [params, setParams] = useSearchParams();
  const year = Number(params.get('year'));
  const level = levels.find((one) => one === params.get('level'));
  const area = params.get('area');
  const scope: YearScope = {
    ...(year > 0 ? { year } : {}),
    ...(level ? { level } : {}),
    ...(area ? { area } : {}),
  };
  return {
    scope,
    change: (next) => setParams(queryOf(next), { replace: false }),
  };
}

export function queryOf(scope: YearScope): URLSearchParams {
  const params = new URLSearchParams();
  if (scope.year !== undefined) params.set('year', String(scope.year));
  if (scope.level !== undefined) params.set('level', scope.level);
  if (scope.area !== undefined) params.set('area', scope.area);
  return params;
}

/** The way to the list behind a figure of this year. */
export function contestsPath(year: YearInsight, filters: ContestFilters): string {
  const params = queryOf(scopeOf(year));
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) params.set(name, value);
  }
  return `/insight/contests?${params.toString()}`;
}

export const scopeOf = (year: YearInsight): Required<YearScope> => ({
  year: year.planYear,
  level: levels.find((one) => one === year.level) ?? 'nationalIndustry',
  area: year.divisionCode,
});

/** Whole percent; none of nothing. */
export const percentOf = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`;
