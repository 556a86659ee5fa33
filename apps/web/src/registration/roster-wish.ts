import type { components } from '../api/schema.js';
import type { RosterMapping } from './types.js';

/** A roster and how it is to be taken. */
export interface RosterWish {
  source: { file: File } | { text: string };
  /** The columns as a preview told and the person corrected them; null: as the server finds them. */
  mapping: RosterMapping | null;
  delegationId: string | null;
  submit?: boolean;
  lateReason?: string;
}

/**
 * The request of a preview or an import: pasted rows as JSON, a file as a form with the other fields beside it. The form
 * goes out as it is; the browser writes its boundary into the header.
 */
export function rosterBody({ source, mapping, delegationId, submit, lateReason }: RosterWish) {
  const body: components['schemas']['RosterRequest'] = {
    ...(delegationId ? { delegationId } : {}),
    ...(submit === undefined ? {} : { submit }),
    ...(lateReason ? { lateReason } : {}),
    ...(mapping ? { mapping } : {}),
  };
  if ('text' in source) return { body: { ...body, text: source.text }, bodySerializer: JSON.stringify };
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  form.set('file', source.file);
  return { body, bodySerializer: () => form };
}
