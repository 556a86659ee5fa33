import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const publicWords = defineWords('public', zh, en);
export const usePublicText = publicWords.useText;
