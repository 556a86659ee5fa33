import { defineWords } from '../language/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

/** Words of the frame around every page: roles, stages, errors. Rooms may use `role.*` and `stage.*`. */
export const { useText: useFrameText, text: frameText, knows: frameKnows } = defineWords('frame', zh, en);
