import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const deskWords = defineWords('desk', zh, en);
export const useDeskText = deskWords.useText;
