import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useActiveRole } from '../account/roles.js';

export const queues = [
  'toAccept',
  'toReview',
  'returned',
  'amendments',
  'conditions',
  'decided',
  'all',
] as const;
export type Queue = (typeof queues)[number];

const keys = [
  'year',
  'level',
  'area',
  'class',
  'state',
  'industry',
  'place',
  'findings',
  'overdue',
  'q',
] as const;
export type FilterKey = (typeof keys)[number];

export type DeskFilter = Partial<Record<FilterKey, string>> & { queue: Queue };

/**
 * What stands in the address at this moment: a click and a search that settles in the same instant must not undo each
 * other, as they would by what the last rendering saw.
 */
export const addressNow = (): URLSearchParams => new URLSearchParams(window.location.search);

/** The desk's filters as they stand in the address: a link shows the same queue. */
export function useDeskFilter() {
  const { role } = useActiveRole();
  const [params, setParams] = useSearchParams();
  const home: Queue = role === 'acceptor' ? 'toAccept' : role === 'reviewer' ? 'toReview' : 'all';
  const queue = queues.find((one) => one === params.get('queue')) ?? home;
  const filter = useMemo((): DeskFilter => {
    const given: DeskFilter = { queue };
    for (const key of keys) {
      const value = params.get(key);
      if (value) given[key] = value;
    }
    return given;
  }, [params, queue]);
  const choose = (changes: Partial<Record<FilterKey | 'queue', string | null | undefined>>) =>
    setParams(
      () => {
        const next = addressNow();
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  const clear = () =>
    setParams(
      (now) => {
        const next = new URLSearchParams({ queue });
        const open = now.get('open');
        if (open) next.set('open', open);
        return next;
      },
      { replace: true },
    );
  const narrowed = keys.filter((key) => key !== 'q' && filter[key] !== undefined).length;
  return { filter, choose, clear, narrowed };
}
