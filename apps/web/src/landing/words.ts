import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const landingWords = defineWords('landing', zh, en);
export const useLandingText = landingWords.useText;
