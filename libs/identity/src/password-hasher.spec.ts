import { TooBusy } from '@luban/platform';
import { PasswordHasher } from './password-hasher.js';

const hasher = new PasswordHasher();
let stored: string;

beforeAll(async () => {
  await hasher.onModuleInit();
  stored = await hasher.hash('seven green apples');
});

/** The quickest of fifteen of each, in milliseconds, taken in turns: whatever else the machine does slows both alike. */
async function quickest(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<[number, number]> {
  const best: [number, number] = [Infinity, Infinity];
  for (let i = 0; i < 30; i++) {
    const startedAt = performance.now();
    await (i % 2 === 0 ? one() : other());
    const at = i % 2 === 0 ? 0 : 1;
    best[at] = Math.min(best[at], performance.now() - startedAt);
  }
  return best;
}

it('stores argon2id with a salt of its own', async () => {
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hasher.hash('seven green apples')).not.toBe(stored);
});

it('knows the password, in full-width letters too, and no other', async () => {
  expect(await hasher.matches('seven green apples', stored)).toBe(true);
  expect(await hasher.matches('ｓｅｖｅｎ green apples', stored)).toBe(true);
  expect(await hasher.matches('seven green pears', stored)).toBe(false);
});

it('takes as long for a login that does not exist, and says no', async () => {
  expect(await hasher.matches('no password has this hash but its own', undefined)).toBe(false);
  const [unknown, known] = await quickest(
    () => hasher.matches('seven green pears', undefined),
    () => hasher.matches('seven green pears', stored),
  );
  expect(unknown).toBeGreaterThan(known / 3);
  expect(unknown).toBeLessThan(known * 3);
});

it('lets a sign-in pass a crowd of new accounts', async () => {
  let hashed = 0;
  const crowd = Array.from({ length: 60 }, () => hasher.hash('another one').then(() => hashed++));
  await hasher.matches('seven green apples', stored);
  expect(hashed).toBeLessThan(10);
  await Promise.all(crowd);
});

it('refuses more sign-ins than can wait, and goes on afterwards', async () => {
  const flood = Array.from({ length: 560 }, () =>
    hasher.matches('seven green pears', stored).catch((error: unknown) => error),
  );
  const answers = await Promise.all(flood);
  expect(answers.filter((answer) => answer instanceof TooBusy).length).toBeGreaterThanOrEqual(50);
  expect(answers.filter((answer) => answer === false).length).toBeGreaterThanOrEqual(500);
  expect(await hasher.matches('seven green apples', stored)).toBe(true);
});
