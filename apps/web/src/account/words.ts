import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const accountWords = defineWords('account', zh, en);
export const useAccountText = accountWords.useText;
