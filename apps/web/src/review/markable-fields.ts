import { documentKinds } from '@luban/rulebook';
import { useApplicationNames } from '../applications/application-names.js';
import { reviewWords, useReviewText } from './words.js';

/** The fields a return may mark, in the order of the form (`applicationFields` of the server), by their words. */
const fields = [
  'name',
  'edition',
  'class',
  'heldYear',
  'industry',
  'place',
  'finalDates',
  'parties',
  'occupations',
  'purpose',
  'contact',
  'groups',
  'schedule',
  'venue',
  'experts',
  'judges',
  'funding',
  'scale',
  'earlierEditions',
  'inspectionYears',
  'business',
] as const;

/** Fields and kinds of documents, each with its words. */
export function useMarkableFields(): { field: string; words: string }[] {
  const t = useReviewText();
  const { documentOf } = useApplicationNames();
  return [
    ...fields.map((field) => ({ field: field as string, words: t(`field.${field}`) })),
    ...documentKinds.map((kind) => ({ field: `documents.${kind}`, words: documentOf(kind) })),
    { field: 'documents', words: t('field.documents') },
  ];
}

/** A field by its words; an unknown one as it is called. */
export const fieldInWords = (field: string): string => reviewWords.find(`field.${field}`) ?? field;
