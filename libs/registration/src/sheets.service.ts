import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { dayIn, eventOf, skillOf } from '@luban/events';
import { assertMay, mayAt } from '@luban/identity';
import { Refused } from '@luban/platform';
import { writeTable } from '@luban/workbooks';
import { DataSource, type EntityManager } from 'typeorm';
import { seedHash } from './draw-writing.js';
import { assertMarksNothing } from './floor-access.js';
import {
  checkInSheet,
  drawSheet,
  type SheetEntry,
  type SheetFacts,
  type SheetPlace,
  type SheetSession,
  workstationSheet,
} from './sheet-building.js';
import type { SheetKind, SheetQuery, SheetReply } from './sheet.dto.js';

const builders: Record<SheetKind, (facts: SheetFacts) => SheetReply> = {
  'check-in': checkInSheet,
  workstations: workstationSheet,
  draw: drawSheet,
};

/** The paper of registration: 检录表, 赛位表, 抽签登记表, on screen for print and as a workbook. */
@Injectable()
export class Sheets {
  constructor(private readonly db: DataSource) {}

  /** Names only for host, organiser and check-in desk. Before the draw there is a check-in sheet only. */
  async read(actor: Actor, eventId: string, kind: SheetKind, query: SheetQuery): Promise<SheetReply> {
    return this.db.transaction(async (tx) => {
      const { skillId } = query;
      await skillOf(tx, actor, eventId, skillId);
      const place = { eventId, skillId };
      if (!mayAt(actor, 'entries.review', place))
        assertMay(actor, kind === 'check-in' ? 'checkIn.record' : 'draw.read', place);
      assertMarksNothing(actor, eventId, skillId);
      const named =
        kind !== 'workstations' &&
        (mayAt(actor, 'entries.review', place) || mayAt(actor, 'checkIn.record', place));
      const facts = await readFacts(tx, actor, eventId, query, named);
      if (kind !== 'check-in' && !facts.draw) throw new Refused('registration.sheet-too-early');
      return builders[kind](facts);
    });
  }

  /** The same as an .xlsx file, one sheet for each table. */
  async workbook(
    actor: Actor,
    eventId: string,
    kind: SheetKind,
    query: SheetQuery,
  ): Promise<{ bytes: Buffer; fileName: string }> {
    const reply = await this.read(actor, eventId, kind, query);
    const language = query.language ?? 'zh';
    const bytes = await writeTable(
      reply.tables.map((table, at) => ({
        sheet: reply.tables.length > 1 ? `${at + 1} ${table.title[language]}` : reply.title[language],
        title: reply.title[language],
        subtitles: [...reply.subtitles.map((line) => line[language]), table.title[language]],
        columns: reply.columns.map(({ heading, width, align }) => ({
          heading: heading[language],
          width,
          align,
        })),
        // The first column counts the rows.
        rows: table.rows.map(([number, ...cells]) => [Number(number), ...cells.map((cell) => cell || null)]),
        footer: [...reply.notes.map((line) => line[language]), signatureLine(reply, language)],
        versionCode: reply.versionCode,
        orientation: reply.landscape ? ('landscape' as const) : ('portrait' as const),
      })),
    );
    return {
      bytes,
      fileName: `${reply.title[language]} ${reply.subtitles[1]?.[language] ?? ''} ${reply.versionCode}.xlsx`,
    };
  }
}

const signatureLine = ({ signatures }: SheetReply, language: 'zh' | 'en'): string =>
  [...signatures, { zh: '日期', en: 'Date' }]
    .map((who) => (language === 'zh' ? `${who.zh}：__________` : `${who.en}: __________`))
    .join('    ');

