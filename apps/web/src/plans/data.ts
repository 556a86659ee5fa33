import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { got } from '../api/query.js';
import type { PlanPlace } from './types.js';

/** Everything read of a plan: what each of its verbs outdates. */
export const planPaths = [
  '/api/v1/plans',
  '/api/v1/plans/{level}/{divisionCode}/{planYear}',
  '/api/v1/plans/{level}/{divisionCode}/{planYear}/versions/{number}',
] as const;

/** The plan that the address names. */
export function usePlace(): PlanPlace {
  const { level, divisionCode, planYear } = useParams();
  return {
    level: level as PlanPlace['level'],
    divisionCode: divisionCode ?? '',
    planYear: Number(planYear),
  };
}

export const usePlan = (place: PlanPlace) =>
  useQuery(got('/api/v1/plans/{level}/{divisionCode}/{planYear}', { params: { path: place } }));

export const useVersion = (place: PlanPlace, number: number | null) =>
  useQuery({
    ...got('/api/v1/plans/{level}/{divisionCode}/{planYear}/versions/{number}', {
      params: { path: { ...place, number: number ?? 0 } },
    }),
    enabled: number !== null,
  });

/** Where a paper of a version is downloaded. */
export const paperHref = (
  { level, divisionCode, planYear }: PlanPlace,
  number: number,
  paper: 'notice.docx' | 'list.xlsx' | 'scan',
  isPublic = false,
): string =>
  `/api/v1/${isPublic ? 'public/' : ''}plans/${level}/${divisionCode}/${planYear}/versions/${number}/${paper}`;
