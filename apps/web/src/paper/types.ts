import type { Schemas } from '../account/session.js';
import type { GetPath } from '../api/query.js';

export type PaperEntry = Schemas['PaperEntryReply'];
export type PaperEntryDetail = Schemas['PaperEntryDetailReply'];
export type PaperForm = Schemas['PaperFormDto'];
export type Difference = Schemas['PaperDifferenceDto'];
export type PartMark = Schemas['PartMarkReply'];
export type PartMarkPreview = Schemas['PartMarkImportReply'];

/** What changes when a paper is entered, checked or sent back. */
export const paperPaths: readonly GetPath[] = [
  '/api/v1/events/{eventId}/paper-forms',
  '/api/v1/events/{eventId}/paper-entries',
  '/api/v1/events/{eventId}/paper-entries/{entryId}',
  '/api/v1/events/{eventId}/forms/{formId}',
];
