import { Invalid, Refused } from '@luban/platform';
import type { SchemeTree } from '@luban/scoring';
import {
  cisSchemeOf,
  type MarkingSheetMapping,
  readWorkbook,
  type SheetFinding,
  sheetSchemeOf,
  suggestMappings,
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
}

/**
 * Reads a CIS workbook or a Chinese 评分表, in a process of its own. Refused with `judging.workbook-unreadable` when the
 * file is neither; faults inside a readable file are findings with their cells.
 */
export async function readSchemeFile(file: SchemeFile): Promise<SchemeFileReading> {
  try {
    const workbook = await readWorkbook(file.bytes, { maxRows: 20_000, maxColumns: 64 });
    if (file.kind === 'sheet' || file.mapping) return readSheet(workbook, mappingsOf(file.mapping));
    if (file.kind === 'cis') return readCis(workbook);
    return tryCis(workbook) ?? readSheet(workbook);
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

function readSheet(workbook: Workbook, given?: MarkingSheetMapping[]): SchemeFileReading {
  const { tree, findings, mappings } = sheetSchemeOf(workbook, given ?? suggestMappings(workbook.sheets));
  return {
    kind: 'sheet',
    tree,
    findings: findings.map(reply),
    mapping: { mappings, sheets: workbook.sheets.map(({ name }) => name) },
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
