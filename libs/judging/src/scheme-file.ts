import { Invalid, Refused } from '@luban/platform';
import type { SchemeTree } from '@luban/scoring';
import {
  cisSchemeOf,
  columnLetters,
  type MarkingSheetMapping,
  readWorkbook,
  type SheetFinding,
  sheetSchemeOf,
  suggestMappings,
  textOf,
  type Workbook,
  WorkbookError,
} from '@luban/workbooks';
import type { SchemeFindingReply } from './marking-scheme.dto.js';

/** An uploaded marking scheme. */
export interface SchemeFile {
  bytes: Buffer;
  fileName: string;
  mediaType: string;
  /** `cis`, `sheet`, or anything else: found out from the file. */
  kind?: string;
  /** JSON of the column mappings of a 评分表, as a person corrected them. */
  mapping?: string;
}

export interface SchemeFileReading {
  kind: 'cis' | 'sheet';
  tree: SchemeTree;
  findings: SchemeFindingReply[];
  /** For a 评分表: the mappings used, with every heading, and the sheets there are, for the screen to offer others. */
  mapping: SheetMappingReply | null;
}

export interface SheetMappingReply {
  mappings: MarkingSheetMapping[];
  sheets: string[];
  /** The first rows of each sheet, as texts, so that a person sees what the columns hold. */
  samples: SheetSample[];
}

export interface SheetSample {
  sheet: string;
  /** `cells` by column letters. */
  rows: { row: number; cells: Record<string, string> }[];
}

const sampleRows = 15;
const sampleCharacters = 60;

/**
 * Reads a CIS workbook or a Chinese 评分表, in a process of its own. Refused with `judging.workbook-unreadable` when the
 * file is neither; faults inside a readable file are findings with their cells. In a
 * preview a workbook without known headings is shown as it is, for a person to say which column holds what.
 */
export async function readSchemeFile(
  file: SchemeFile,
  { isPreview = false } = {},
): Promise<SchemeFileReading> {
  try {
    const workbook = await readWorkbook(file.bytes, { maxRows: 20_000, maxColumns: 64 });
    if (file.mapping) return readSheet(workbook, mappingsOf(file.mapping));
    if (file.kind === 'sheet') return trySheet(workbook, isPreview);
    if (file.kind === 'cis') return readCis(workbook);
    return tryCis(workbook) ?? trySheet(workbook, isPreview);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw new Refused(
      'judging.workbook-unreadable',
      { why: error.said.zh },
      { reason: error.code, said: error.said },
    );
  }
}

function tryCis(workbook: Workbook): SchemeFileReading | null {
  try {
    return readCis(workbook);
  } catch (error) {
    if (error instanceof WorkbookError && error.code === 'not-a-scheme') return null;
    throw error;
  }
}

function readCis(workbook: Workbook): SchemeFileReading {
  const { tree, findings } = cisSchemeOf(workbook);
  return { kind: 'cis', tree, findings: findings.map(reply), mapping: null };
}

function trySheet(workbook: Workbook, isPreview: boolean): SchemeFileReading {
  if (!isPreview || suggestMappings(workbook.sheets).length > 0) return readSheet(workbook);
  const tree: SchemeTree = { skill: null, sections: [], criteria: [] };
  const finding: SchemeFindingReply = {
    code: 'columns-unknown',
    severity: 'blocking',
    cell: '',
    message: {
      zh: '没有认出表头。请选择表头所在的行，以及各列的内容（至少评分点和配分）。',
      en: 'No headings were recognised. Please choose the heading row and what the columns hold (aspect and mark at least).',
    },
  };
  return { kind: 'sheet', tree, findings: [finding], mapping: mappingReply(workbook, []) };
}

function mappingReply(workbook: Workbook, mappings: MarkingSheetMapping[]): SheetMappingReply {
  const sheets = workbook.sheets.filter(({ hidden }) => !hidden);
  return {
    mappings,
    sheets: sheets.map(({ name }) => name),
    samples: sheets.slice(0, 20).map(({ name, rows }) => ({
      sheet: name,
      rows: rows.slice(0, sampleRows).map(({ number, cells }) => ({
        row: number,
        cells: Object.fromEntries(
          [...cells].map(([column, cell]) => [
            columnLetters(column),
            textOf(cell).slice(0, sampleCharacters),
          ]),
        ),
      })),
    })),
  };
}

function readSheet(workbook: Workbook, given?: MarkingSheetMapping[]): SchemeFileReading {
  const { tree, findings, mappings } = sheetSchemeOf(workbook, given ?? suggestMappings(workbook.sheets));
  return {
    kind: 'sheet',
    tree,
    findings: findings.map(reply),
    mapping: mappingReply(workbook, mappings),
  };
}

const reply = ({ code, severity, cell, message }: SheetFinding): SchemeFindingReply => ({
  code,
  severity,
  cell,
  message,
});

/** The mappings a person chose: one object or a list of them. */
function mappingsOf(text: string | undefined): MarkingSheetMapping[] | undefined {
  if (!text) return undefined;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Invalid('judging.mapping-unreadable');
  }
  const list = (Array.isArray(given) ? given : [given]) as MarkingSheetMapping[];
  const isMapping = (one: MarkingSheetMapping | null) =>
    typeof one?.sheet === 'string' &&
    Number.isInteger(one.headingRow) &&
    typeof one.columns === 'object' &&
    one.columns !== null &&
    Object.values(one.columns).every((column) => column === null || /^[A-Z]{1,3}$/.test(String(column)));
  if (list.length === 0 || !list.every(isMapping)) throw new Invalid('judging.mapping-unreadable');
  return list;
}
