import type { Role } from '../account/roles.js';
import type { PlaceChoice, RoleOption } from './choices.js';

/** One row of what was pasted, as far as it was understood. */
export interface BatchRow {
  /** As a spreadsheet counts, from 1. */
  row: number;
  displayName: string;
  login: string;
  roleText: string;
  skillText: string;
  delegationText: string;
  /** What the server takes; null when something is not understood. */
  account: {
    displayName: string;
    login?: string;
    roles: { role: Role; skillId?: string; delegationId?: string }[];
  } | null;
  faults: { code: BatchFault; value: string }[];
}

export type BatchFault =
  | 'noName'
  | 'unknownRole'
  | 'notYours'
  | 'unknownSkill'
  | 'unknownDelegation'
  | 'missingSkill'
  | 'missingDelegation';

/** What the words in the table may stand for. */
export interface BatchWords {
  /** A role by its word in either language, lower case. */
  roleOf: (text: string) => Role | null;
  options: readonly RoleOption[];
  skills: readonly PlaceChoice[];
  delegations: readonly PlaceChoice[];
}

const heads: Record<'name' | 'role' | 'skill' | 'delegation' | 'login', RegExp> = {
  name: /^(姓名|name|full name)$/i,
  role: /^(角色|role)$/i,
  skill: /^(竞赛项目|赛项|项目|skill)$/i,
  delegation: /^(代表团|代表队|delegation)$/i,
  login: /^(账号|登录名|login)$/i,
};

/** Reads a table as a spreadsheet copies it (tabs) or saves it (CSV): headings first, in any order. */
export function readBatch(text: string, words: BatchWords): BatchRow[] {
  const [head = [], ...lines] = cellsOf(text.replace(/^\ufeff/, ''));
  const at = (wanted: RegExp) => head.findIndex((title) => wanted.test(title.trim()));
  const columns = {
    name: at(heads.name),
    role: at(heads.role),
    skill: at(heads.skill),
    delegation: at(heads.delegation),
    login: at(heads.login),
  };
  if (columns.name < 0 || columns.role < 0) return [];
  return lines.flatMap((cells, n) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const cell = (column: number) => (cells[column] ?? '').trim();
    return [
      readRow(
        {
          row: n + 2,
          displayName: cell(columns.name),
          roleText: cell(columns.role),
          skillText: cell(columns.skill),
          delegationText: cell(columns.delegation),
          login: cell(columns.login),
        },
        words,
      ),
    ];
  });
}

function readRow(given: Omit<BatchRow, 'account' | 'faults'>, words: BatchWords): BatchRow {
  const faults: BatchRow['faults'] = [];
  const fault = (code: BatchFault, value = '') => void faults.push({ code, value });
  const role = words.roleOf(given.roleText.toLowerCase());
  const option = words.options.find((one) => one.role === role);
  const skill = find(words.skills, given.skillText);
  const delegation = find(words.delegations, given.delegationText);
  if (given.displayName === '') fault('noName');
  if (role === null) fault('unknownRole', given.roleText);
  else if (!option) fault('notYours', given.roleText);
  if (given.skillText !== '' && !skill) fault('unknownSkill', given.skillText);
  if (given.delegationText !== '' && !delegation) fault('unknownDelegation', given.delegationText);
  const skillId = option?.skillId ?? (option?.skill === 'not' ? undefined : skill?.id);
  const delegationId = option?.delegationId ?? (option?.delegation === 'not' ? undefined : delegation?.id);
  if (option?.skill === 'must' && !skillId && given.skillText === '') fault('missingSkill');
  if (option?.delegation === 'must' && !delegationId && given.delegationText === '')
    fault('missingDelegation');
  const account =
    faults.length > 0 || role === null
      ? null
      : {
          displayName: given.displayName,
          ...(given.login === '' ? {} : { login: given.login }),
          roles: [{ role, ...(skillId ? { skillId } : {}), ...(delegationId ? { delegationId } : {}) }],
        };
  return { ...given, account, faults };
}

const find = (choices: readonly PlaceChoice[], text: string): PlaceChoice | undefined =>
  text === ''
    ? undefined
    : choices.find((one) =>
        [one.code, one.name, one.label].some((name) => name.toLowerCase() === text.toLowerCase()),
      );

/** Cells of tab- or comma-separated lines; quoted cells may hold separators, line breaks and doubled quotes. */
function cellsOf(text: string): string[][] {
  const separator = text.split('\n', 1)[0]?.includes('\t') ? '\t' : ',';
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    line.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) endCell();
    else if (character === '\n') {
      endCell();
      lines.push(line);
      line = [];
    } else if (character !== '\r') cell += character;
  }
  endCell();
  return [...lines, line];
}
