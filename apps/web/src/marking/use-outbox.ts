import { useEffect, useSyncExternalStore } from 'react';
import { useSession } from '../account/session.js';
import { outboxOf, type HeldForm, type Outbox } from './outbox.js';

/** The signed-in judge's outbox, sending while a page of marking is open. */
export function useOutbox(): Outbox {
  const { account } = useSession();
  const outbox = outboxOf(account.id);
  useEffect(() => outbox.start(), [outbox]);
  return outbox;
}

/** One form as this device holds it; re-renders with every tap and every answer. */
export function useHeldForm(outbox: Outbox, formId: string): HeldForm | undefined {
  return useSyncExternalStore(outbox.subscribe, () => outbox.get(formId));
}

/** Count of values on this device that the server does not have yet, for pages that show many forms. */
export function useUnsent(outbox: Outbox): number {
  return useSyncExternalStore(outbox.subscribe, () => outbox.unsent().length);
}
