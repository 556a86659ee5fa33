import { useState } from 'react';
import { idempotencyKey, ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import type { components } from '../api/schema.js';
import { setUpPaths } from './types.js';

type Schemas = components['schemas'];

/** What each kind of part is made and edited with. */
interface PartBodies {
  groups: { create: Schemas['CreateGroupDto']; edit: Schemas['EditGroupDto'] };
  modules: { create: Schemas['CreateModuleDto']; edit: Schemas['EditModuleDto'] };
  sessions: { create: Schemas['CreateSessionDto']; edit: Schemas['EditSessionDto'] };
}
export type Part = keyof PartBodies;

/** A wish for a part: made anew, or edited at the version that was read. */
export type PartWish<P extends Part> =
  { create: PartBodies[P]['create'] } | { id: string; version: number; edit: PartBodies[P]['edit'] };

/**
 * Saving and removing one kind of a skill's parts; `problem` is the refusal of the last attempt, for the dialog.
 * A 412 leads to the usual question whether to show the latest.
 */
export function usePart<P extends Part>(
  part: P,
  skillId: string,
  said: { saved: string; removed: string },
  onDone: () => void,
) {
  const { id: eventId } = useEvent();
  const [problem, setProblem] = useState<Problem | null>(null);
  const path = { eventId, skillId };
  const save = useVerb({
    send: (wish: PartWish<P>, key): Promise<unknown> =>
      'create' in wish ? create(part, path, wish.create, key) : edit(part, path, wish),
    outdates: setUpPaths,
    said: said.saved,
    onDone: () => {
      setProblem(null);
      onDone();
    },
    onProblem: (met) => {
      setProblem(met);
      return !met.isStale;
    },
  });
  const remove = useVerb({
    send: (id: string): Promise<unknown> => removePart(part, path, id),
    outdates: setUpPaths,
    said: said.removed,
    onDone,
  });
  return { save, remove, problem, forget: () => setProblem(null) };
}

interface InSkill {
  eventId: string;
  skillId: string;
}

function create<P extends Part>(
  part: P,
  path: InSkill,
  body: PartBodies[P]['create'],
  key: string,
): Promise<unknown> {
  const rest = { params: { path }, headers: idempotencyKey(key) };
  switch (part) {
    case 'groups':
      return take(
        api.POST('/api/v1/events/{eventId}/skills/{skillId}/groups', {
          ...rest,
          body: body as Schemas['CreateGroupDto'],
        }),
      );
    case 'modules':
      return take(
        api.POST('/api/v1/events/{eventId}/skills/{skillId}/modules', {
          ...rest,
          body: body as Schemas['CreateModuleDto'],
        }),
      );
    default:
      return take(
        api.POST('/api/v1/events/{eventId}/skills/{skillId}/sessions', {
          ...rest,
          body: body as Schemas['CreateSessionDto'],
        }),
      );
  }
}

function edit<P extends Part>(
  part: P,
  path: InSkill,
  wish: { id: string; version: number; edit: PartBodies[P]['edit'] },
): Promise<unknown> {
  const headers = ifMatch(wish.version);
  switch (part) {
    case 'groups':
      return take(
        api.PATCH('/api/v1/events/{eventId}/skills/{skillId}/groups/{groupId}', {
          params: { path: { ...path, groupId: wish.id } },
          headers,
          body: wish.edit as Schemas['EditGroupDto'],
        }),
      );
    case 'modules':
      return take(
        api.PATCH('/api/v1/events/{eventId}/skills/{skillId}/modules/{moduleId}', {
          params: { path: { ...path, moduleId: wish.id } },
          headers,
          body: wish.edit as Schemas['EditModuleDto'],
        }),
      );
    default:
      return take(
        api.PATCH('/api/v1/events/{eventId}/skills/{skillId}/sessions/{sessionId}', {
          params: { path: { ...path, sessionId: wish.id } },
          headers,
          body: wish.edit as Schemas['EditSessionDto'],
        }),
      );
  }
}

function removePart(part: Part, path: InSkill, id: string): Promise<unknown> {
  switch (part) {
    case 'groups':
      return take(
        api.DELETE('/api/v1/events/{eventId}/skills/{skillId}/groups/{groupId}', {
          params: { path: { ...path, groupId: id } },
        }),
      );
    case 'modules':
      return take(
        api.DELETE('/api/v1/events/{eventId}/skills/{skillId}/modules/{moduleId}', {
          params: { path: { ...path, moduleId: id } },
        }),
      );
    case 'sessions':
      return take(
        api.DELETE('/api/v1/events/{eventId}/skills/{skillId}/sessions/{sessionId}', {
          params: { path: { ...path, sessionId: id } },
        }),
      );
  }
}
