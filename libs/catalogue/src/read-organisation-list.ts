import type { Organisation } from '@luban/identity';
import type { CatalogueColumn, CatalogueList, CatalogueRow } from '@luban/workbooks';
import { placeOfCode } from './catalogue-codes.js';
import {
  type Draft,
  type Facts,
  isReadable,
  type ListFindings,
  readName,
  shown,
  textIn,
} from './list-draft.js';

const kinds: readonly [Organisation['kind'], RegExp][] = [
  ['ministry', /^(部委|国务院(有关)?部门|中央国家机关|ministry)$/i],
  ['bureau', /^(主管部门|人社部门|政府部门|地方部门|厅局|bureau)$/i],
  ['association', /^((国家级)?(行业)?协会|学会|协会[、/]?学会|联合会|association)$/i],
  ['centralEnterprise', /^(中央企业(集团)?|央企|central ?enterprise( group)?)$/i],
  ['massOrganisation', /^(群团组织|群团|人民团体|mass ?organisation)$/i],
  ['enterprise', /^(企业|公司|enterprise|company)$/i],
  ['school', /^(院校|学校|技工院校|职业院校|高等院校|school)$/i],
  ['other', /^(其他|其它|other)$/i],
];

/** The codes that exist, each with its name. */
export interface KnownCodes {
  divisions: ReadonlyMap<string, string>;
  industries: ReadonlyMap<string, string>;
}

/** Reads a list of organisations. Names are their keys; what is wrong with the cells goes into `findings`. */
export function readOrganisationList(
  list: CatalogueList,
  known: KnownCodes,
  findings: ListFindings,
): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  for (const row of list.rows) {
    const name = readName(row, findings);
    const facts = factsOf(row, list, known, findings);
    if (name === null) continue;
    const before = drafts.get(name);
    if (before) findings.block(row, 'name', 'catalogue.name-twice', { name: shown(name), row: before.row });
    else drafts.set(name, { key: name, row: row.row, facts });
  }
  return drafts;
}

function factsOf(
  row: CatalogueRow,
  { columns }: CatalogueList,
  known: KnownCodes,
  findings: ListFindings,
): Facts {
  const facts: Facts = { kind: kindOf(row, findings) };
  for (const [column, max] of [
    ['shortName', 50],
    ['nameEn', 200],
  ] as const) {
    if (!columns.includes(column)) continue;
    const text = textIn(row, column);
    if (!isReadable(row, column, findings)) continue;
    if (text.length > max) findings.block(row, column, 'catalogue.text-unfit', { max });
    facts[column] = text || null;
  }
  if (columns.includes('divisionCode'))
    facts.divisionCode = codeIn(row, 'divisionCode', 'divisions', known, findings);
  if (columns.includes('industryCode'))
    facts.industryCode = codeIn(row, 'industryCode', 'industries', known, findings);
  return facts;
}

function kindOf(row: CatalogueRow, findings: ListFindings): Organisation['kind'] | null {
  const text = textIn(row, 'kind');
  if (text === '') {
    findings.block(row, 'kind', 'catalogue.kind-missing');
    return null;
  }
  const found = kinds.find(([, words]) => words.test(text.normalize('NFKC')));
  if (!found) findings.block(row, 'kind', 'catalogue.kind-unknown', { text: shown(text) });
  return found?.[0] ?? null;
}

function codeIn(
  row: CatalogueRow,
  column: CatalogueColumn,
  kind: 'divisions' | 'industries',
  known: KnownCodes,
  findings: ListFindings,
): string | null {
  const text = textIn(row, column);
  if (text === '') return null;
  const code = placeOfCode(kind, text)?.code;
  if (code === undefined)
    findings.block(
      row,
      column,
      kind === 'divisions' ? 'catalogue.division-code' : 'catalogue.industry-code',
      { text: shown(text) },
    );
  else if (!known[kind].has(code))
    findings.block(
      row,
      column,
      kind === 'divisions' ? 'catalogue.division-unknown' : 'catalogue.industry-unknown',
      { code },
    );
  return code ?? null;
}
