export * from './rule-pack.js';
export * from './class-subject.js';
export * from './finding.js';
export {
  backTest,
  type BackTest,
  type BackTestCase,
  type BackTestLine,
  type ClassDecision,
  idleRules,
} from './back-test.js';
export { blankSubject } from './blank-subject.js';
export { checkNames } from './checks.js';
export { checkInWords, type CheckInWords, type ParameterKind, parametersOf } from './check-in-words.js';
export { contestKey } from './contest-key.js';
export { decisionOf, holdAgainst, severityOf } from './hold-against.js';
export { casesOfRecords, classOfRecord, type ContestRecord } from './contest-record.js';
export { type FinalDates, finalDatesOf } from './final-dates.js';
export { kindOfName, partiesOfHosts } from './host-names.js';
export { type CodeOfName, occupationsOfText } from './occupation-text.js';
export { officialName } from './official-name.js';
export { type FieldDifference, type PackDifference, packDifference } from './pack-difference.js';
export { type PackFault, packFaults } from './pack-faults.js';
export { parameterInWords, ruleParametersInWords } from './parameter-in-words.js';
export { beginsAsFormula, isPlainText, withoutHostile } from './plain-text.js';
export { shippedPackOf, shippedPacks } from './shipped-packs.js';
export {
  authorityLevelInWords,
  classInWords,
  documentKindInWords,
  gradeInWords,
  organisationKindInWords,
  partyPartInWords,
  skillLevelInWords,
} from './words.js';
