import type { ClassSubject } from './class-subject.js';

/** A subject of which nothing is known beside these facts: every check answers `unknown`. */
export const blankSubject = (known: Partial<ClassSubject> = {}): ClassSubject => ({
  planYear: 2023,
  level: 'nationalIndustry',
  class: 'two',
  name: '',
  parties: null,
  occupations: null,
  occupationsComplete: true,
  earlierEditions: null,
  earlierGrants: null,
  inspectionYears: null,
  finalFrom: null,
  finalTo: null,
  documents: null,
  experts: null,
  judges: null,
  fundingStated: null,
  venueStated: null,
  businessCovers: null,
  unmetObligations: null,
  submittedOn: null,
  ...known,
});
