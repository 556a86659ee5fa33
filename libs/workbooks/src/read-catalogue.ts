import { readMark } from './cell-mark.js';
import type { TextEncoding } from './delimited-text.js';
import { guessMapping, MappedSheet, type ColumnMapping, type HeadingWords } from './headings.js';
import { readListFile, type ListSource } from './read-list-file.js';
import { inSheetOrder, reportTruncated, SheetFindings, type SheetFinding } from './sheet-finding.js';
import { textOf, trimBlanks, trimmedTextOf, type Row, type Sheet } from './workbook.js';
import { WorkbookError } from './workbook-error.js';

/** Which list a file is to be read as. */
export type CatalogueListKind = 'occupations' | 'industries' | 'divisions' | 'organisations';

export type CatalogueColumn =
  | 'code'
  | 'name'
  | 'edition'
  | 'level'
  | 'parentCode'
  | 'gbmCode'
  | 'mark'
  | 'standardExists'
  | 'standardTopLevel'
  | 'strategic'
  | 'isNew'
  | 'shortName'
  | 'cityCode'
  | 'provinceCode'
  | 'nameEn'
  | 'kind'
  | 'divisionCode'
  | 'industryCode';

/** A reference list as plain cells. What they mean, and whether they hold, is the catalogue's business. */
export interface CatalogueList {
  /** The columns that the file has. One that it lacks says nothing about what is known already. */
  columns: CatalogueColumn[];
  /** How a text file was encoded; null for a workbook. */
  encoding: TextEncoding | null;
  rows: CatalogueRow[];
  findings: SheetFinding[];
}

export interface CatalogueRow {
  /** 1-based, as the spreadsheet or the text shows it. */
  row: number;
  /** Every column that the file has: its trimmed text, `''` when blank, and its address for a finding. */
  cells: Partial<Record<CatalogueColumn, { text: string; at: string }>>;
}

const code = [/^code\d?$/, /^(代码|编码)$/, /^(职业|行业|区划|行政区划|地区)(代码|编码)$/];
const name = [/^(name|名称)$/, /^(职业|行业|地区|区划|单位)(名称|全称)$/, /^(全称|fullname)$/];
const edition = [/^(edition|standard|版本|版次|标准号)$/];
const level = [/^(level|层级)$/];
const parentCode = [/^(parent_?code|上级代码|上级编码|父级代码)$/];
const shortName = [/^(short|short_?name|简称)$/];

const words: Record<CatalogueListKind, Partial<HeadingWords<CatalogueColumn>>> = {
  occupations: {
    ...{ code, name, level, parentCode },
    edition: [/^(edition|版本|版次)$/],
    gbmCode: [/^(gbm_?code|gbm|gbm代码)$/],
    mark: [/^(marks?|标识|标记|职业标识|绿色数字标识)$/],
    standardExists: [
      /^(has_?)?(national_?)?standard(_?exists)?$/,
      /^(有无|是否有|是否颁布|是否已颁布|有)?(国家)?(职业)?(技能)?标准(有无)?$/,
    ],
    standardTopLevel: [
      /^(standard_?)?(top|highest|max)_?level$/,
      /^(国家)?(职业)?(技能)?(标准)?最高(职业)?(技能)?(等级|级别)$/,
    ],
    strategic: [/^(strategic|strategic_?field)$/, /^(是否)?(国家)?战略重点(领域)?$/],
    isNew: [/^(is_?new|new|new_?occupation)$/, /^(是否)?新职业$/],
  },
  industries: { code, name, level, parentCode, edition },
  divisions: {
    ...{ code, name, edition, level, parentCode, shortName },
    cityCode: [/^city_?code\d?$/, /^(所属)?城市代码$/],
    provinceCode: [/^province_?code\d?$/, /^(所属)?省份代码$/],
  },
  organisations: {
    ...{ name, shortName },
    nameEn: [/^(english|english_?name|name_?en|英文名称|英文名)$/],
    kind: [/^(kind|类别|单位类别|单位性质|性质|类型|单位类型)$/],
    divisionCode: [/^division_?code$/, /^(所在地|地区|区划|行政区划)(代码)$/, /^division$/],
    industryCode: [/^industry_?code$/, /^(所属)?行业代码$/, /^industry$/],
  },
};

