import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const markingWords = defineWords('marking', zh, en);
export const useMarkingText = markingWords.useText;
