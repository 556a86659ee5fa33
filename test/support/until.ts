import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for a condition, never for a time: asks again every 10 ms until the answer is truthy, and gives it back.
 * Throws after `withinMs`, saying what was waited for.
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  withinMs = 30_000,
): Promise<NonNullable<Awaited<T>>> {
  const givenUpAt = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<Awaited<T>>;
    if (Date.now() > givenUpAt) throw new Error(`waited ${withinMs} ms in vain: ${what}`);
    await sleep(10);
  }
}
