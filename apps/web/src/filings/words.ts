import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const filingsWords = defineWords('filings', zh, en);
export const useFilingsText = filingsWords.useText;
