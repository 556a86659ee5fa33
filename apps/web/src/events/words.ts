import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const eventsWords = defineWords('events', zh, en);
export const useEventsText = eventsWords.useText;
