import fc from 'fast-check';
import { anyScheme } from '../../../test/support/any-scheme.js';
import { readSheetScheme } from './read-marking-sheet.js';
import { writeSheetScheme } from './write-marking-sheet.js';

describe('the 评分表 we write', () => {
  it('comes back as the tree it was written from, whatever the tree', async () => {
    await fc.assert(
      fc.asyncProperty(anyScheme, async (written) => {
        const { tree } = await readSheetScheme(await writeSheetScheme(written));
        expect(tree).toEqual(written);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
