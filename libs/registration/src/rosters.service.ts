import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { type CompetitionEvent, eventOf, groupsOf, skillsOf } from '@luban/events';
import { assertMayInEvent, grantsFor } from '@luban/identity';
import { Clock, Invalid, newId, NotFound } from '@luban/platform';
import { readRoster, type Roster, WorkbookError, writeRosterTemplate } from '@luban/workbooks';
import { DataSource, type EntityManager } from 'typeorm';
import { assertAdmitted, runsRegistration } from './entry-access.js';
import { insertEntries, type NewEntry } from './entry-writing.js';
import { lockDelegations } from './quotas.js';
import { columnsChosen } from './roster-columns.js';
import { type Clashes, clashesOf, readStanding } from './roster-against-event.js';
import type {
  RosterColumnsDto,
  RosterImport,
  RosterPreview,
  RosterRequest,
  RosterRowReply,
} from './roster.dto.js';
import { type ReadEntries, readEntries, type RosterFinding, type RosterTerms } from './roster-rules.js';

/** A roster as it arrives: a file, or pasted text. */
export type RosterSource = Uint8Array | { pasted: string };

const rowsMax = 10_000;

interface Reading extends ReadEntries, Clashes {
  roster: Roster;
  terms: RosterTerms;
  findings: RosterFinding[];
}

/** Rosters 报名名单: previewed cell by cell, then imported whole or not at all. */
@Injectable()
export class Rosters {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What importing would do, with a finding for each bad cell; nothing is kept. */
  async preview(
    actor: Actor,
    eventId: string,
    source: RosterSource,
    request: RosterRequest,
  ): Promise<RosterPreview> {
    const roster = await rosterOf(source, request.mapping);
    return this.db.transaction(async (tx) => previewOf(await this.read(tx, actor, eventId, roster, request)));
  }

  /**
   * Imports a roster whole or not at all: with a blocking finding nothing is written, and all are named. Entries that
   * exist already, exactly so, are left as they are; the same roster twice enters nobody twice.
   */
  async import(
    actor: Actor,
    eventId: string,
    source: RosterSource,
    request: RosterRequest,
  ): Promise<RosterImport> {
    const arrivedAt = this.clock.now();
    const roster = await rosterOf(source, request.mapping);
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      assertMayInEvent(actor, 'entries.edit', eventId);
      const own = this.ownDelegation(actor, eventId, request);
      await lockDelegations(tx, eventId, own ? [own] : 'all');
      const reading = await this.read(tx, actor, eventId, roster, request);
      assertNoneBlocking(reading);
      const lateReason = await this.admitAll(
        tx,
        actor,
        event,
        reading,
        arrivedAt,
        request.lateReason ?? null,
      );
      const state = request.submit ? ('submitted' as const) : ('draft' as const);
      const entries = reading.fresh.map(({ people, ...entry }): NewEntry => ({
        ...entry,
        id: newId(),
        state,
        lateReason,
        competitors: people.map(({ competitor }) => competitor),
      }));
      await insertEntries(tx, eventId, entries, actor.accountId, arrivedAt);
      await this.audit.recordMany(
        tx,
        actor,
        'entry.imported',
        entries.map(({ id, delegationId, skillId, groupId }) => ({
          eventId,
          skillId,
          subjectType: 'entry',
          subjectId: id,
          after: { delegationId, skillId, groupId, state },
          reason: lateReason,
        })),
      );
      return { counts: countsOf(reading), findings: reading.findings };
    });
  }

  /** An empty roster with the event's own delegations, skills and groups to choose from. */
  async template(actor: Actor, eventId: string): Promise<Buffer> {
    const tx = this.db.manager;
    await eventOf(tx, actor, eventId);
    assertMayInEvent(actor, 'entries.edit', eventId);
    const own = this.ownDelegation(actor, eventId, {});
    const terms = await this.terms(tx, actor, eventId, own);
    return writeRosterTemplate({
      delegations: terms.delegations.filter(({ id }) => !own || id === own).map(({ name }) => name),
      skills: terms.skills.map(({ name }) => name),
      groups: [...new Set(terms.skills.flatMap(({ groups }) => groups.map(({ name }) => name)))],
    });
  }

  private async read(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    roster: Roster,
    request: RosterRequest,
  ): Promise<Reading> {
    await eventOf(tx, actor, eventId);
    assertMayInEvent(actor, 'entries.edit', eventId);
    const terms = await this.terms(tx, actor, eventId, this.ownDelegation(actor, eventId, request));
    const read = readEntries(roster, terms);
    const clashes = clashesOf(roster, read.entries, await readStanding(tx, eventId), terms);
    const sheet = roster.findings.map((f) => ({
      ...f,
      code: `registration.sheet-${f.code}`,
      row: Number(/\d+$/.exec(f.cell)?.[0] ?? 0),
      column: null,
    }));
    const findings = [...sheet, ...read.findings, ...clashes.findings].sort(
      (a, b) => a.row - b.row || (a.cell < b.cell ? -1 : 1),
    );
    return { ...read, ...clashes, roster, terms, findings };
  }

  /** The delegation that all rows are of: a leader's own, or the one an organiser names. */
  private ownDelegation(actor: Actor, eventId: string, request: RosterRequest): string | null {
    if (runsRegistration(actor, eventId)) return request.delegationId ?? null;
    const own = grantsFor(actor, 'entries.edit').flatMap((g) =>
      g.eventId === eventId && g.delegationId ? [g.delegationId] : [],
    );
    const chosen = request.delegationId ?? own[0];
    if (!chosen || !own.includes(chosen)) throw new NotFound('registration.delegation-not-found');
    return chosen;
  }

  private async terms(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    ownDelegationId: string | null,
  ): Promise<RosterTerms> {
    const event = await eventOf(tx, actor, eventId);
    const skills = await skillsOf(tx, actor, eventId);
    const groups = await groupsOf(tx, eventId);
    const delegations: RosterTerms['delegations'] = await tx.query(
      `SELECT id, code, name, name_en AS "nameEn" FROM delegation WHERE event_id = $1 ORDER BY position, code`,
      [eventId],
    );
    return {
      heldYear: event.heldYear,
      startsOn: event.startsOn,
      delegations,
      ownDelegationId,
      skills: skills.map((skill) => ({
        ...skill,
        groups: groups.filter(({ skillId }) => skillId === skill.id),
      })),
    };
  }

  /** Admission skill by skill; answers the reason to write where the import is late. */
  private async admitAll(
    tx: EntityManager,
    actor: Actor,
    event: CompetitionEvent,
    { fresh }: Reading,
    arrivedAt: Date,
    lateReason: string | null,
  ): Promise<string | null> {
    let late = false;
    for (const skillId of new Set(fresh.map((entry) => entry.skillId))) {
      late = (await assertAdmitted(tx, actor, event, skillId, arrivedAt, lateReason)) === 'late' || late;
    }
    return late ? lateReason : null;
  }
}

