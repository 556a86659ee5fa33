import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const reviewWords = defineWords('review', zh, en);
export const useReviewText = reviewWords.useText;
