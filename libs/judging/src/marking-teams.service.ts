import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { eventOf, skillOf } from '@luban/events';
import { assertMay, mayAt } from '@luban/identity';
import { Jobs, newId, NotFound, Outdated, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { MarkingTeam } from './marking-team.entity.js';
import type {
  AssignSubCriterion,
  MarkingSetUpList,
  MarkingTeamList,
  MarkingTeamReply,
  SaveMarkingTeam,
  SubCriterionList,
} from './marking-team.dto.js';
import { setUpFindings, skillSetUps } from './scheme-checks.js';
import { assertSeating } from './seating-rules.js';

/** Marking teams 裁判组, and which team marks which sub-criterion. */
@Injectable()
export class MarkingTeams {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  async list(actor: Actor, eventId: string, skillId: string): Promise<MarkingTeamList> {
    await skillOf(this.db.manager, actor, eventId, skillId);
    assertMay(actor, 'judges.read', { eventId, skillId });
    return { items: await teamsOf(this.db.manager, eventId, skillId) };
  }

  /**
   * Creates a team, or replaces its members (`teamId` and `version` given). Refused: `judging.seats-wrong` (seats are
   * not 1 to n, or fewer than the policy's panel), `judging.not-a-judge`, `judging.team-has-marked` (a seat would
   * change on a team that has marked).
   */
  async save(
    actor: Actor,
    eventId: string,
    skillId: string,
    request: SaveMarkingTeam,
    existing?: { teamId: string; version: number },
  ): Promise<MarkingTeamReply> {
    return this.db.transaction(async (tx) => {
      const skill = await skillOf(tx, actor, eventId, skillId);
      assertMay(actor, 'teams.edit', { eventId, skillId });
      await assertSeating(tx, eventId, skillId, skill.policy.judgement.panel.judges, request.members);
      const id = existing?.teamId ?? newId();
      const before = existing ? await this.replace(tx, eventId, skillId, existing, request) : null;
      if (!existing) await tx.insert(MarkingTeam, { eventId, id, skillId, name: request.name });
      await tx.query(
        `INSERT INTO marking_team_member (event_id, id, team_id, judge_id, seat, part)
         SELECT $1, m.id, $2, m.judge_id, m.seat, m.part
         FROM unnest($3::uuid[], $4::uuid[], $5::int[], $6::text[]) AS m(id, judge_id, seat, part)`,
        [
          eventId,
          id,
          request.members.map(() => newId()),
          request.members.map((m) => m.judgeId),
          request.members.map((m) => (m.part === 'member' ? (m.seat ?? null) : null)),
          request.members.map((m) => m.part),
        ],
      );
      await this.audit.record(tx, actor, 'markingTeam.saved', {
        eventId,
        skillId,
        subjectType: 'markingTeam',
        subjectId: id,
        before,
        after: request,
      });
      await this.jobs.request(tx, 'openForms', skillId, { eventId, by: actor.accountId });
      const saved = (await teamsOf(tx, eventId, skillId)).find((team) => team.id === id);
      if (!saved) throw new NotFound('judging.team-not-found');
      return saved;
    });
  }

  /** Removes a team that marks nothing. Refused: `judging.team-is-assigned`. */
  async remove(actor: Actor, eventId: string, skillId: string, teamId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await skillOf(tx, actor, eventId, skillId);
      assertMay(actor, 'teams.edit', { eventId, skillId });
      const used: unknown[] = await tx.query(
        `SELECT 1 FROM sub_criterion sc
         JOIN marking_scheme s ON s.event_id = sc.event_id AND s.id = sc.scheme_id AND s.state = 'inForce'
         WHERE sc.event_id = $1 AND sc.team_id = $2
         UNION ALL SELECT 1 FROM marking_form WHERE event_id = $1 AND team_id = $2 LIMIT 1`,
        [eventId, teamId],
      );
      if (used.length > 0) throw new Refused('judging.team-is-assigned');
      // Sub-criteria of superseded schemes may name it still; nothing was marked by them.
      await tx.query(`UPDATE sub_criterion SET team_id = NULL WHERE event_id = $1 AND team_id = $2`, [
        eventId,
        teamId,
      ]);
      await tx.query(`DELETE FROM marking_team_member WHERE event_id = $1 AND team_id = $2`, [
        eventId,
        teamId,
      ]);
      const gone = await tx.delete(MarkingTeam, { eventId, skillId, id: teamId });
      if (!gone.affected) throw new NotFound('judging.team-not-found');
      await this.audit.record(tx, actor, 'markingTeam.removed', {
        eventId,
        skillId,
        subjectType: 'markingTeam',
        subjectId: teamId,
      });
    });
  }

  async subCriteria(actor: Actor, eventId: string, skillId: string): Promise<SubCriterionList> {
    await skillOf(this.db.manager, actor, eventId, skillId);
    assertMay(actor, 'schemes.read', { eventId, skillId });
    return { items: await subCriteriaOf(this.db.manager, eventId, skillId) };
  }

  /**
   * Says which team marks which sub-criteria and how compatriots are handled. Refused: `judging.team-not-found`,
   * `judging.sub-criterion-not-found`, `judging.sub-criterion-marked` (another team has begun it).
   */
  async assign(
    actor: Actor,
    eventId: string,
    skillId: string,
    assignments: AssignSubCriterion[],
  ): Promise<SubCriterionList> {
    return this.db.transaction(async (tx) => {
      await skillOf(tx, actor, eventId, skillId);
      assertMay(actor, 'teams.edit', { eventId, skillId });
      await this.assertAssignable(tx, eventId, skillId, assignments);
      await tx.query(
        `UPDATE sub_criterion sc SET team_id = a.team_id, compatriot_mode = a.mode, version = version + 1
         FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS a(id, team_id, mode)
         WHERE sc.event_id = $1 AND sc.id = a.id`,
        [
          eventId,
          assignments.map((a) => a.subCriterionId),
          assignments.map((a) => a.teamId),
          assignments.map((a) => a.compatriotMode),
        ],
      );
      await this.audit.record(tx, actor, 'subCriteria.assigned', {
        eventId,
        skillId,
        subjectType: 'skill',
        subjectId: skillId,
        after: assignments,
      });
      await this.jobs.request(tx, 'openForms', skillId, { eventId, by: actor.accountId });
      return { items: await subCriteriaOf(tx, eventId, skillId) };
    });
  }

  /** How far marking is set up, skill by skill within the actor's reach, with what is missing. */
  async setUp(actor: Actor, eventId: string, skillId?: string): Promise<MarkingSetUpList> {
    const tx = this.db.manager;
    await eventOf(tx, actor, eventId);
    if (skillId) await skillOf(tx, actor, eventId, skillId);
    const skills = await skillSetUps(tx, eventId, skillId);
    return {
      items: skills
        .filter((skill) => mayAt(actor, 'judges.read', { eventId, skillId: skill.id }))
        .map((skill) => ({
          skillId: skill.id,
          code: skill.code,
          name: skill.name,
          nameEn: skill.name_en,
          policyName: skill.policy_name,
          panelJudges: skill.panel_judges,
          schemeNumber: skill.in_force,
          drafts: skill.drafts,
          subCriteria: skill.sub_criteria,
          unassigned: skill.unassigned.length,
          teams: skill.teams,
          judges: skill.judges,
          chiefJudges: skill.chiefs,
          formsWanted: skill.wanted,
          formsMade: skill.made,
          formsMarked: skill.marked,
          findings: setUpFindings(eventId, skill).map(({ code, severity, message, href }) => ({
            code,
            severity,
            message,
            href,
          })),
        })),
    };
  }

  private async replace(
    tx: EntityManager,
    eventId: string,
    skillId: string,
    existing: { teamId: string; version: number },
    request: SaveMarkingTeam,
  ): Promise<unknown> {
    const team = await tx.findOne(MarkingTeam, {
      where: { eventId, skillId, id: existing.teamId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!team) throw new NotFound('judging.team-not-found');
    if (team.version !== existing.version) {
      throw new Outdated('judging.team-changed', {}, { current: team.version });
    }
    const members: { judge_id: string; seat: number | null; part: string }[] = await tx.query(
      `SELECT judge_id, seat, part FROM marking_team_member WHERE event_id = $1 AND team_id = $2 ORDER BY seat`,
      [eventId, existing.teamId],
    );
    const seatsOf = (list: { judgeId: string; seat: number | null; part: string }[]) =>
      list
        .filter((m) => m.part === 'member')
        .map((m) => `${m.seat}:${m.judgeId}`)
        .sort()
        .join();
    const before = members.map((m) => ({ judgeId: m.judge_id, seat: m.seat, part: m.part }));
    if (seatsOf(before) !== seatsOf(request.members.map((m) => ({ ...m, seat: m.seat ?? null })))) {
      const marked: unknown[] = await tx.query(
        `SELECT 1 FROM marking_form WHERE event_id = $1 AND team_id = $2 AND revision > 0 LIMIT 1`,
        [eventId, existing.teamId],
      );
      if (marked.length > 0) throw new Refused('judging.team-has-marked');
    }
    await tx.query(`DELETE FROM marking_team_member WHERE event_id = $1 AND team_id = $2`, [
      eventId,
      existing.teamId,
    ]);
    await tx.update(
      MarkingTeam,
      { eventId, id: existing.teamId },
      { name: request.name, version: existing.version + 1 },
    );
    return { name: team.name, members: before };
  }

  private async assertAssignable(
    tx: EntityManager,
    eventId: string,
    skillId: string,
    assignments: AssignSubCriterion[],
  ): Promise<void> {
    const rows: { id: string; team_id: string | null; compatriot_mode: string; marked: boolean }[] =
      await tx.query(
        `SELECT sc.id, sc.team_id, sc.compatriot_mode,
              EXISTS (SELECT 1 FROM marking_form f
                      WHERE f.event_id = sc.event_id AND f.sub_criterion_id = sc.id AND f.revision > 0) AS marked
       FROM sub_criterion sc
       JOIN marking_scheme s ON s.event_id = sc.event_id AND s.id = sc.scheme_id AND s.state = 'inForce'
       WHERE sc.event_id = $1 AND sc.skill_id = $2 AND sc.id = ANY($3) FOR UPDATE OF sc`,
        [eventId, skillId, assignments.map((a) => a.subCriterionId)],
      );
    const teams: { id: string }[] = await tx.query(
      `SELECT id FROM marking_team WHERE event_id = $1 AND skill_id = $2 AND id = ANY($3)`,
      [eventId, skillId, assignments.map((a) => a.teamId)],
    );
    const subCriteria = new Map(rows.map((row) => [row.id, row]));
    const known = new Set(teams.map((team) => team.id));
    for (const one of assignments) {
      const subCriterion = subCriteria.get(one.subCriterionId);
      if (!subCriterion) throw new NotFound('judging.sub-criterion-not-found');
      if (!known.has(one.teamId)) throw new NotFound('judging.team-not-found');
      const changes =
        subCriterion.team_id !== one.teamId || subCriterion.compatriot_mode !== one.compatriotMode;
      if (changes && subCriterion.marked) throw new Refused('judging.sub-criterion-marked');
    }
  }
}

async function teamsOf(tx: EntityManager, eventId: string, skillId: string): Promise<MarkingTeamReply[]> {
  return tx.query(
    `SELECT t.id, t.name, t.version,
            COALESCE((SELECT json_agg(json_build_object('judgeId', m.judge_id, 'displayName', a.display_name,
                        'delegationName', d.name, 'seat', m.seat, 'part', m.part)
                        ORDER BY m.seat NULLS LAST, m.id)
                      FROM marking_team_member m
                      JOIN judge j ON j.event_id = m.event_id AND j.id = m.judge_id
                      JOIN account a ON a.id = j.account_id
                      LEFT JOIN delegation d ON d.event_id = j.event_id AND d.id = j.delegation_id
                      WHERE m.event_id = t.event_id AND m.team_id = t.id), '[]') AS members,
            COALESCE((SELECT json_agg(sc.code ORDER BY sc.position) FROM sub_criterion sc
                      WHERE sc.event_id = t.event_id AND sc.team_id = t.id), '[]') AS "subCriteria"
     FROM marking_team t WHERE t.event_id = $1 AND t.skill_id = $2 ORDER BY t.name`,
    [eventId, skillId],
  );
}

async function subCriteriaOf(
  tx: EntityManager,
  eventId: string,
  skillId: string,
): Promise<SubCriterionList['items']> {
  return tx.query(
    `SELECT sc.id, sc.criterion_code AS "criterionCode", sc.criterion_name AS "criterionName", sc.code, sc.name,
            sc.day_of_marking AS "dayOfMarking", sc.module_id AS "moduleId", m.code AS "moduleCode",
            sc.compatriot_mode AS "compatriotMode", sc.team_id AS "teamId", t.name AS "teamName",
            sc.aspect_count AS "aspectCount", sc.max_hundredths AS "maxHundredths",
            (SELECT count(*)::int FROM marking_form f
             WHERE f.event_id = sc.event_id AND f.sub_criterion_id = sc.id) AS forms
     FROM sub_criterion sc
     JOIN marking_scheme s ON s.event_id = sc.event_id AND s.id = sc.scheme_id AND s.state = 'inForce'
     JOIN module m ON m.event_id = sc.event_id AND m.id = sc.module_id
     LEFT JOIN marking_team t ON t.event_id = sc.event_id AND t.id = sc.team_id
     WHERE sc.event_id = $1 AND sc.skill_id = $2 ORDER BY sc.position`,
    [eventId, skillId],
  );
}
