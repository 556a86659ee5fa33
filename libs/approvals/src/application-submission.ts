import type { ApplicationDocument } from './application-document.entity.js';
import type { Statement } from './application-statement.js';

/** What is kept of a submission: all that was stated, and which documents came with it. */
export interface SubmissionSnapshot {
  statement: Statement;
  documents: Pick<
    ApplicationDocument,
    'id' | 'kind' | 'occupationId' | 'fileHash' | 'fileName' | 'mediaType' | 'sizeBytes' | 'pageCode'
  >[];
}
