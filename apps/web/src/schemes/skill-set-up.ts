import { useQuery } from '@tanstack/react-query';
import type { components } from '../api/schema.js';
import { got, type GetPath } from '../api/query.js';
import { useActiveRole } from '../account/roles.js';
import { useEvent } from '../frame/event.js';
import { useLanguage } from '../language/language.js';

export type SetUp = components['schemas']['MarkingSetUpReply'];
export type Scheme = components['schemas']['SchemeReply'];
export type SchemeDetail = components['schemas']['SchemeDetailReply'];
export type SchemePreview = components['schemas']['SchemePreviewReply'];

/** Forms that the works need are not all there yet: the job that makes them is at work. */
export const isMakingForms = (skill: SetUp): boolean => skill.formsMade < skill.formsWanted;

/** How often to look while forms are being made, in milliseconds. */
export const makingMs = 1500;

/** How far the marking of a skill is set up, with what is missing. */
export function useSetUp(skillId: string) {
  const event = useEvent();
  return useQuery({
    ...got('/api/v1/events/{eventId}/marking-set-up', {
      params: { path: { eventId: event.id }, query: { skillId } },
    }),
    // While forms are being made, their count is looked at again.
    refetchInterval: ({ state }) => (state.data?.items.some(isMakingForms) ? makingMs : false),
  });
}

/** A skill's name in the reader's language. */
export function useSkillName(): (skill: Pick<SetUp, 'name' | 'nameEn'>) => string {
  const language = useLanguage();
  return ({ name, nameEn }) => (language === 'en' && nameEn ? nameEn : name);
}

/** Whether the active role may change schemes and teams. */
export function useMayPrepare(): boolean {
  const { role } = useActiveRole();
  return role === 'organiser' || role === 'chiefJudge';
}

/** The paths whose answers change with anything of the set-up. */
export const setUpPaths: readonly GetPath[] = [
  '/api/v1/events/{eventId}/marking-set-up',
  '/api/v1/events/{eventId}/skills/{skillId}/schemes',
  '/api/v1/events/{eventId}/schemes/{schemeId}',
  '/api/v1/events/{eventId}/skills/{skillId}/judges',
  '/api/v1/events/{eventId}/skills/{skillId}/marking-teams',
  '/api/v1/events/{eventId}/skills/{skillId}/sub-criteria',
  '/api/v1/events/{eventId}/stage',
];
