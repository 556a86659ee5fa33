import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertCurrent, Clock, Denied, newId, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import type { StageChangeDto } from './event.dto.js';
import type { EventStageDto, FindingDto, StageEntryDto } from './event-reply.dto.js';
import { eventOf, eventToChange, rolesIn } from './reads.js';
import { unfit } from './request.js';
import { type Finding, runStageChecks } from './stage-checks.js';
import { StageEntry } from './stage-entry.entity.js';
import {
  nextStages,
  type Stage,
  stageNames,
  stages,
  type Transition,
  transition,
  transitions,
} from './stages.js';

/** Moves an event from stage to stage, by the one table of transitions and the checks that were added to it. */
@Injectable()
export class StageService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Where the event stands, how it came there, and each way on with what the checks say now. */
  async readStage(actor: Actor, eventId: string): Promise<EventStageDto> {
    const tx = this.db.manager;
    const event = await eventOf(tx, actor, eventId);
    const yours = nextStages(event.stage, rolesIn(actor, eventId));
    const next: EventStageDto['next'] = [];
    for (const way of transitions.filter(({ from }) => from === event.stage)) {
      const findings = yours.includes(way) ? await runStageChecks(tx, eventId, way.to, way.direction) : [];
      next.push({
        to: way.to,
        direction: way.direction,
        needsReason: way.needsReason,
        action: way.action,
        yours: yours.includes(way),
        // Who may not take the step is not told what stands in its way, and never that nothing does.
        ready: yours.includes(way) && !findings.some(blocks),
        findings: findings.map(shown),
      });
    }
    return {
      stage: event.stage,
      stageName: stageNames[event.stage],
      order: stages.map((stage) => ({ stage, name: stageNames[stage] })),
      history: await readHistory(tx, eventId),
      next,
      version: event.version,
    };
  }

  /**
   * Enters a stage. Refuses with `events.preflight` and all findings (`findings` in the answer) while one blocks, and
   * a step back without a reason. The findings are kept with the entry.
   */
  enterStage(
    actor: Actor,
    eventId: string,
    version: number,
    { to, reason }: StageChangeDto,
  ): Promise<EventStageDto> {
    return this.db
      .transaction(async (tx) => {
        const event = await eventToChange(tx, actor, eventId, 'events.stage', 'forUpdate');
        assertCurrent(event.version, version);
        const way = wayFor(actor, event, to);
        const why = reason?.trim() || null;
        if (way.needsReason && !why) throw unfit('reason', 'events.reason-needed');
        const findings = await runStageChecks(tx, eventId, to, way.direction);
        assertNothingBlocks(way, findings);
        await this.enter(tx, actor, event, to, why, findings);
      })
      .then(() => this.readStage(actor, eventId));
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    event: CompetitionEvent,
    to: Stage,
    reason: string | null,
    findings: readonly Finding[],
  ): Promise<void> {
    const eventId = event.id;
    const entry: StageEntry = {
      eventId,
      id: newId(),
      fromStage: event.stage,
      toStage: to,
      by: actor.accountId,
      at: this.clock.now(),
      reason,
      findings: findings.map(({ code, severity, params }) => ({ code, severity, params })),
    };
    await tx.insert(StageEntry, entry);
    await tx.update(CompetitionEvent, { id: eventId }, { stage: to, version: event.version + 1 });
    await this.audit.record(tx, actor, 'stage.entered', {
      eventId,
      subjectType: 'event',
      subjectId: eventId,
      before: { stage: event.stage },
      after: { stage: to, warnings: findings.filter(({ severity }) => severity === 'warning').length },
      reason,
    });
  }
}

const blocks = ({ severity }: Pick<Finding, 'severity'>): boolean => severity === 'blocking';

const shown = ({ code, severity, message, href }: Finding): FindingDto => ({ code, severity, message, href });

function wayFor(actor: Actor, event: CompetitionEvent, to: Stage): Transition {
  const way = transition(event.stage, to);
  const from = stageNames[event.stage];
  if (!way) {
    const into = stageNames[to];
    const params = { from: event.stage, to, fromZh: from.zh, fromEn: from.en, toZh: into.zh, toEn: into.en };
    throw new Refused('events.no-such-transition', params);
  }
  if (!way.roles.some((role) => rolesIn(actor, event.id).includes(role))) {
    const { zh, en } = way.action;
    const rolesZh = way.roles.map((role) => (role === 'host' ? '主办单位' : '承办单位')).join('或');
    throw new Denied('events.transition-not-yours', {
      actionZh: zh,
      actionEn: en,
      rolesZh,
      rolesEn: way.roles.join(' or '),
    });
  }
  return way;
}

function assertNothingBlocks({ action }: Transition, findings: readonly Finding[]): void {
  const count = findings.filter(blocks).length;
  if (count === 0) return;
  throw new Refused(
    'events.preflight',
    { actionZh: action.zh, actionEn: action.en, count },
    { findings: findings.map(shown) },
  );
}

const readHistory = async (tx: EntityManager, eventId: string): Promise<StageEntryDto[]> => {
  const entries = await tx.find(StageEntry, { where: { eventId }, order: { at: 'ASC', id: 'ASC' } });
  return entries.map(({ id, fromStage, toStage, at, by, reason, findings }) => ({
    id,
    from: fromStage,
    to: toStage,
    at: at.toISOString(),
    by,
    reason,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  }));
};
