import type { Aspect, Calculation, SchemeTree } from '@luban/scoring';
import fc from 'fast-check';
import { anyScheme } from '../../../test/support/any-scheme.js';
import { readCisScheme } from './read-cis-scheme.js';
import { readWorkbook } from './read-workbook.js';
import { writeCisScheme } from './write-cis-scheme.js';

describe('the CIS workbook we write', () => {
  it('comes back as the tree it was written from, whatever the tree', async () => {
    await fc.assert(
      fc.asyncProperty(anyScheme, async (written) => {
        const { tree: read } = await readCisScheme(await writeCisScheme(written));
        expect(read).toEqual(written);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('shows the sums as formulas with their results, and merges the titles', async () => {
    const bytes = await writeCisScheme(smallScheme);
    const { sheets } = await readWorkbook(bytes);
    const main = sheets[0];
    const byAddress = new Map(
      main?.rows.flatMap(({ cells }) => [...cells.values()].map((cell) => [cell.address, cell])),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['CIS Marking Scheme Import', 'Calculations']);
    expect(byAddress.get('A1')?.value).toBe('17 Web Development');
    expect(byAddress.get('J5')).toMatchObject({ formula: true, value: 1.5 });
    expect(byAddress.get('K5')).toMatchObject({ formula: true, value: 98.5 });
    expect(main?.merges).toContainEqual({ top: 1, left: 1, bottom: 1, right: 11 });
  });

  it('lists a calculation once that two aspects share', async () => {
    const { sheets } = await readWorkbook(await writeCisScheme(smallScheme));
    expect(sheets[1]?.rows.length).toBe(1);
    expect(sheets[1]?.rows[0]?.cells.get(4)?.value).toBe('NUM_POSSIBLE:::4.00000000#x~x#');
  });

  it('is refused when a text is longer than a cell may hold', async () => {
    const long = structuredClone(smallScheme);
    const first = long.criteria[0]?.subCriteria[0]?.aspects[0];
    if (first) first.description = 'x'.repeat(32_768);
    await expect(writeCisScheme(long)).rejects.toMatchObject({ code: 'cannot-write' });
  });
});

const counted: Calculation = { type: 'NUMBER_COMPLETED', possible: '4' };
const measured = (id: string, maxHundredths: number): Aspect => ({
  id,
  kind: 'measurement',
  description: `aspect ${id}`,
  extra: '',
  requirement: '',
  section: '1',
  maxHundredths,
  calculation: counted,
  descriptors: [],
  captions: [],
});
const smallScheme: SchemeTree = {
  skill: { number: '17', name: 'Web Development' },
  sections: [{ number: '1', name: 'Work organisation', weightHundredths: 10_000 }],
  criteria: [
    {
      code: 'A',
      name: 'Static site',
      declaredHundredths: 150,
      subCriteria: [
        {
          code: 'A1',
          name: 'Layout',
          dayOfMarking: 1,
          aspects: [measured('A1.1', 50), measured('A1.2', 100)],
        },
      ],
    },
  ],
};
