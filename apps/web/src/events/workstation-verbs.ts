import { App } from 'antd';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { asProblem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { useSaid } from '../language/language.js';
import { setUpPaths, type Skill, type Workstation } from './types.js';
import { useEventsText } from './words.js';

interface Change {
  stations: readonly Workstation[];
  state: Workstation['state'];
  reason: string | null;
}

/** How many were done, and why the others were not. */
interface Outcome {
  done: number;
  failures: unknown[];
}

/**
 * Changing and deleting several workstations: each is a request of its own with its own version, so that one that
 * somebody else has changed, or that the draw uses, does not keep the others from it.
 */
export function useStationVerbs(skill: Skill, onDone: () => void) {
  const t = useEventsText();
  const said = useSaid();
  const { message } = App.useApp();
  const { id: eventId } = useEvent();
  const path = (workstationId: string) => ({
    params: { path: { eventId, skillId: skill.id, workstationId } },
  });
  const tell = (whole: string) => (outcome: Outcome) => {
    onDone();
    const [first] = outcome.failures;
    if (first === undefined) void message.success(whole);
    else {
      const why = said(asProblem(first).said);
      void message.warning(
        t('station.partly', { done: outcome.done, failed: outcome.failures.length, why }),
        8,
      );
    }
  };
  const change = useVerb({
    send: ({ stations, state, reason }: Change) =>
      each(stations, ({ id, version }) =>
        take(
          api.PATCH('/api/v1/events/{eventId}/skills/{skillId}/workstations/{workstationId}', {
            ...path(id),
            headers: ifMatch(version),
            body: { state, reason },
          }),
        ),
      ),
    outdates: setUpPaths,
    onDone: (outcome) => tell(t('station.changed', { count: outcome.done }))(outcome),
  });
  const remove = useVerb({
    send: (stations: readonly Workstation[]) =>
      each(stations, ({ id }) =>
        take(api.DELETE('/api/v1/events/{eventId}/skills/{skillId}/workstations/{workstationId}', path(id))),
      ),
    outdates: setUpPaths,
    onDone: (outcome) => tell(t('station.removed', { count: outcome.done }))(outcome),
  });
  return { change, remove };
}

/** Eight at a time. */
async function each(
  stations: readonly Workstation[],
  send: (station: Workstation) => Promise<unknown>,
): Promise<Outcome> {
  const outcome: Outcome = { done: 0, failures: [] };
  for (let from = 0; from < stations.length; from += 8) {
    const settled = await Promise.allSettled(stations.slice(from, from + 8).map(send));
    for (const one of settled) {
      if (one.status === 'fulfilled') outcome.done += 1;
      else outcome.failures.push(one.reason);
    }
  }
  return outcome;
}
