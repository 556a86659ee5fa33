import type { English } from '../language/words.js';
import type { zh } from './messages.zh.js';

export const en: English<typeof zh> = {
  pick: {
    occupation: 'Type a code, a name or pinyin initials',
    industry: 'Type a code, a name or pinyin initials',
    division: 'Type a place, pinyin initials or a code',
    organisation: 'Type a name, a short name or pinyin initials',
    none: 'Nothing of that kind in the catalogue',
    asTyped: 'Not in the catalogue: use “{{name}}” as it stands',
    loading: 'Looking…',
    failed: 'The search failed, try again in a moment',
    gone: 'not in the catalogue in force',
  },
  tag: {
    strategic: 'strategic field',
    isNew: 'new occupation',
    standard: 'national standard',
    noStandard: 'no national standard',
    green: 'green',
    digital: 'digital',
  },
};
