import { absent, integerAt, objectAt, oneOf, onlyKeys, own, textAt } from './json-reading.js';
import type { JsonObject } from './json-reading.js';
import { UNCITED } from './own-clauses.js';
import type { Clause } from './policy.js';

/** The `clause` of a rule; a rule that cites nothing says so (`uncited`, grade `design`). Text: a string or {zh, en}. */
export function readClause(rule: JsonObject, path: string): Clause {
  if (absent(rule, 'clause')) return UNCITED;
  const at = `${path}.clause`;
  const object = objectAt(own(rule, 'clause'), at);
  onlyKeys(object, ['id', 'text', 'source', 'year', 'scope', 'grade'], at);
  const text = own(object, 'text') ?? '';
  const year = own(object, 'year') ?? null;
  return {
    id: textAt(own(object, 'id') ?? UNCITED.id, `${at}.id`),
    text:
      typeof text === 'string' ? { zh: textAt(text, `${at}.text`), en: text } : readSaid(text, `${at}.text`),
    source: textAt(own(object, 'source') ?? '', `${at}.source`),
    year: year === null ? null : integerAt(year, `${at}.year`, 1900, 2999),
    scope: textAt(own(object, 'scope') ?? '', `${at}.scope`),
    grade: oneOf(own(object, 'grade') ?? 'design', `${at}.grade`, [
      'verified',
      'verified-unofficial',
      'recalled',
      'design',
    ]),
  };
}

function readSaid(value: unknown, path: string): Clause['text'] {
  const object = objectAt(value, path);
  onlyKeys(object, ['zh', 'en'], path);
  return {
    zh: textAt(own(object, 'zh') ?? '', `${path}.zh`),
    en: textAt(own(object, 'en') ?? '', `${path}.en`),
  };
}
