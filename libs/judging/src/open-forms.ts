import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { type SeatedTeam, seatsFor } from './seats.js';

interface Wanted {
  sub_criterion_id: string;
  work_id: string;
  scheme_id: string;
  team_id: string;
  compatriot_mode: 'open' | 'coded';
  delegation_id: string;
  form_id: string | null;
  form_team_id: string | null;
  revision: number | null;
}

/**
 * The job `openForms`: makes what marking needs – one form for each sub-criterion of the scheme in force and each work
 * of its module, with a judge in each seat. Running it again is harmless; forms that carry marks are never touched.
 */
@Injectable()
export class OpenForms {
  constructor(private readonly db: DataSource) {}

  async run(eventId: string, skillId: string): Promise<{ forms: number }> {
    return this.db.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [skillId]);
      await this.removeOrphans(tx, eventId, skillId);
      const wanted = await this.wanted(tx, eventId, skillId);
      const teams = await teamsOf(tx, eventId, skillId);
      const missing = wanted.filter((w) => !w.form_id);
      // Ids in no order: forms sorted by id must not come out in the order of their codes.
      for (const form of shuffled(missing)) form.form_id = newId();
      await this.insertForms(tx, eventId, skillId, missing);
      const unmarked = wanted.filter((w) => !w.revision);
      await this.moveToTeam(
        tx,
        eventId,
        unmarked.filter((w) => w.form_team_id && w.form_team_id !== w.team_id),
      );
      await this.seat(tx, eventId, unmarked, teams);
      return { forms: missing.length };
    });
  }

  /** A redraw may leave works that nobody made, and a new scheme sub-criteria of an old one. */
  private async removeOrphans(tx: EntityManager, eventId: string, skillId: string): Promise<void> {
    const orphans = `SELECT f.id FROM marking_form f
      JOIN marking_scheme s ON s.event_id = f.event_id AND s.id = f.scheme_id
      JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
      LEFT JOIN blind_code b ON b.event_id = f.event_id AND b.work_id = f.work_id
      WHERE f.event_id = $1 AND f.skill_id = $2 AND f.revision = 0
        AND (b.work_id IS NULL OR w.superseded_at IS NOT NULL OR s.state <> 'inForce')
        AND NOT EXISTS (SELECT 1 FROM paper_entry p WHERE p.event_id = f.event_id AND p.form_id = f.id)
        AND NOT EXISTS (SELECT 1 FROM mark_note n WHERE n.event_id = f.event_id AND n.form_id = f.id)`;
    await tx.query(`DELETE FROM marking_form_seat WHERE event_id = $1 AND form_id IN (${orphans})`, [
      eventId,
      skillId,
    ]);
    await tx.query(`DELETE FROM marking_form WHERE event_id = $1 AND id IN (${orphans})`, [eventId, skillId]);
  }

  private wanted(tx: EntityManager, eventId: string, skillId: string): Promise<Wanted[]> {
    return tx.query(
      `SELECT sc.id AS sub_criterion_id, w.id AS work_id, sc.scheme_id, sc.team_id, sc.compatriot_mode,
              e.delegation_id, f.id AS form_id, f.team_id AS form_team_id, f.revision
       FROM sub_criterion sc
       JOIN marking_scheme s ON s.event_id = sc.event_id AND s.id = sc.scheme_id AND s.state = 'inForce'
       JOIN work w ON w.event_id = sc.event_id AND w.module_id = sc.module_id AND w.superseded_at IS NULL
       JOIN blind_code b ON b.event_id = w.event_id AND b.work_id = w.id
       JOIN entry e ON e.event_id = b.event_id AND e.id = b.entry_id
       LEFT JOIN marking_form f ON f.event_id = sc.event_id AND f.sub_criterion_id = sc.id AND f.work_id = w.id
       WHERE sc.event_id = $1 AND sc.skill_id = $2 AND sc.team_id IS NOT NULL
       ORDER BY sc.position, w.code`,
      [eventId, skillId],
    );
  }

  private async insertForms(
    tx: EntityManager,
    eventId: string,
    skillId: string,
    forms: Wanted[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO marking_form (event_id, id, skill_id, scheme_id, sub_criterion_id, work_id, team_id)
       SELECT $1, n.id, $2, n.scheme_id, n.sub_criterion_id, n.work_id, n.team_id
       FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[])
         AS n(id, scheme_id, sub_criterion_id, work_id, team_id)`,
      [
        eventId,
        skillId,
        forms.map((f) => f.form_id),
        forms.map((f) => f.scheme_id),
        forms.map((f) => f.sub_criterion_id),
        forms.map((f) => f.work_id),
        forms.map((f) => f.team_id),
      ],
    );
  }

  private async moveToTeam(tx: EntityManager, eventId: string, forms: Wanted[]): Promise<void> {
    await tx.query(
      `UPDATE marking_form f SET team_id = n.team_id
       FROM unnest($2::uuid[], $3::uuid[]) AS n(id, team_id)
       WHERE f.event_id = $1 AND f.id = n.id AND f.revision = 0`,
      [eventId, forms.map((f) => f.form_id), forms.map((f) => f.team_id)],
    );
  }

  private async seat(
    tx: EntityManager,
    eventId: string,
    forms: Wanted[],
    teams: Map<string, SeatedTeam>,
  ): Promise<void> {
    const formIds: string[] = [];
    const seats: number[] = [];
    const judgeIds: string[] = [];
    for (const form of forms) {
      const team = teams.get(form.team_id);
      if (!team || !form.form_id) continue;
      // A seat that no stand-in can take stays empty: the pre-flight check names it before the competition starts.
      const { seats: judges, unfilled } = seatsFor(team, form.compatriot_mode, form.delegation_id);
      judges.forEach((judgeId, index) => {
        if (unfilled.includes(index + 1)) return;
        formIds.push(form.form_id ?? '');
        seats.push(index + 1);
        judgeIds.push(judgeId);
      });
    }
    const ids = forms.flatMap((f) => (f.form_id ? [f.form_id] : []));
    await tx.query(
      `DELETE FROM marking_form_seat s USING marking_form f
       WHERE s.event_id = $1 AND s.form_id = ANY($2) AND f.event_id = s.event_id AND f.id = s.form_id AND f.revision = 0`,
      [eventId, ids],
    );
    await tx.query(
      `INSERT INTO marking_form_seat (event_id, form_id, seat, judge_id)
       SELECT $1, n.form_id, n.seat, n.judge_id
       FROM unnest($2::uuid[], $3::int[], $4::uuid[]) AS n(form_id, seat, judge_id)
       JOIN marking_form f ON f.event_id = $1 AND f.id = n.form_id AND f.revision = 0
       ON CONFLICT DO NOTHING`,
      [eventId, formIds, seats, judgeIds],
    );
  }
}

/** Each team of a skill with the delegations its members may not mark: their own and those of declared conflicts. */
async function teamsOf(
  tx: EntityManager,
  eventId: string,
  skillId: string,
): Promise<Map<string, SeatedTeam>> {
  const rows: {
    team_id: string;
    judge_id: string;
    part: 'member' | 'standIn';
    barred: string[];
  }[] = await tx.query(
    `SELECT m.team_id, m.judge_id, m.part,
            array_remove(array_agg(c.delegation_id) || j.delegation_id, NULL) AS barred
     FROM marking_team t
     JOIN marking_team_member m ON m.event_id = t.event_id AND m.team_id = t.id
     JOIN judge j ON j.event_id = m.event_id AND j.id = m.judge_id
     LEFT JOIN conflict c ON c.event_id = j.event_id AND c.judge_id = j.id AND c.ended_at IS NULL
     WHERE t.event_id = $1 AND t.skill_id = $2
     GROUP BY m.team_id, m.judge_id, m.part, m.seat, m.id, j.delegation_id
     ORDER BY m.team_id, m.seat NULLS LAST, m.id`,
    [eventId, skillId],
  );
  const teams = new Map<string, SeatedTeam>();
  for (const row of rows) {
    const team = teams.get(row.team_id) ?? { members: [], standIns: [] };
    teams.set(row.team_id, team);
    const seat = { judgeId: row.judge_id, barredFrom: new Set(row.barred) };
    (row.part === 'member' ? team.members : team.standIns).push(seat);
  }
  return teams;
}

function shuffled<T>(list: readonly T[]): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
