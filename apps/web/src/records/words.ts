import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const recordsWords = defineWords('records', zh, en);
export const useRecordsText = recordsWords.useText;
