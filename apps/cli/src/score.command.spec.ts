import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { scoreStreams } from './score.command.js';

async function run(input: string | Buffer[], ...args: string[]): Promise<{ code: number; text: string }> {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await scoreStreams(
    args,
    Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input),
    output,
  );
  return { code, text: Buffer.concat(chunks).toString('utf8') };
}
const refusal = async (input: string | Buffer[], ...args: string[]): Promise<unknown> => {
  const { code, text } = await run(input, ...args);
  expect(code).toBe(2);
  return JSON.parse(text);
};

const bundle = {
  format: 'luban.score/1',
  policy: 'worldskills-2026',
  entries: [
    { entry: 'E01', delegation: 'CN', total: '61.42' },
    { entry: 'E02', delegation: 'FR', total: '54.3' },
    { entry: 'E03', group: null, status: 'absent' },
  ],
};

describe('luban score', () => {
  it('writes luban.result/1 with one placing for each entry', async () => {
    const { code, text } = await run(JSON.stringify(bundle));
    expect(code).toBe(0);
    expect(JSON.parse(text)).toEqual({
      format: 'luban.result/1',
      policy: 'worldskills-2026',
      complete: true,
      placings: [
        {
          entry: 'E01',
          total: '61.42',
          scaledScore: 720,
          rank: 1,
          position: 1,
          award: 'gold',
          delegation: 'CN',
        },
        {
          entry: 'E02',
          total: '54.30',
          scaledScore: 680,
          rank: 2,
          position: 2,
          award: null,
          delegation: 'FR',
        },
        {
          entry: 'E03',
          total: null,
          scaledScore: null,
          rank: null,
          position: null,
          award: null,
          status: 'absent',
        },
      ],
      bestOfDelegation: [
        { delegation: 'CN', entries: ['E01'], total: '61.42', scaledScore: 720, award: 'bestOfDelegation' },
        { delegation: 'FR', entries: ['E02'], total: '54.30', scaledScore: 680, award: 'bestOfDelegation' },
      ],
      albertVidal: [{ entry: 'E01', delegation: 'CN', scaledScore: 720 }],
      delegations: [
        {
          delegation: 'CN',
          rank: 1,
          entries: 1,
          placed: 1,
          points: 4,
          awards: { gold: 1, silver: 0, bronze: 0, excellence: 0 },
        },
        {
          delegation: 'FR',
          rank: 2,
          entries: 1,
          placed: 1,
          points: 0,
          awards: { gold: 0, silver: 0, bronze: 0, excellence: 0 },
        },
      ],
      warnings: [],
    });
  });

  it('shows the whole policy where the bundle gave an object', async () => {
    const { text } = await run(
      JSON.stringify({ ...bundle, policy: { name: 'national-2020', rounding: 'total' } }),
    );
    expect(JSON.parse(text)).toMatchObject({
      policy: { name: 'national-2020', rounding: { stage: 'total' }, rank: { kind: 'neverTied' } },
    });
  });

  it('explains the entries asked for on the command line', async () => {
    const { text } = await run(JSON.stringify(bundle), '--explain', 'E02');
    const { placings } = JSON.parse(text) as { placings: { explanation?: unknown[] }[] };
    expect(placings.map((placing) => placing.explanation?.length ?? 0)).toEqual([0, 7, 0]);
  });

  it('warns of fields it does not know', async () => {
    const { text } = await run(JSON.stringify({ ...bundle, ruling: [] }));
    expect(JSON.parse(text)).toMatchObject({ warnings: [{ code: 'unknown-field' }] });
  });

  it('reads characters that are split between chunks, and a byte order mark', async () => {
    const bytes = Buffer.from(
      `\ufeff${JSON.stringify({ ...bundle, entries: [{ entry: '鲁班', total: '1' }] })}`,
    );
    const { text } = await run([...bytes].map((byte) => Buffer.from([byte])));
    expect(JSON.parse(text)).toMatchObject({ placings: [{ entry: '鲁班' }] });
  });

  it('waits for a slow reader', async () => {
    const entries = Array.from({ length: 3000 }, (_, i) => ({ entry: `E${i}`, total: '50' }));
    let received = '';
    const slow = new Writable({
      highWaterMark: 10,
      write(chunk: Buffer, _encoding, done) {
        received += chunk.toString();
        setImmediate(done);
      },
    });
    await scoreStreams([], Readable.from([JSON.stringify({ ...bundle, entries })]), slow);
    expect((JSON.parse(received) as { placings: unknown[] }).placings).toHaveLength(3000);
  });

  it('ends quietly when the reader goes away', async () => {
    const entries = Array.from({ length: 3000 }, (_, i) => ({ entry: `E${i}`, total: '50' }));
    const gone = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('EPIPE'));
      },
    });
    await expect(
      scoreStreams([], Readable.from([JSON.stringify({ ...bundle, entries })]), gone),
    ).resolves.toBe(0);
  });

  it.each([
    ['', 'score.bad-json'],
    ['{', 'score.bad-json'],
    ['null', 'score.bad-format'],
    ['{"format":"luban.score/1"}', 'score.policy-missing'],
    [JSON.stringify({ ...bundle, entries: [{ entry: 'A' }] }), 'score.total-missing'],
    [JSON.stringify({ ...bundle, policy: 'olympic' }), 'score.policy-unknown'],
  ])('answers %j with luban.error/1, %s', async (input, code) => {
    expect(await refusal(input)).toEqual({
      format: 'luban.error/1',
      code,
      message: expect.stringMatching(/./),
      messageZh: expect.stringMatching(/\p{Script=Han}/u),
      ...(code === 'score.bad-json' || code === 'score.bad-format'
        ? {}
        : { path: expect.stringMatching(/./) }),
    });
  });

  it('answers bytes that are no UTF-8 and unknown arguments likewise', async () => {
    expect(await refusal([Buffer.from([0x7b, 0xff])])).toMatchObject({ code: 'score.bad-json' });
    expect(await refusal(JSON.stringify(bundle), '--pretty')).toMatchObject({ code: 'score.usage' });
    expect(await refusal(JSON.stringify(bundle), '--explain')).toMatchObject({ code: 'score.usage' });
    expect(await refusal(JSON.stringify(bundle), '--explain', 'E99')).toMatchObject({
      code: 'score.unknown-entry',
    });
  });
});

describe('docs/formats.md', () => {
  const page = readFileSync(join(process.cwd(), 'docs/formats.md'), 'utf8');
  const examples = [...page.matchAll(/```json\n([^`]*)```/g)].map(
    (match) => JSON.parse(match[1] as string) as object,
  );
  const example = (format: string): object | undefined =>
    examples.find((one) => 'format' in one && one.format === format);

  it('shows the result that its example bundle gives', async () => {
    const { text } = await run(JSON.stringify(example('luban.score/1')));
    expect(JSON.parse(text)).toEqual(example('luban.result/1'));
  });

  it('names every code that scoring can say', () => {
    const folder = join(process.cwd(), 'libs/scoring/src');
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
    const said = [...sources, '../../../apps/cli/src/score.command.ts'].flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const warnings = name === 'warning.ts' ? text.matchAll(/\| '([a-z-]+)'/g) : [];
      return [...text.matchAll(/'(score\.[a-z0-9-]+)'/g), ...warnings].map((match) => match[1] as string);
    });
    expect(said.length).toBeGreaterThan(40);
    expect([...new Set(said)].filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});
