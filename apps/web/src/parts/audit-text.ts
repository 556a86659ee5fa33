import { rooms } from '../navigation.js';

/**
 * An audit verb in the reader's words: rooms tell theirs under `audit.<verb>` (`audit.form.signedOff`). A verb without
 * words is shown as it is recorded, never hidden.
 */
export function auditText(verb: string): string {
  const key = `audit.${verb}`;
  const room = rooms.find(({ words }) => words.knows(key));
  return room ? room.words.text(key) : verb;
}
