import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';

interface Words {
  [key: string]: string | Words;
}

const source = join(__dirname, '../../apps/web/src');
const rooms = readdirSync(source).filter((room) => existsSync(join(source, room, 'messages.zh.ts')));

/** Every text with its dotted key. */
function texts(words: Words, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : texts(value, `${prefix}${key}.`),
  );
}

/** The field's own English for a part differs on WorldSkills events (Judge, Expert); the Chinese does not. */
const fieldWords = /^(chief|judges?)$/i;

const gaps = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .flatMap(([, name = '']) => (fieldWords.test(name) ? [] : [name]))
    .sort();

describe('the words of the web app', () => {
  it('were found', () => {
    expect(rooms).toEqual(expect.arrayContaining(['account', 'frame', 'home', 'landing', 'parts']));
  });

  it.each(rooms)(
    'of %s have an English for each Chinese, with the same gaps, and none is left over',
    async (room) => {
      const { zh } = (await import(`../../apps/web/src/${room}/messages.zh.js`)) as { zh: Words };
      const { en } = (await import(`../../apps/web/src/${room}/messages.en.js`)) as { en: Words };
      const english = new Map(texts(en));
      const chinese = new Map(texts(zh));
      for (const [key, text] of chinese) {
        expect({ key, gaps: gaps(english.get(key) ?? '(missing)') }).toEqual({ key, gaps: gaps(text) });
      }
      const left = [...english.keys()].filter(
        (key) => !chinese.has(key) && !chinese.has(key.replace(/_one$/, '_other')),
      );
      expect(left).toEqual([]);
    },
  );

  it.each(rooms)(
    'of %s are Chinese in the Chinese and English in the English, but for examples',
    async (room) => {
      const { zh } = (await import(`../../apps/web/src/${room}/messages.zh.js`)) as { zh: Words };
      const { en } = (await import(`../../apps/web/src/${room}/messages.en.js`)) as { en: Words };
      const han = /\p{Script=Han}/u;
      expect(texts(en).filter(([, text]) => han.test(text) && !/[A-Za-z]{2}/.test(text))).toEqual([]);
      const wordless = (text: string) => text.replace(/\{\{\w+\}\}/g, '').trim();
      expect(texts(zh).filter(([, text]) => /[A-Za-z]{5,}/.test(wordless(text)) && !han.test(text))).toEqual(
        [],
      );
    },
  );
});
