import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const registrationWords = defineWords('registration', zh, en);
export const useRegistrationText = registrationWords.useText;
