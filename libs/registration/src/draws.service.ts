import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertStage, eventOf, finding, type Finding, type Skill, skillOf } from '@luban/events';
import { assertMay } from '@luban/identity';
import { Clock, declareJobs, Invalid, isId, Jobs, NotFound, Refused, say } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { assertMarksNothing } from './floor-access.js';
import { drawFindings, readFullDraw, readSupplement, type SkillToDraw } from './draw-inputs.js';
import { drawPlaces, NoArrangement, type StationRule } from './draw.js';
import type { DrawDetailReply, DrawList, DrawPreflight, DrawReply, HoldDraw } from './draw.dto.js';
import {
  codesFor,
  type DrawSeeds,
  lockDraws,
  newSeeds,
  seedHash,
  supersede,
  writeDraw,
} from './draw-writing.js';
import { redrawChecks } from './redraw-checks.js';

declareJobs('openForms', 'boardRefresh');

/** Draws 抽签: sessions, workstations, entry numbers and work codes of a skill. */
@Injectable()
export class Draws {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** What a draw would work with, and what is missing. */
  async preflight(
    actor: Actor,
    eventId: string,
    skillId: string,
    stationRule: StationRule = 'perModule',
  ): Promise<DrawPreflight> {
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId);
      const skill = await this.skill(tx, actor, eventId, skillId);
      const draw = await readFullDraw(tx, skill, stationRule);
      const supplement = await readSupplement(tx, eventId, draw);
      const drawn = (await drawRows(tx, eventId, skillId)).some(({ supersededAt }) => supersededAt === null);
      const findings = [
        ...drawFindings(draw, eventId),
        ...(drawn ? await this.against(tx, eventId, skillId) : []),
      ];
      if (event.stage !== 'preparation' && event.stage !== 'competition') {
        findings.push(finding('blocking', 'registration.draw-wrong-stage', {}, `/events/${eventId}`));
      }
      return {
        entries: draw.inputs.entries.length,
        unplaced: supplement.inputs.entries.length,
        modules: draw.modules.length,
        sessions: draw.inputs.modules.reduce((sum, { sessions }) => sum + sessions.length, 0),
        workstations: draw.inputs.workstations.length,
        spares: draw.spares,
        drawn,
        findings,
      };
    });
  }

  /**
   * Holds the draw of a skill. A second one needs a reason, supersedes the first and is refused once marking or timing
   * has begun. Asks for the marking forms of the new works.
   */
  async hold(
    actor: Actor,
    eventId: string,
    skillId: string,
    wish: HoldDraw,
    seeds: DrawSeeds = newSeeds(),
  ): Promise<DrawReply> {
    return this.db.transaction(async (tx) => {
      const skill = await this.skillToDraw(tx, actor, eventId, skillId);
      const current = (await drawRows(tx, eventId, skillId)).filter(
        ({ supersededAt }) => supersededAt === null,
      );
      const reason = wish.reason ?? null;
      if (current.length > 0) await this.assertRedraw(tx, eventId, skillId, reason);
      const draw = await readFullDraw(tx, skill, wish.stationRule ?? 'perModule');
      const missing = drawFindings(draw, eventId).filter(({ severity }) => severity === 'blocking');
      if (missing.length > 0)
        throw new Refused('registration.draw-not-possible', { count: missing.length }, { findings: missing });
      await supersede(tx, eventId, skillId, this.clock.now());
      const id = await this.write(tx, actor, eventId, 'full', draw, seeds, reason);
      await this.audit.recordMany(
        tx,
        actor,
        'draw.superseded',
        current.map((old) => ({
          eventId,
          skillId,
          subjectType: 'draw',
          subjectId: old.id,
          after: { by: id },
          reason,
        })),
      );
      return this.one(tx, eventId, skillId, id);
    });
  }

  /** Places late entries in workstations that are free; nobody is moved. */
  async supplement(
    actor: Actor,
    eventId: string,
    skillId: string,
    seeds: DrawSeeds = newSeeds(),
  ): Promise<DrawReply> {
    return this.db.transaction(async (tx) => {
      const skill = await this.skillToDraw(tx, actor, eventId, skillId);
      const full = (await drawRows(tx, eventId, skillId)).find(
        ({ kind, supersededAt }) => kind === 'full' && supersededAt === null,
      );
      if (!full) throw new Refused('registration.not-drawn');
      const draw = await readSupplement(tx, eventId, await readFullDraw(tx, skill, full.stationRule));
      if (draw.inputs.entries.length === 0) throw new Refused('registration.nobody-unplaced');
      const id = await this.write(tx, actor, eventId, 'supplement', draw, seeds, null);
      return this.one(tx, eventId, skillId, id);
    });
  }

  async list(actor: Actor, eventId: string, skillId: string): Promise<DrawList> {
    await this.skill(this.db.manager, actor, eventId, skillId);
    return { items: (await drawRows(this.db.manager, eventId, skillId)).map(asReply) };
  }

  /** A draw with all that is needed to recompute it; the codes' seed stays secret. */
  async detail(actor: Actor, eventId: string, skillId: string, id: string): Promise<DrawDetailReply> {
    await this.skill(this.db.manager, actor, eventId, skillId);
    const rows = isId(id) ? await drawRows(this.db.manager, eventId, skillId, id) : [];
    if (!rows[0]) throw new NotFound('registration.draw-not-found');
    return { ...asReply(rows[0]), inputs: rows[0].inputs };
  }

  private async skill(tx: EntityManager, actor: Actor, eventId: string, skillId: string): Promise<Skill> {
    const skill = await skillOf(tx, actor, eventId, skillId);
    assertMay(actor, 'draw.read', { eventId, skillId });
    assertMarksNothing(actor, eventId, skillId);
    return skill;
  }

  private async skillToDraw(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    skillId: string,
  ): Promise<Skill> {
    const event = await eventOf(tx, actor, eventId, 'forShare');
    const skill = await skillOf(tx, actor, eventId, skillId, 'forShare');
    assertMay(actor, 'draw.hold', { eventId, skillId });
    assertMarksNothing(actor, eventId, skillId);
    assertStage(event, ['preparation', 'competition'], 'registration.draw-wrong-stage');
    await lockDraws(tx, eventId);
    return skill;
  }

  private async assertRedraw(
    tx: EntityManager,
    eventId: string,
    skillId: string,
    reason: string | null,
  ): Promise<void> {
    if (!reason) {
      const message = say('registration.redraw-reason-needed');
      throw new Invalid(
        'registration.redraw-reason-needed',
        {},
        { errors: [{ path: 'reason', code: 'registration.redraw-reason-needed', message }] },
      );
    }
    const [against] = await this.against(tx, eventId, skillId);
    if (against) throw new Refused(against.code, against.params);
  }

  /** What later rooms hold against a new draw. */
  private async against(tx: EntityManager, eventId: string, skillId: string): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const check of redrawChecks) {
      const against = await check(tx, eventId, skillId);
      if (against) found.push(finding('blocking', against.code, against.params ?? {}));
    }
    return found;
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    kind: 'full' | 'supplement',
    draw: SkillToDraw,
    seeds: DrawSeeds,
    reason: string | null,
  ): Promise<string> {
    const { inputs } = draw;
    const outcome = drawnOrRefused(seeds.seed, draw);
    const coded = await codesFor(tx, eventId, draw, seeds.codeSeed);
    const at = this.clock.now();
    const id = await writeDraw(tx, {
      ...seeds,
      eventId,
      kind,
      inputs,
      outcome,
      coded,
      by: actor.accountId,
      at,
      reason,
    });
    await this.audit.record(tx, actor, 'draw.held', {
      eventId,
      skillId: inputs.skillId,
      subjectType: 'draw',
      subjectId: id,
      after: { kind, entries: inputs.entries.length, places: outcome.places.length, works: coded.length },
      reason,
    });
    await this.jobs.request(tx, 'boardRefresh', eventId, { eventId, by: actor.accountId });
    await this.jobs.request(tx, 'openForms', inputs.skillId, { eventId, by: actor.accountId });
    return id;
  }

  private async one(tx: EntityManager, eventId: string, skillId: string, id: string): Promise<DrawReply> {
    const [row] = await drawRows(tx, eventId, skillId, id);
    if (!row) throw new NotFound('registration.draw-not-found');
    return asReply(row);
  }
}

