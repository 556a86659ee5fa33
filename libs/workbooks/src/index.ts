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
export { readSheetScheme, sheetSchemeOf, type MarkingSheetReading } from './read-marking-sheet.js';
export { writeSheetScheme } from './write-marking-sheet.js';
export {
  suggestMapping,
  suggestMappings,
  type MarkingSheetColumn,
  type MarkingSheetMapping,
} from './marking-sheet-layout.js';
export { type ColumnMapping } from './headings.js';
export { type ListSource } from './read-list-file.js';
export { readRoster, type Roster, type RosterRow } from './read-roster.js';
export { readMarkList, type MarkList, type MarkListRow } from './read-mark-list.js';
export { readJudgeList, type JudgeList, type JudgeListColumn, type JudgeListRow } from './read-judge-list.js';
export { suggestRosterMapping, type RosterColumn, type RosterMapping } from './roster-layout.js';
export { writeRosterTemplate, type RosterChoices } from './write-roster-template.js';
export { writeTable, type PrintedTable, type PrintedColumn } from './write-table.js';
export { decodeText, sheetOfText, type TextEncoding } from './delimited-text.js';
export {
  readCatalogue,
  type CatalogueColumn,
  type CatalogueList,
  type CatalogueListKind,
  type CatalogueRow,
} from './read-catalogue.js';
