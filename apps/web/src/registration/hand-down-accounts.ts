import { App } from 'antd';
import { useNavigate } from 'react-router';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { useEventName } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { useFrameText } from '../frame/words.js';
import { keepSlips } from '../people/slips.js';
import { entryPaths, type Entry } from './types.js';
import { useRegistrationText } from './words.js';

/** Hands accounts down to an entry's competitors who have none, and opens the slips to print. */
export function useHandDownAccounts(): (entries: readonly Entry[]) => Promise<void> {
  const t = useRegistrationText();
  const frame = useFrameText();
  const event = useEvent();
  const name = useEventName();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const make = useVerb({
    send: (wish: { entries: readonly Entry[]; competitorIds: string[] }, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/competitor-accounts', {
          params: { path: { eventId: event.id } },
          headers: idempotencyKey(key),
          body: { competitorIds: wish.competitorIds },
        }),
      ),
    outdates: entryPaths,
    said: ({ items }) => t('entries.accountsMade', { count: items.length }),
    onDone: ({ items }, { entries }) => {
      if (items.length === 0) return;
      const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
      keepSlips({
        subtitle: name,
        slips: items.map(({ entryId, ...item }) => {
          const entry = entryOf.get(entryId);
          return {
            ...item,
            roles: [frame('role.competitor'), entry?.skillName, entry?.delegationName]
              .filter(Boolean)
              .join(' · '),
          };
        }),
      });
      void navigate('/account-slips');
    },
  });
  return async (entries) => {
    const chosen = entries.filter(
      ({ state, status }) => (state === 'submitted' || state === 'accepted') && status !== 'withdrawn',
    );
    const competitorIds = chosen.flatMap(({ competitors }) =>
      competitors.filter(({ hasAccount }) => !hasAccount).map(({ id }) => id),
    );
    if (chosen.length === 0) void message.info(t('entries.chosenOnlyAccepted'));
    else if (competitorIds.length === 0) void message.info(t('entries.accountsNone'));
    else await make.mutateAsync({ entries: chosen, competitorIds }).catch(() => undefined);
  };
}
