import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is there; gives up with what it waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | false>,
  withinMs = 120_000,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited ${withinMs / 1000} s in vain for ${what}`);
    await sleep(50);
  }
}