/**
 * Reads a reference list from an .xlsx workbook or a CSV/TSV file (UTF-8, GB 18030 or UTF-16).
 * @throws WorkbookError when it is neither, or has not the columns that such a list needs
 */
export async function readCatalogue(kind: CatalogueListKind, source: ListSource): Promise<CatalogueList> {
  const { sheets, encoding } = await readListFile(source);
  const found = firstList(kind, sheets);
  if (!found)
    throw new WorkbookError(kind === 'organisations' ? 'not-an-organisation-list' : 'not-a-catalogue');
  const { sheet, mapping } = found;
  const findings = new SheetFindings();
  reportTruncated(sheet, findings);
  reportUnknown(mapping, findings);
  const cells = new MappedSheet(sheet, mapping);
  const columns = Object.keys(mapping.columns) as CatalogueColumn[];
  const rows = sheet.rows
    .filter((row) => row.number > mapping.headingRow && !isNote(row))
    .map(({ number }): CatalogueRow => ({
      row: number,
      cells: Object.fromEntries(columns.map((key) => [key, plainCell(cells, number, key, findings)])),
    }))
    .filter((row) => Object.values(row.cells).some(({ text }) => text !== ''));
  return { columns, encoding, rows, findings: inSheetOrder(findings.all) };
}

type Mapping = ColumnMapping<CatalogueColumn>;

function firstList(kind: CatalogueListKind, sheets: Sheet[]): { sheet: Sheet; mapping: Mapping } | null {
  const needed: CatalogueColumn[] = kind === 'organisations' ? ['name', 'kind'] : ['code', 'name'];
  for (const sheet of sheets) {
    if (sheet.hidden) continue;
    const mapping = guessMapping(sheet, words[kind] as HeadingWords<CatalogueColumn>, (found) =>
      needed.every((key) => found[key] !== undefined),
    );
    if (mapping) return { sheet, mapping };
  }
  return null;
}

/** Columns that are headed by words nobody here knows, each at its heading: what stands in them is not taken over. */
function reportUnknown({ columns, headings, headingRow }: Mapping, findings: SheetFindings): void {
  const known = new Set(Object.values(columns));
  for (const [letters, heading] of Object.entries(headings)) {
    if (heading === '' || known.has(letters) || /^(序号|no\.?|#)$/i.test(heading)) continue;
    const cell = `${letters}${headingRow}`;
    findings.warn(
      'unknown-column',
      cell,
      `不认识的列：${heading}（${cell}），其内容未导入。`,
      `Unknown column: ${heading} (${cell}); what stands in it was not imported.`,
    );
  }
}

function plainCell(
  cells: MappedSheet<CatalogueColumn>,
  row: number,
  key: CatalogueColumn,
  findings: SheetFindings,
): { text: string; at: string } {
  const at = cells.at(row, key);
  const cell = cells.cell(row, key);
  if (cell?.kind === 'error' || cell?.kind === 'uncomputed') {
    const { zh, en } = readMark(cell).fault?.message ?? { zh: '', en: '' };
    findings.block('bad-cell', at, zh, en);
    return { text: '', at };
  }
  if (cell?.kind === 'date' && key !== 'name') {
    // Excel takes 1-01 for the first of January.
    findings.block(
      'bad-cell',
      at,
      'Excel 已把代码变成了日期。请把该列设为“文本”格式后重新填写。',
      'Excel has turned this code into a date. Format the column as text and write it again.',
    );
    return { text: '', at };
  }
  // What no database keeps (a NUL, half a character) becomes what shows that something was there.
  return {
    text: trimBlanks(textOf(cell))
      .replace(/\s+/g, ' ')
      .replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd'),
    at,
  };
}

/** 版本, 注, 合计 and their like under the table: one text alone in its row that begins so. */
function isNote(row: Row): boolean {
  const texts = [...row.cells.values()].map(trimmedTextOf).filter((text) => text !== '');
  return texts.length === 1 && /^(版本|注[:\uff1a]?|说明|备注|来源|合计|总计|共计)/.test(texts[0] ?? '');
}
