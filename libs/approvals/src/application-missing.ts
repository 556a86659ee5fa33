import { type Said, say } from '@luban/platform';
import { applicationFields } from './application-fields.js';
import type { Statement } from './application-statement.js';

/** A field without which nobody could receive the application. */
export interface MissingField {
  field: string;
  message: Said;
}

/** What a submission needs beside the rules of the pack (our own decision): who, what, when, why. */
export function missingIn({ content, finalFrom, finalTo, occupations }: Statement): MissingField[] {
  const missing = [
    ...(content.purpose ? [] : ['purpose']),
    ...(content.contact?.name && content.contact.phone ? [] : ['contact']),
    ...(finalFrom && finalTo ? [] : ['finalDates']),
    ...(occupations.length > 0 ? [] : ['occupations']),
  ];
  return missing.map((field) => {
    const name = applicationFields[field];
    return {
      field,
      message: say('approvals.field-missing', { zh: name?.zh ?? field, en: name?.en ?? field }),
    };
  });
}