function drawnOrRefused(seed: string, { inputs, modules }: SkillToDraw) {
  try {
    return drawPlaces(seed, inputs);
  } catch (failure) {
    if (!(failure instanceof NoArrangement)) throw failure;
    const module = modules.find(({ id }) => id === failure.moduleId);
    const params = { module: module ? `${module.code} ${module.name}` : '', entries: inputs.entries.length };
    throw new Refused(
      inputs.held.length > 0 ? 'registration.draw-no-free-place' : 'registration.draw-sessions-overlap',
      params,
    );
  }
}

interface DrawRow extends DrawDetailReply {
  codeSeed: string;
}

/** Draws of a skill, latest first. */
async function drawRows(
  tx: EntityManager,
  eventId: string,
  skillId: string,
  id?: string,
): Promise<DrawRow[]> {
  return tx.query(
    `SELECT d.id, d.skill_id AS "skillId", d.kind, d.at, d."by", a.display_name AS "byName", d.reason, d.superseded_at AS "supersededAt",
            d.seed, d.code_seed AS "codeSeed", d.inputs_hash AS "inputsHash", d.inputs,
            d.inputs->>'algorithm' AS algorithm, d.inputs->>'stationRule' AS "stationRule",
            jsonb_array_length(d.inputs->'entries') AS entries,
            (SELECT count(*)::int FROM placement p WHERE p.event_id = d.event_id AND p.draw_id = d.id) AS places
       FROM draw d LEFT JOIN account a ON a.id = d."by"
      WHERE d.event_id = $1 AND d.skill_id = $2 AND ($3::uuid IS NULL OR d.id = $3) ORDER BY d.at DESC, d.id DESC`,
    [eventId, skillId, id ?? null],
  );
}

const asReply = ({ codeSeed, inputs: _inputs, ...row }: DrawRow): DrawReply => ({
  ...row,
  codeSeedHash: seedHash(codeSeed),
});
