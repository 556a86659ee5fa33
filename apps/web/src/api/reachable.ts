import { useSyncExternalStore } from 'react';

/**
 * Whether the server can be reached: what the last request found, not what the browser believes (`navigator.onLine`
 * knows nothing of a venue's LAN). While it cannot, it is tried again every few seconds.
 */
let reachable = true;
let retry: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();
const retryEveryMs = 4000;

/** Told by the client after every request. */
export function noteReachable(now: boolean): void {
  if (now === reachable) return;
  reachable = now;
  clearInterval(retry);
  if (!now) retry = setInterval(() => void knock(), retryEveryMs);
  for (const listener of listeners) listener();
}

/** Whether the server can be reached; re-renders when that changes. */
export function useReachable(): boolean {
  return useSyncExternalStore(subscribe, () => reachable);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function knock(): Promise<void> {
  try {
    await fetch('/api/health', { cache: 'no-store' });
    noteReachable(true);
  } catch {
    // Still away: the next knock will tell.
  }
}
