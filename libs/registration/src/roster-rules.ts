import { type MessageParams, type Said, say } from '@luban/platform';
import type { Roster, RosterColumn, RosterRow } from '@luban/workbooks';
import { type CompetitorDraft, competitorFindings, type EntryTerms, personKey } from './entry-rules.js';
import { NameFinder } from './name-finder.js';
import { readDay, readName, readSex } from './roster-cells.js';

export interface RosterSkill {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  teamSize: number;
  ageYearsMax: number | null;
  groups: { id: string; code: string; name: string }[];
}

/** What a roster is read against. */
export interface RosterTerms {
  heldYear: number;
  startsOn: string;
  delegations: { id: string; code: string; name: string; nameEn: string | null }[];
  /** The delegation that every row must be of; null where all may be imported. */
  ownDelegationId: string | null;
  skills: RosterSkill[];
}

/** One fault of a roster at its cell (`D5`). */
export interface RosterFinding {
  code: string;
  severity: 'warning' | 'blocking';
  cell: string;
  row: number;
  column: RosterColumn | null;
  message: Said;
}

/** A row understood as far as it could be. */
export interface RosterPerson {
  row: number;
  delegationId: string | null;
  skillId: string | null;
  groupId: string | null;
  team: string;
  competitor: CompetitorDraft;
}

/** Rows that together are one entry. */
export interface RosterEntry {
  delegationId: string;
  skillId: string;
  groupId: string;
  teamName: string | null;
  people: RosterPerson[];
}

export interface ReadEntries {
  people: RosterPerson[];
  entries: RosterEntry[];
  findings: RosterFinding[];
}

/** Reads a roster's rows against the event: whom they mean, what is wrong with each cell, which rows are one entry. */
export function readEntries(roster: Roster, terms: RosterTerms): ReadEntries {
  return new RosterReading(roster, terms).read();
}

class RosterReading {
  private readonly findings: RosterFinding[] = [];
  private readonly delegations: NameFinder;
  private readonly skills: NameFinder;
  private readonly groups: ReadonlyMap<string, NameFinder>;
  private readonly skillById: ReadonlyMap<string, RosterSkill>;

  constructor(
    private readonly roster: Roster,
    private readonly terms: RosterTerms,
  ) {
    const named = ({
      id,
      name,
      code,
      nameEn,
    }: {
      id: string;
      name: string;
      code: string;
      nameEn?: string | null;
    }) => ({
      id,
      names: [name, code, nameEn ?? null],
    });
    const withShort = terms.delegations.map((d) => ({
      id: d.id,
      names: [...named(d).names, shortArea(d.name)],
    }));
    this.delegations = new NameFinder(withShort, /(代表团|代表队|参赛队)$/);
    this.skills = new NameFinder(terms.skills.map(named), /(项目|赛项)$/);
    this.groups = new Map(
      terms.skills.map((skill) => [skill.id, new NameFinder(skill.groups.map(named), /组$/)]),
    );
    this.skillById = new Map(terms.skills.map((skill) => [skill.id, skill]));
  }

  read(): ReadEntries {
    const people = this.roster.rows.flatMap((row) => this.person(row));
    this.findTwins(people);
    const entries = this.entriesOf(people);
    return { people, entries, findings: this.findings };
  }

  private person(row: RosterRow): RosterPerson[] {
    const text = (column: RosterColumn) => row.cells[column]?.text ?? '';
    if (text('role') !== '' && !/选手|参赛|competitor/i.test(text('role'))) {
      this.add(row.row, 'role', 'warning', 'registration.roster-not-a-competitor', { text: text('role') });
      return [];
    }
    const skill = this.skillOf(row.row, text('skill'));
    const competitor = this.competitor(row.row, text, skill);
    return [
      {
        row: row.row,
        delegationId: this.delegationOf(row.row, text('delegation')),
        skillId: skill?.id ?? null,
        groupId: skill ? this.groupOf(row.row, skill, text('group')) : null,
        team: text('team'),
        competitor,
      },
    ];
  }

