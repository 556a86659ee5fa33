export { readWorkbook, defaultLimits, type WorkbookLimits } from './read-workbook.js';
export {
  addressOf,
  columnLetters,
  columnNumber,
  textOf,
  trimmedTextOf,
  type Area,
  type Cell,
  type Row,
  type Sheet,
  type Workbook,
} from './workbook.js';
export { WorkbookError, type WorkbookErrorCode } from './workbook-error.js';
export { type SheetFinding, type SheetFindingCode } from './sheet-finding.js';
export { readCisScheme, cisSchemeOf, type SchemeReading } from './read-cis-scheme.js';
export { writeCisScheme } from './write-cis-scheme.js';
export { schemeDocument, isBlocked, type SchemeDocument } from './scheme-document.js';
