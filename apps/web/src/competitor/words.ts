import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const competitorWords = defineWords('competitor', zh, en);
export const useCompetitorText = competitorWords.useText;
