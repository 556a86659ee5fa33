import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const rulesWords = defineWords('rules', zh, en);
export const useRulesText = rulesWords.useText;
