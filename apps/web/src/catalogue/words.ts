import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const catalogueWords = defineWords('catalogue', zh, en);
export const useCatalogueText = catalogueWords.useText;