  private competitor(
    row: number,
    text: (column: RosterColumn) => string,
    skill: RosterSkill | null,
  ): CompetitorDraft {
    const birthDate = text('birthDate') === '' ? null : readDay(text('birthDate'));
    const sex = text('gender') === '' ? null : readSex(text('gender'));
    const competitor = {
      name: readName(text('name')),
      nameLatin: null,
      sex,
      birthDate,
      unit: text('unit') || null,
    };
    if (text('gender') !== '' && sex === null)
      this.add(row, 'gender', 'blocking', 'registration.roster-sex-unreadable');
    const unreadable = text('birthDate') !== '' && birthDate === null;
    if (unreadable)
      this.add(row, 'birthDate', 'blocking', 'registration.roster-date-unreadable', {
        text: text('birthDate'),
      });
    const { heldYear, startsOn } = this.terms;
    const asked: EntryTerms = {
      teamSize: skill?.teamSize ?? 1,
      ageYearsMax: skill?.ageYearsMax ?? null,
      heldYear,
      startsOn,
    };
    for (const found of competitorFindings(competitor, asked)) {
      if (unreadable && found.path === 'birthDate') continue;
      const column = found.path === 'birthDate' ? 'birthDate' : found.path === 'unit' ? 'unit' : 'name';
      this.findings.push({ ...found, row, column, cell: this.cell(row, column) });
    }
    return competitor;
  }

  private delegationOf(row: number, text: string): string | null {
    const own = this.terms.delegations.find(({ id }) => id === this.terms.ownDelegationId);
    if (text === '') {
      if (!own) this.add(row, 'delegation', 'blocking', 'registration.roster-delegation-missing');
      return own?.id ?? null;
    }
    const found = this.delegations.find(text);
    if (own && !('id' in found && found.id === own.id)) {
      this.add(row, 'delegation', 'blocking', 'registration.roster-other-delegation', {
        text,
        own: own.name,
      });
      return null;
    }
    if ('id' in found) return found.id;
    this.addUnknown(row, 'delegation', text, found.suggestion);
    return null;
  }

  private skillOf(row: number, text: string): RosterSkill | null {
    const [only, another] = this.terms.skills;
    if (text === '') {
      if (only && !another) return only;
      this.add(row, 'skill', 'blocking', 'registration.roster-skill-missing');
      return null;
    }
    const found = this.skills.find(text);
    if ('id' in found) return this.skillById.get(found.id) ?? null;
    this.addUnknown(row, 'skill', text, found.suggestion);
    return null;
  }

  private groupOf(row: number, skill: RosterSkill, text: string): string | null {
    const [only, another] = skill.groups;
    const choices = skill.groups.map(({ name }) => name).join('、');
    if (text === '') {
      if (only && !another) return only.id;
      this.add(row, 'group', 'blocking', 'registration.roster-group-missing', { choices });
      return null;
    }
    const found = this.groups.get(skill.id)?.find(text);
    if (found && 'id' in found) return found.id;
    this.add(row, 'group', 'blocking', 'registration.roster-group-unknown', { text, choices });
    return null;
  }

  /** The same person twice in this roster: in one skill of a delegation it bars, elsewhere it warns. */
  private findTwins(people: readonly RosterPerson[]): void {
    const first = new Map<string, RosterPerson[]>();
    for (const person of people) {
      if (person.competitor.name === '') continue;
      const key = personKey(person.competitor);
      const earlier = first.get(key) ?? [];
      const same = earlier.find(
        ({ delegationId, skillId }) => delegationId === person.delegationId && skillId === person.skillId,
      );
      const [other] = earlier;
      if (same) this.add(person.row, 'name', 'blocking', 'registration.roster-twice-here', { row: same.row });
      else if (other)
        this.add(person.row, 'name', 'warning', 'registration.roster-elsewhere-here', { row: other.row });
      first.set(key, [...earlier, person]);
    }
  }

