import { declaredMessages } from '@luban/platform';
import '../../apps/api/src/create-api.js';
import '../../apps/worker/src/worker.module.js';
import { languageBreaches, messageBreaches } from './messages.js';
import { readTree } from './source-tree.js';

const file = (text: string) => ({ path: 'libs/judging/src/marks.service.ts', text });
const declared = new Map([['judging.form-signed-off', { zh: '已签字', en: 'It is signed off' }]]);

it('has texts for every code that is thrown', () => {
  expect(messageBreaches(readTree(['apps/api', 'apps/worker', 'libs']), declaredMessages())).toEqual([]);
});

it('has them in Chinese and in English', () => {
  expect(declaredMessages().size).toBeGreaterThan(20);
  expect(languageBreaches(declaredMessages())).toEqual([]);
});

it.each([
  `throw new Refused('judging.form-lost', { formId });`,
  `throw new NotFound(\n  'judging.form-lost',\n);`,
  `class Lost extends Failure { constructor() { super('judging.form-lost'); } }`,
  `defineConstraintCodes({ form_key: 'judging.form-lost' });`,
])('sees a code without texts: %s', (text) => {
  expect(messageBreaches([file(text)], declared)).toHaveLength(1);
});

it('is content with a code that has them', () => {
  expect(messageBreaches([file(`throw new Refused('judging.form-signed-off');`)], declared)).toEqual([]);
});

it.each([
  ['the Chinese is missing', { zh: 'signed off', en: 'signed off' }],
  ['the English is missing', { zh: '已签字', en: '已签字' }],
  ['a text is empty', { zh: '已签字', en: ' ' }],
])('sees that %s', (_, said) => {
  expect(languageBreaches(new Map([['judging.form-signed-off', said]]))).toHaveLength(1);
});
