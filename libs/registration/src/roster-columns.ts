import { Invalid } from '@luban/platform';
import type { RosterColumn, RosterMapping } from '@luban/workbooks';
import type { RosterColumnsDto } from './roster.dto.js';

/** Columns as a person chose them: known meanings and letters only. */
export function columnsChosen({ sheet, headingRow, columns, headings }: RosterColumnsDto): RosterMapping {
  const chosen = Object.entries(columns);
  const fits = chosen.every(([key, letters]) => isRosterColumn(key) && /^[A-Z]{1,3}$/.test(String(letters)));
  const told = Object.values(headings).every((heading) => typeof heading === 'string');
  if (!fits || !told) throw new Invalid('registration.roster-columns-unfit');
  return { sheet, headingRow, columns: Object.fromEntries(chosen), headings };
}

const isRosterColumn = (key: string): key is RosterColumn => rosterColumns.has(key);
const rosterColumns: ReadonlySet<string> = new Set<RosterColumn>([
  'delegation',
  'skill',
  'group',
  'name',
  'gender',
  'birthDate',
  'unit',
  'team',
  'role',
  'coach',
  'level',
  'note',
]);
