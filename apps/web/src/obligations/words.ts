import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const obligationsWords = defineWords('obligations', zh, en);
export const useObligationsText = obligationsWords.useText;
