import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const schemeWords = defineWords('schemes', zh, en);
export const useSchemeText = schemeWords.useText;
