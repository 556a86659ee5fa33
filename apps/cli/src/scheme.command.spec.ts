import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { readScheme, type Aspect, type SchemeTree } from '@luban/scoring';
import { writeCisScheme } from '@luban/workbooks';
import { schemeTo } from './scheme.command.js';

const aspect = (id: string, maxHundredths: number): Aspect => ({
  id,
  kind: 'measurement',
  description: id,
  extra: '',
  requirement: '',
  section: '1',
  maxHundredths,
  calculation: null,
  descriptors: [],
  captions: [],
});
const tree = (lastHundredths: number): SchemeTree => ({
  skill: { number: '17', name: 'Web Development' },
  sections: [{ number: '1', name: 'Work organisation', weightHundredths: 10_000 }],
  criteria: [
    {
      code: 'A',
      name: 'Static site',
      declaredHundredths: null,
      subCriteria: [
        {
          code: 'A1',
          name: 'Layout',
          dayOfMarking: 1,
          aspects: [aspect('A1.1', 5000), aspect('A1.2', lastHundredths)],
        },
      ],
    },
  ],
});

async function run(
  ...args: string[]
): Promise<{ code: number; text: string; document: Record<string, unknown> }> {
  const output = new PassThrough();
  const code = await schemeTo(args, output);
  const text = String(output.read());
  return { code, text, document: JSON.parse(text) as Record<string, unknown> };
}

describe('luban scheme', () => {
  let folder: string;
  const callerBefore = process.env['INIT_CWD'];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'luban-scheme-'));
    writeFileSync(join(folder, 'sound.xlsx'), await writeCisScheme(tree(5000)));
    writeFileSync(join(folder, 'short.xlsx'), await writeCisScheme(tree(4999)));
    writeFileSync(join(folder, 'text.xlsx'), 'no workbook');
  });
  afterEach(() => {
    if (callerBefore === undefined) delete process.env['INIT_CWD'];
    else process.env['INIT_CWD'] = callerBefore;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes luban.scheme/1 in one line and ends with 0', async () => {
    const { code, text, document } = await run(join(folder, 'sound.xlsx'));
    expect(code).toBe(0);
    expect(text.endsWith('}\n') && text.indexOf('\n') === text.length - 1).toBe(true);
    expect(document).toMatchObject({
      format: 'luban.scheme/1',
      criteria: [{ code: 'A', name: 'Static site', marks: '100.00', declared: null }],
      sections: [{ number: '1', weight: '100.00', marks: '100.00' }],
      aspects: { measurement: 2, judgement: 0, total: 2 },
      total: '100.00',
      calculations: 0,
    });
  });

  it('writes what luban score takes as a scheme, the document and its tree alike', async () => {
    const { document } = await run(join(folder, 'sound.xlsx'));
    expect(readScheme(document)).toEqual(tree(5000));
    expect(readScheme(document['scheme'])).toEqual(tree(5000));
  });

  it('ends with 1 when something blocks, and still writes the whole document', async () => {
    const { code, document } = await run(join(folder, 'short.xlsx'));
    expect(code).toBe(1);
    expect(document).toMatchObject({ total: '99.99', aspects: { total: 2 } });
    expect(document['findings']).toContainEqual({
      code: 'total-not-100',
      severity: 'blocking',
      cell: expect.stringMatching(/^N\d+$/) as string,
      message: expect.stringContaining('99.99') as string,
      messageZh: expect.stringContaining('99.99') as string,
    });
  });

  it.each([
    ['text.xlsx', 'scheme.not-a-workbook'],
    ['nowhere.xlsx', 'scheme.missing-file'],
    ['', 'scheme.unreadable-file'],
  ])('ends with 2 and luban.error/1 for %p', async (file, wanted) => {
    const { code, document } = await run(join(folder, file));
    expect(code).toBe(2);
    expect(document).toMatchObject({ format: 'luban.error/1', code: wanted });
    expect(Object.keys(document).sort()).toEqual(['code', 'format', 'message', 'messageZh']);
  });

  it('says how it is called when it is called otherwise', async () => {
    expect(await run()).toMatchObject({ code: 2, document: { code: 'scheme.usage' } });
    expect(await run('a.xlsx', 'b.xlsx')).toMatchObject({ code: 2, document: { code: 'scheme.usage' } });
  });

  it('takes a path relative to where the caller is', async () => {
    process.env['INIT_CWD'] = folder;
    expect((await run('sound.xlsx')).code).toBe(0);
    process.env['INIT_CWD'] = join(folder, 'elsewhere');
    expect((await run('sound.xlsx')).code).toBe(2);
  });
});
