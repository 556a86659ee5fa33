import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const homeWords = defineWords('home', zh, en);
export const useHomeText = homeWords.useText;
