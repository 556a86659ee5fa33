import { findWords } from '../frame/place.js';
import { rooms } from '../navigation.js';

/**
 * An audit verb in the reader's words: rooms tell theirs under `audit.<verb>` (`audit.form.signedOff`). A verb without
 * words is shown as it is recorded, never hidden.
 */
export function auditText(verb: string): string {
  return findWords(rooms, `audit.${verb}`) ?? verb;
}
