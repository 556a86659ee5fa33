import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

/** Words of the parts that screens are made of. */
export const { useText: usePartText } = defineWords('parts', zh, en);
