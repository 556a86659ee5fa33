import { annualInspections } from './checks/annual-inspections.js';
import { applicantKinds } from './checks/applicant-kinds.js';
import { companiesOnlyHelp } from './checks/companies-only-help.js';
import { documentsComplete } from './checks/documents-complete.js';
import { editionsHeld } from './checks/editions-held.js';
import { finalNotInMonths } from './checks/final-not-in-months.js';
import { businessCovers, fundingStated, peopleAtLeast, venueStated } from './checks/means-stated.js';
import { nameWord } from './checks/name-word.js';
import { notTwoYearsRunning } from './checks/not-two-years-running.js';
import { obligationsMet } from './checks/obligations-met.js';
import { occupationClasses } from './checks/occupation-classes.js';
import { occupationsAtMost } from './checks/occupations-at-most.js';
import { rhythmYears } from './checks/rhythm-years.js';
import { standardLevel } from './checks/standard-level.js';
import type { CheckName } from './rule-pack.js';
import type { Check } from './verdict.js';

/** The closed list of checks: what a rule of a pack can look at. */
export const checks: { [Name in CheckName]: Check<Name> } = {
  applicantKinds,
  annualInspections,
  companiesOnlyHelp,
  businessCovers,
  editionsHeld,
  peopleAtLeast,
  fundingStated,
  venueStated,
  occupationClasses,
  standardLevel,
  occupationsAtMost,
  notTwoYearsRunning,
  rhythmYears,
  finalNotInMonths,
  documentsComplete,
  nameWord,
  obligationsMet,
};

export const checkNames = Object.keys(checks) as CheckName[];
