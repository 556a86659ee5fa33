import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const paperWords = defineWords('paper', zh, en);
export const usePaperText = paperWords.useText;
