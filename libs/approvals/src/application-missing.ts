import { type MessageParams, type Said, say } from '@luban/platform';
import { applicationFields } from './application-fields.js';
import type { Statement } from './application-statement.js';

/** A field without which nobody could receive the application, or that contradicts another one. */
export interface MissingField {
  field: string;
  message: Said;
}

/** The first and the last day of a final are no further apart than this. */
const finalDaysMost = 60;

/** Where the dates of the final contradict the year in which it is held, or one another. */
export function finalFaults({
  finalFrom,
  finalTo,
  heldYear,
}: Pick<Statement, 'finalFrom' | 'finalTo' | 'heldYear'>): { code: string; params: MessageParams }[] {
  if (!finalFrom || !finalTo) return [];
  const params = { finalFrom, finalTo, heldYear };
  const outside = finalFrom.slice(0, 4) !== String(heldYear) || finalTo > `${heldYear + 1}-01-31`;
  const days = (Date.parse(finalTo) - Date.parse(finalFrom)) / 86_400_000 + 1;
  return [
    ...(outside ? [{ code: 'approvals.final-outside-year', params }] : []),
    ...(days > finalDaysMost
      ? [{ code: 'approvals.final-too-long', params: { ...params, days, most: finalDaysMost } }]
      : []),
  ];
}

/** What a submission needs beside the rules of the pack (our own decision): who, what, when, why. */
export function missingIn(statement: Statement): MissingField[] {
  const { content, finalFrom, finalTo, occupations } = statement;
  const missing = [
    ...(content.purpose ? [] : ['purpose']),
    ...(content.contact?.name && content.contact.phone ? [] : ['contact']),
    ...(finalFrom && finalTo ? [] : ['finalDates']),
    ...(occupations.length > 0 ? [] : ['occupations']),
  ];
  const contradicting = finalFaults(statement).map(({ code, params }) => ({
    field: 'finalDates',
    message: say(code, params),
  }));
  const absent = missing.map((field) => {
    const name = applicationFields[field];
    return {
      field,
      message: say('approvals.field-missing', { zh: name?.zh ?? field, en: name?.en ?? field }),
    };
  });
  return [...absent, ...contradicting];
}
