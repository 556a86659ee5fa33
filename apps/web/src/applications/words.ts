import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const applicationsWords = defineWords('applications', zh, en);
export const useApplicationsText = applicationsWords.useText;
