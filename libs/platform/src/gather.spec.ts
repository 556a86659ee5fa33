import fc from 'fast-check';
import { Refused, TooBusy } from './errors/refusals.js';
import { Gather } from './gather.js';

/** Work that is done when the test says so, and keeps what it was given. */
class HeldWork {
  readonly batches: number[][] = [];
  readonly held: (() => void)[] = [];

  readonly run = async (items: number[]): Promise<number[]> => {
    this.batches.push(items);
    await new Promise<void>((resolve) => this.held.push(resolve));
    return items.map((item) => item * 10);
  };

  /** Lets the oldest held batch go on, and gives the next one time to begin. */
  async release(): Promise<void> {
    this.held.shift()?.();
    await turn();
  }
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

it('does what arrives in one turn as one batch, and answers each its own result', async () => {
  const batches: number[][] = [];
  const gather = new Gather<number, number>({
    run: async (items) => {
      batches.push(items);
      return items.map((item) => item * 10);
    },
  });
  expect(await Promise.all(range(5).map((item) => gather.add(item)))).toEqual([0, 10, 20, 30, 40]);
  expect(batches).toEqual([range(5)]);
});

it('keeps two batches at work and lets the rest gather', async () => {
  const held = new HeldWork();
  const gather = new Gather({ run: held.run });
  const answers = [gather.add(1)];
  await turn();
  answers.push(gather.add(2));
  await turn();
  for (const item of [3, 4, 5]) {
    answers.push(gather.add(item));
    await turn();
  }
  expect(held.batches).toEqual([[1], [2]]);
  await held.release();
  expect(held.batches).toEqual([[1], [2], [3, 4, 5]]);
  await held.release();
  await held.release();
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
});

it('never makes a batch larger than its limit', async () => {
  const sizes: number[] = [];
  const gather = new Gather<number, number>({
    run: async (items) => {
      sizes.push(items.length);
      return items;
    },
    rowsMax: 500,
  });
  await Promise.all(range(1203).map((item) => gather.add(item)));
  expect(sizes).toEqual([500, 500, 203]);
});

it('is a single writer when one batch at a time is asked for', async () => {
  const held = new HeldWork();
  const gather = new Gather({ run: held.run, inFlight: 1 });
  const answers = [gather.add(1)];
  await turn();
  answers.push(gather.add(2));
  await turn();
  expect(held.batches).toEqual([[1]]);
  await held.release();
  await held.release();
  await Promise.all(answers);
  expect(held.batches).toEqual([[1], [2]]);
});

it('turns further items away when too many wait, and takes them again afterwards', async () => {
  const held = new HeldWork();
  const gather = new Gather({ run: held.run, inFlight: 1, waitingMax: 2 });
  const answers = [gather.add(1)];
  await turn();
  answers.push(gather.add(2), gather.add(3));
  await expect(gather.add(4)).rejects.toThrow(TooBusy);
  await held.release();
  await held.release();
  expect(await Promise.all(answers)).toEqual([10, 20, 30]);
  const later = gather.add(5);
  await turn();
  await held.release();
  expect(await later).toBe(50);
});

it('refuses one item by its own result, without doing the others again', async () => {
  let calls = 0;
  const gather = new Gather<number, number>({
    run: async (items) => {
      calls++;
      return items.map((item) => (item === 2 ? new Refused('test.signed-off') : item));
    },
  });
  const answers = await Promise.allSettled([1, 2, 3].map((item) => gather.add(item)));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(calls).toBe(1);
});

it('finds whatever items make a batch fail; all others get their results, and nothing is done twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(99), { maxLength: 6 }), async (guilty) => {
      const done: number[] = [];
      const gather = new Gather<number, number>({
        run: async (items) => {
          const bad = items.find((item) => guilty.includes(item));
          if (bad !== undefined) throw new Error(`item ${bad}`); // as a transaction: nothing of the batch is done
          done.push(...items);
          return items;
        },
      });
      const answers = await Promise.allSettled(range(100).map((item) => gather.add(item)));
      expect(answers.map(({ status }) => status)).toEqual(
        range(100).map((item) => (guilty.includes(item) ? 'rejected' : 'fulfilled')),
      );
      for (const item of guilty) expect(answers[item]).toMatchObject({ reason: { message: `item ${item}` } });
      expect(done.sort((a, b) => a - b)).toEqual(range(100).filter((item) => !guilty.includes(item)));
    }),
    { numRuns: 50 },
  );
});

it('tries a batch again after a deadlock', async () => {
  let calls = 0;
  const gather = new Gather<number, number>({
    run: async (items) => {
      if (++calls < 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
      return items;
    },
  });
  expect(await Promise.all([gather.add(1), gather.add(2)])).toEqual([1, 2]);
  expect(calls).toBe(3);
});

it.each(['ECONNREFUSED', '57P01', '53300', '08006'])(
  'tells everybody at once that the database is gone (%s), without asking it for each',
  async (code) => {
    let calls = 0;
    const gather = new Gather<number, number>({
      run: async () => {
        calls++;
        throw Object.assign(new Error('gone'), { driverError: { code } });
      },
    });
    const answers = await Promise.allSettled(range(100).map((item) => gather.add(item)));
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
    expect(calls).toBe(1);
  },
);

it('answers nobody when results cannot be told apart', async () => {
  const gather = new Gather<number, number>({ run: async () => [1] });
  const answers = await Promise.allSettled([gather.add(1), gather.add(2)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

it('is idle when everything has been answered', async () => {
  const gather = new Gather<number, number>({ run: async (items) => items });
  let answered = 0;
  for (const item of range(3)) void gather.add(item).then(() => answered++);
  await gather.idle();
  await turn();
  expect(answered).toBe(3);
});

it('never has two rows of one key at work, and keeps their order', async () => {
  const atWork = new Set<string>();
  const done: string[] = [];
  const gather = new Gather<{ form: string; n: number }, number>({
    keyOf: ({ form }) => form,
    run: async (rows) => {
      for (const { form } of rows) {
        if (atWork.has(form)) throw new Error(`${form} is at work already`);
        atWork.add(form);
      }
      await turn();
      for (const { form, n } of rows) {
        atWork.delete(form);
        done.push(`${form}${n}`);
      }
      return rows.map(({ n }) => n);
    },
  });
  const rows = range(40).map((n) => ({ form: 'ABCD'[n % 4] ?? 'A', n }));
  await Promise.all(rows.map((row) => gather.add(row)));
  for (const form of 'ABCD') {
    const ours = done.filter((name) => name.startsWith(form));
    expect(ours).toEqual(rows.filter((row) => row.form === form).map(({ n }) => `${form}${n}`));
  }
});

it('does not look for a guilty row where the caller knows that there is none', async () => {
  let calls = 0;
  const gather = new Gather<number, number>({
    mayBeOneRow: () => false,
    run: async () => {
      calls++;
      throw new Error('the stage has changed');
    },
  });
  await Promise.allSettled(range(8).map((row) => gather.add(row)));
  expect(calls).toBe(1);
});