async function readFacts(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  query: SheetQuery,
  named: boolean,
): Promise<SheetFacts> {
  const event = await eventOf(tx, actor, eventId);
  const skill = await skillOf(tx, actor, eventId, query.skillId);
  const at = [eventId, skill.id];
  const [venue] = (await tx.query(`SELECT name FROM venue WHERE event_id = $1 AND id = $2`, [
    eventId,
    skill.venueId,
  ])) as { name: string }[];
  const modules: SheetFacts['modules'] = await tx.query(
    `SELECT id, code, name FROM module WHERE event_id = $1 AND skill_id = $2 AND ($3::uuid IS NULL OR id = $3) ORDER BY position, code`,
    [...at, query.moduleId ?? null],
  );
  const sessions: (Omit<SheetSession, 'when'> & { startsAt: Date; endsAt: Date })[] = await tx.query(
    `SELECT s.id, s.module_id AS "moduleId", s.name, s.starts_at AS "startsAt", s.ends_at AS "endsAt"
       FROM session s JOIN module m ON m.event_id = s.event_id AND m.id = s.module_id
      WHERE s.event_id = $1 AND s.skill_id = $2 AND ($3::uuid IS NULL OR s.module_id = $3) AND ($4::uuid IS NULL OR s.id = $4)
      ORDER BY m.position, m.code, s.starts_at, s.id`,
    [...at, query.moduleId ?? null, query.sessionId ?? null],
  );
  const entries: SheetEntry[] = await tx.query(
    `SELECT e.id, e.entry_number AS "entryNumber", g.name AS "groupName", e.team_name AS "teamName", d.name AS "delegationName",
            coalesce((SELECT json_agg(json_build_object('name', p.name, 'sex', p.sex, 'unit', k.unit) ORDER BY k.position)
                FROM competitor k JOIN person p ON p.id = k.person_id
               WHERE k.event_id = e.event_id AND k.entry_id = e.id), '[]') AS people
       FROM entry e
       JOIN skill_group g ON g.event_id = e.event_id AND g.id = e.group_id
       JOIN delegation d ON d.event_id = e.event_id AND d.id = e.delegation_id
      WHERE e.event_id = $1 AND e.skill_id = $2 AND e.state = 'accepted'
        AND (e.status <> 'withdrawn' OR e.entry_number IS NOT NULL)
      ORDER BY e.entry_number NULLS LAST, d.position, e.id`,
    at,
  );
  const places: SheetPlace[] = await tx.query(
    `SELECT p.entry_id AS "entryId", p.module_id AS "moduleId", p.session_id AS "sessionId", w.code AS "workstationCode",
            coalesce((SELECT c.status FROM check_in c WHERE c.event_id = p.event_id AND c.entry_id = p.entry_id AND c.module_id = p.module_id
                       ORDER BY c.at DESC, c.id DESC LIMIT 1), 'entered') AS status,
            coalesce((SELECT json_agg(json_build_object('from', o.code, 'reason', v.reason) ORDER BY v.at DESC)
                FROM placement_move v LEFT JOIN workstation o ON o.event_id = v.event_id AND o.id = v.from_workstation_id
               WHERE v.event_id = p.event_id AND v.placement_id = p.id), '[]') AS moves
       FROM placement p LEFT JOIN workstation w ON w.event_id = p.event_id AND w.id = p.workstation_id
      WHERE p.event_id = $1 AND p.skill_id = $2`,
    at,
  );
  const [draw] = (await tx.query(
    `SELECT d.seed, d.code_seed AS "codeSeed", d.inputs_hash AS "inputsHash", d.at, a.display_name AS "byName"
       FROM draw d LEFT JOIN account a ON a.id = d."by"
      WHERE d.event_id = $1 AND d.skill_id = $2 AND d.superseded_at IS NULL AND d.kind = 'full'`,
    at,
  )) as { seed: string; codeSeed: string; inputsHash: string; at: Date; byName: string | null }[];
  const show = (from: Date, to?: Date) =>
    `${dayIn(from, event.timeZone)} ${timeIn(from, event.timeZone)}${to ? `–${timeIn(to, event.timeZone)}` : ''}`;
  return {
    eventName: event.name,
    demo: event.demo,
    skill,
    venueName: venue?.name ?? null,
    modules,
    sessions: sessions.map(({ startsAt, endsAt, ...session }) => ({
      ...session,
      when: show(startsAt, endsAt),
    })),
    entries,
    places,
    draw: draw
      ? {
          seed: draw.seed,
          inputsHash: draw.inputsHash,
          codeSeedHash: seedHash(draw.codeSeed),
          at: show(draw.at),
          byName: draw.byName,
        }
      : null,
    named,
  };
}

const timeIn = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
