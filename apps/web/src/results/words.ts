import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const resultsWords = defineWords('results', zh, en);
export const useResultsText = resultsWords.useText;
