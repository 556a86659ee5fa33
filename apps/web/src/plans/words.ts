import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const plansWords = defineWords('plans', zh, en);
export const usePlansText = plansWords.useText;
