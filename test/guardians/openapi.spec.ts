import { staleFiles } from '../../apps/cli/src/openapi.command.js';

// The comparison itself needs the built code (the shapes of DTOs are written by Nest's compiler plugin), so that
// `npm run check` makes it: `luban openapi --check`. Here: that it can fail.
const said = {
  'docs/openapi.json': '{"paths":{}}',
  'apps/web/src/api/schema.d.ts': 'export interface paths {}',
};

it('is content when both files are what the code says', () => {
  expect(staleFiles(said, (file) => said[file as keyof typeof said])).toEqual([]);
});

it('sees a document that was not written again after a change', () => {
  expect(
    staleFiles(said, (file) => (file.endsWith('.json') ? '{}' : said['apps/web/src/api/schema.d.ts'])),
  ).toEqual(['docs/openapi.json']);
});

it('sees a client that was never generated', () => {
  expect(
    staleFiles(said, (file) => (file.endsWith('.json') ? said['docs/openapi.json'] : undefined)),
  ).toEqual(['apps/web/src/api/schema.d.ts']);
});
