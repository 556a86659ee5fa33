import { useQuery } from '@tanstack/react-query';
import { got } from '../api/query.js';
import type { components } from '../api/schema.js';
import { useEvent } from '../frame/event.js';
import { makingMs } from '../schemes/skill-set-up.js';

export type Judge = components['schemas']['JudgeReply'];
export type Team = components['schemas']['MarkingTeamReply'];
export type SubCriterion = components['schemas']['SubCriterionReply'];

const useSkillPath = (skillId: string) => {
  const event = useEvent();
  return { params: { path: { eventId: event.id, skillId } } };
};

export function useJudges(skillId: string) {
  return useQuery(got('/api/v1/events/{eventId}/skills/{skillId}/judges', useSkillPath(skillId)));
}

export function useTeams(skillId: string) {
  return useQuery(got('/api/v1/events/{eventId}/skills/{skillId}/marking-teams', useSkillPath(skillId)));
}

/** @param isMaking forms are being made: their counts are looked at again */
export function useSubCriteria(skillId: string, isMaking: boolean) {
  return useQuery({
    ...got('/api/v1/events/{eventId}/skills/{skillId}/sub-criteria', useSkillPath(skillId)),
    refetchInterval: isMaking ? makingMs : false,
  });
}

export function useDelegations() {
  const event = useEvent();
  return useQuery(
    got('/api/v1/events/{eventId}/delegations', {
      params: { path: { eventId: event.id }, query: { limit: 500 } },
    }),
  );
}