  /** Each row of an individual skill is an entry; rows of a pair or trio belong together by 队伍, or name each other there. */
  private entriesOf(people: readonly RosterPerson[]): RosterEntry[] {
    const teams = new Map<string, RosterPerson[]>();
    for (const person of people) {
      const skill = person.skillId ? this.skillById.get(person.skillId) : undefined;
      if (!skill || !person.delegationId) continue;
      const key = skill.teamSize === 1 ? `row ${person.row}` : this.teamKey(person, people);
      if (key === null) this.add(person.row, 'team', 'blocking', 'registration.roster-team-missing');
      else teams.set(key, [...(teams.get(key) ?? []), person]);
    }
    return [...teams.values()].flatMap((team) => this.entryOf(team));
  }

  private teamKey(person: RosterPerson, people: readonly RosterPerson[]): string | null {
    if (person.team === '') return null;
    const place = `${person.delegationId} ${person.skillId}`;
    const named = person.team
      .split(/[、,，;；/\s]+/)
      .map(readName)
      .filter(Boolean);
    const mates = this.namesBeside(people).get(place) ?? new Set();
    const byNames =
      named.length > 0 && named.every((name) => mates.has(name) && name !== person.competitor.name);
    if (!byNames) return `${place} ${person.team.normalize('NFKC').toLowerCase()}`;
    return `${place} ${[...new Set([...named, person.competitor.name])].sort().join(' ')}`;
  }

  private beside: Map<string, Set<string>> | null = null;

  /** The names of each delegation's people in each skill. */
  private namesBeside(people: readonly RosterPerson[]): Map<string, Set<string>> {
    if (this.beside) return this.beside;
    this.beside = new Map();
    for (const { delegationId, skillId, competitor } of people) {
      const place = `${delegationId} ${skillId}`;
      this.beside.set(place, (this.beside.get(place) ?? new Set()).add(competitor.name));
    }
    return this.beside;
  }

  private entryOf(team: RosterPerson[]): RosterEntry[] {
    const [first] = team as [RosterPerson];
    const skill = this.skillById.get(first.skillId ?? '');
    if (!skill || !first.delegationId) return [];
    const params = { team: first.team, given: team.length, wanted: skill.teamSize };
    if (team.length !== skill.teamSize)
      this.add(first.row, 'team', 'blocking', 'registration.roster-team-size', params);
    const groupIds = new Set(team.map(({ groupId }) => groupId));
    if (groupIds.size > 1)
      this.add(first.row, 'group', 'blocking', 'registration.roster-team-groups', params);
    if (!first.groupId) return [];
    const teamName =
      skill.teamSize > 1 && !team.some(({ competitor }) => first.team.includes(competitor.name))
        ? first.team
        : null;
    return [
      { delegationId: first.delegationId, skillId: skill.id, groupId: first.groupId, teamName, people: team },
    ];
  }

  private addUnknown(
    row: number,
    column: 'delegation' | 'skill',
    text: string,
    suggestion: string | null,
  ): void {
    const kind = suggestion === null ? 'unknown' : 'perhaps';
    this.add(row, column, 'blocking', `registration.roster-${column}-${kind}`, { text, suggestion });
  }

  private add(
    row: number,
    column: RosterColumn,
    severity: RosterFinding['severity'],
    code: string,
    params: MessageParams = {},
  ): void {
    this.findings.push({
      code,
      severity,
      row,
      column,
      cell: this.cell(row, column),
      message: say(code, params),
    });
  }

  private cell(row: number, column: RosterColumn): string {
    return cellOf(this.roster, row, column);
  }
}

/** 江苏省代表团 → 江苏: how people write an area for short. */
const shortArea = (name: string): string | null =>
  /^(.{2,}?)(?:省|市|(?:壮族|回族|维吾尔)?自治区)(?:代表团|代表队)?$/.exec(name)?.[1] ?? null;

/** A cell's address; a column that the sheet does not have stands for its first one. */
export const cellOf = (roster: Roster, row: number, column: RosterColumn): string =>
  `${roster.mapping.columns[column] ?? roster.mapping.columns.name ?? 'A'}${row}`;
