import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const insightWords = defineWords('insight', zh, en);
export const useInsightText = insightWords.useText;
