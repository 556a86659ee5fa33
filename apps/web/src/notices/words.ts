import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const noticesWords = defineWords('notices', zh, en);
export const useNoticesText = noticesWords.useText;
