import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleMatrix } from './roles.command.js';

it('has its page in docs/roles.md up to date (npm run luban -- roles)', () => {
  const page = readFileSync(join(__dirname, '../../../docs/roles.md'), 'utf8');
  expect(page).toBe(roleMatrix());
});
