import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const floorWords = defineWords('floor', zh, en);
export const useFloorText = floorWords.useText;