/** Reads the cells; a file that is no roster is a fault of the request, in the words of who tried to read it. */
async function rosterOf(source: RosterSource, wish?: RosterColumnsDto): Promise<Roster> {
  try {
    const roster = await readRoster(source, wish ? columnsChosen(wish) : undefined);
    const count = roster.rows.length;
    if (count === 0) throw new Invalid('registration.roster-empty');
    if (count > rowsMax) throw new Invalid('registration.roster-too-long', { count, max: rowsMax });
    return roster;
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw new Invalid('registration.roster-unreadable', {
      reason: error.code,
      detailZh: error.said.zh,
      detailEn: error.said.en,
    });
  }
}

function assertNoneBlocking({ findings }: Reading): void {
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  if (blocking.length === 0) return;
  const errors = blocking.map(({ cell, code, message }) => ({ path: cell, code, message }));
  throw new Invalid('registration.roster-faulty', { count: blocking.length }, { errors, findings });
}

function countsOf({ people, fresh, entered, findings }: Reading): RosterPreview['counts'] {
  return {
    rows: people.length,
    entries: fresh.length,
    competitors: fresh.reduce((sum, entry) => sum + entry.people.length, 0),
    entered: entered.length,
    blocking: findings.filter(({ severity }) => severity === 'blocking').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}

function previewOf(reading: Reading): RosterPreview {
  const { roster, terms, people, entered, findings } = reading;
  const nameOf = (things: readonly { id: string; name: string }[], id: string | null) =>
    things.find((thing) => thing.id === id)?.name ?? null;
  const groups = terms.skills.flatMap((skill) => skill.groups);
  const there = new Set(entered.flatMap((entry) => entry.people.map(({ row }) => row)));
  const faulty = new Set(findings.filter(({ severity }) => severity === 'blocking').map(({ row }) => row));
  return {
    mapping: { ...roster.mapping, columns: { ...roster.mapping.columns } },
    encoding: roster.encoding,
    counts: countsOf(reading),
    rows: people.map(({ row, competitor, team, ...at }): RosterRowReply => ({
      row,
      delegationName: nameOf(terms.delegations, at.delegationId),
      skillName: nameOf(terms.skills, at.skillId),
      groupName: nameOf(groups, at.groupId),
      team,
      name: competitor.name,
      sex: competitor.sex,
      birthDate: competitor.birthDate,
      unit: competitor.unit,
      outcome: faulty.has(row) ? 'faulty' : there.has(row) ? 'entered' : 'new',
    })),
    findings,
  };
}
