import { setTimeout as sleep } from 'node:timers/promises';
import { Gather } from './gather.js';

/** A run that notes each batch and answers when told. */
function recording(answer: (row: number) => number = (row) => row * 10) {
  const batches: number[][] = [];
  const run = async (rows: number[]): Promise<number[]> => {
    batches.push(rows);
    await sleep(1);
    return rows.map(answer);
  };
  return { batches, run };
}

describe('Gather', () => {
  it('sends what comes in together as one batch, and answers each row its own', async () => {
    const { batches, run } = recording();
    const gather = new Gather({ run });
    expect(await Promise.all([1, 2, 3].map((row) => gather.add(row)))).toEqual([10, 20, 30]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('keeps batches within their size and only so many on their way', async () => {
    let open = 0;
    let most = 0;
    const sizes: number[] = [];
    const run = async (rows: number[]) => {
      sizes.push(rows.length);
      most = Math.max(most, ++open);
      await sleep(2);
      open--;
      return rows;
    };
    const gather = new Gather({ run, rowsMax: 10, inFlight: 2 });
    await Promise.all(Array.from({ length: 45 }, (_, i) => gather.add(i)));
    expect(Math.max(...sizes)).toBe(10);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(45);
    expect(most).toBe(2);
  });

  it('never lets two rows of one key travel at the same time, and keeps their order', async () => {
    const onTheirWay = new Set<string>();
    const order: string[] = [];
    const run = async (rows: string[]) => {
      for (const row of rows) {
        const key = row.charAt(0);
        expect(onTheirWay.has(key)).toBe(false);
        onTheirWay.add(key);
      }
      await sleep(1);
      for (const row of rows) onTheirWay.delete(row.charAt(0));
      order.push(...rows);
      return rows;
    };
    const gather = new Gather({ run, keyOf: (row: string) => row.charAt(0), inFlight: 3 });
    await Promise.all(['a1', 'a2', 'b1', 'a3', 'c1', 'b2'].map((row) => gather.add(row)));
    expect(order.filter((row) => row.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    expect(order.filter((row) => row.startsWith('b'))).toEqual(['b1', 'b2']);
  });

  it('fails a bad row alone: its neighbours are answered', async () => {
    const run = async (rows: number[]) => {
      if (rows.includes(13)) throw new Error('13 is not wanted');
      return rows;
    };
    const gather = new Gather({ run });
    const answers = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => gather.add(i)));
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(answers[13]).toMatchObject({ status: 'rejected', reason: { message: '13 is not wanted' } });
  });

  it('does not try by halves what no row can help', async () => {
    let runs = 0;
    const run = async (): Promise<number[]> => {
      runs++;
      throw new Error('connection lost');
    };
    const gather = new Gather<number, number>({ run, mayBeOneRow: () => false });
    const answers = await Promise.allSettled([1, 2, 3].map((row) => gather.add(row)));
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
    expect(runs).toBe(1);
  });

  it('turns rows away at once when too many wait, and takes them again later', async () => {
    const { run } = recording();
    const gather = new Gather({ run, waitingMax: 2 });
    const first = [gather.add(1), gather.add(2)];
    await expect(gather.add(3)).rejects.toMatchObject({
      code: 'platform.too-busy',
      params: { retryAfterSeconds: 1 },
    });
    await Promise.all(first);
    expect(await gather.add(4)).toBe(40);
  });
});
