import type { StateLook } from '../parts/state-tag.js';
import type { Application, WindowRow } from './types.js';

export const stateLook: Record<Application['state'], StateLook> = {
  draft: 'waiting',
  submitted: 'running',
  accepted: 'running',
  underReview: 'running',
  returned: 'warning',
  granted: 'passed',
  grantedWithConditions: 'passed',
  declined: 'blocking',
  withdrawn: 'ended',
  revoked: 'ended',
};

/** The states in the order of their way. */
export const states = Object.keys(stateLook) as Application['state'][];

export const windowLook: Record<WindowRow['state'], StateLook> = {
  notYet: 'waiting',
  open: 'running',
  closed: 'ended',
};

/** The parts of the form, in their order. */
export const sections = [
  'basics',
  'parties',
  'occupations',
  'contest',
  'means',
  'history',
  'documents',
  'stamp',
] as const;
export type Section = (typeof sections)[number];

/** Where each check of a rule pack is answered in the form. */
const sectionByCheck: Record<string, Section> = {
  applicantKinds: 'parties',
  companiesOnlyHelp: 'parties',
  annualInspections: 'history',
  editionsHeld: 'history',
  rhythmYears: 'history',
  obligationsMet: 'history',
  occupationClasses: 'occupations',
  standardLevel: 'occupations',
  sameOccupationThisYear: 'occupations',
  occupationsAtMost: 'occupations',
  notTwoYearsRunning: 'occupations',
  finalNotInMonths: 'basics',
  nameWord: 'basics',
  venueStated: 'contest',
  peopleAtLeast: 'means',
  fundingStated: 'means',
  businessCovers: 'means',
  documentsComplete: 'documents',
};

export const sectionOfCheck = (check: string): Section => sectionByCheck[check] ?? 'basics';

const sectionByField: Record<string, Section> = {
  parties: 'parties',
  occupations: 'occupations',
  groups: 'occupations',
  scale: 'occupations',
  schedule: 'contest',
  venue: 'contest',
  experts: 'means',
  judges: 'means',
  funding: 'means',
  business: 'means',
  earlierEditions: 'history',
  inspectionYears: 'history',
  documents: 'documents',
};

/** Where a field that was marked, or is missing, stands in the form. */
export const sectionOfField = (field: string): Section => {
  if (field === 'documents.stampedForm') return 'stamp';
  return sectionByField[field.split('.')[0] ?? ''] ?? 'basics';
};
