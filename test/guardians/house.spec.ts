import { houseBreaches, longFiles } from './house.js';
import { readTree } from './source-tree.js';

const tree = readTree(['apps', 'libs', 'migrations', 'test']).filter(
  ({ path }) => !path.endsWith('schema.d.ts'),
);
const file = (path: string, text: string) => ({ path, text });

it('keeps the habits of the house', () => {
  expect(houseBreaches(tree)).toEqual([]);
});

it.each([
  ['libs/judging/src/marks.ts', `// @ts-ignore`],
  ['libs/judging/src/marks.ts', `/* eslint-disable */`],
  ['libs/judging/src/form.entity.ts', `@OneToMany(() => Mark, (mark) => mark.form)`],
  ['libs/judging/src/marks.spec.ts', `it.skip('refuses a mark', () => {});`],
  ['libs/judging/src/marks.spec.ts', `describe.only('marks', () => {});`],
  ['libs/judging/src/marks.spec.ts', `await sleep(3000);`],
  ['libs/judging/src/marks.ts', ['const data = "/wor', 'k/shared/data";'].join('')],
  ['libs/judging/src/utils/marks.ts', ''],
  ['apps/web/src/common/button.tsx', ''],
])('sees a breach in %s: %s', (path, text) => {
  expect(houseBreaches([file(path, text)])).toHaveLength(1);
});

it('does not take words for breaches', () => {
  const text = `/** Whether only one judge may skip it. */ const utils = onlyOf(common); expect(fits('it')).toBe(true);`;
  expect(houseBreaches([file('libs/judging/src/marks.ts', text)])).toEqual([]);
});

it('tells files that are longer than 250 lines', () => {
  const files = [file('a.ts', 'x\n'.repeat(251)), file('b.ts', 'x\n'.repeat(250))];
  expect(longFiles(files)).toEqual([{ path: 'a.ts', lines: 251 }]);
  for (const { path, lines } of process.env.LUBAN_SHOW_ROUTES ? longFiles(tree) : []) {
    process.stdout.write(`${lines} lines: ${path}\n`);
  }
});
