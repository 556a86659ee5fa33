import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const peopleWords = defineWords('people', zh, en);
export const usePeopleText = peopleWords.useText;
