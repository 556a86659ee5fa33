import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertStage, eventOf } from '@luban/events';
import { assertMay } from '@luban/identity';
import { Clock, declareJobs, Invalid, isId, Jobs, NotFound, Refused } from '@luban/platform';
import { readMarkList, WorkbookError } from '@luban/workbooks';
import { DataSource, type EntityManager } from 'typeorm';
import { iso } from './marking-form.queries.js';
import { type ListedEntry, type PartMarkReading, readPartMarks } from './part-mark-list.js';
import type { PartMarkImportReply, PartMarkList, PartMarkReply } from './part-mark.dto.js';

declareJobs('scoreRun');

/** A paper is out of 100; its weight stands in the module. */
const maxHundredths = 10_000;

/**
 * Marks that come in from a list by entry number, such as theory papers (DOMAIN.md 4): all of a list or nothing of it,
 * with a finding for each bad cell. Earlier marks are kept in the audit.
 */
@Injectable()
export class PartMarks {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, eventId: string, moduleId: string): Promise<PartMarkList> {
    await eventOf(this.db.manager, actor, eventId);
    const module = await this.moduleOf(this.db.manager, actor, eventId, moduleId);
    const items = await partMarksOf(this.db.manager, eventId, module);
    return { moduleId, moduleCode: module.code, moduleName: module.name, maxHundredths, items };
  }

  /** What a file or a pasted text would do; keeps nothing. Throws `Invalid` with the workbook's own code when unreadable. */
  async preview(
    actor: Actor,
    eventId: string,
    moduleId: string,
    source: MarkListSource,
  ): Promise<PartMarkImportReply> {
    const { rows, findings } = await readList(source);
    await eventOf(this.db.manager, actor, eventId);
    const module = await this.moduleOf(this.db.manager, actor, eventId, moduleId);
    const reading = readPartMarks(
      rows,
      await this.entriesOf(this.db.manager, eventId, module),
      maxHundredths,
    );
    return merged(reading, findings);
  }

  /**
   * Takes a list over. Refused: `judging.part-marks-refused` with the findings in `extra` when any is blocking –
   * then nothing is taken; `judging.module-not-by-list`, `judging.not-in-competition`.
   */
  async import(
    actor: Actor,
    eventId: string,
    moduleId: string,
    source: MarkListSource,
  ): Promise<PartMarkImportReply> {
    const { rows, findings } = await readList(source);
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const module = await this.moduleOf(tx, actor, eventId, moduleId);
      assertMay(actor, 'partMarks.import', { eventId, skillId: module.skillId });
      assertStage(event, ['competition', 'results', 'provisional', 'final'], 'judging.not-in-competition');
      // One list at a time: two lists for a paper do not mix.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, [moduleId]);
      const reading = readPartMarks(rows, await this.entriesOf(tx, eventId, module), maxHundredths);
      const reply = merged(reading, findings);
      const blocking = reply.findings.filter(({ severity }) => severity === 'blocking');
      if (blocking.length > 0) {
        throw new Refused(
          'judging.part-marks-refused',
          { count: blocking.length },
          { findings: reply.findings },
        );
      }
      const changed = reading.marks.filter(({ markHundredths, before }) => markHundredths !== before);
      if (changed.length === 0) return reply;
      await this.write(tx, actor, eventId, moduleId, changed);
      await this.audit.recordMany(
        tx,
        actor,
        'partMark.imported',
        changed.map((mark) => ({
          eventId,
          skillId: module.skillId,
          subjectType: 'entry',
          subjectId: mark.entryId,
          before: { moduleId, markHundredths: mark.before },
          after: { moduleId, markHundredths: mark.markHundredths },
        })),
      );
      await this.jobs.request(tx, 'scoreRun', module.skillId, { eventId, by: actor.accountId });
      return reply;
    });
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    moduleId: string,
    marks: PartMarkReading['marks'],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO part_mark (event_id, module_id, entry_id, mark_hundredths, "by", at)
       SELECT $1, $2, n.entry_id, n.mark, $3, $4 FROM unnest($5::uuid[], $6::int[]) AS n(entry_id, mark)
       ON CONFLICT (event_id, module_id, entry_id)
       DO UPDATE SET mark_hundredths = excluded.mark_hundredths, "by" = excluded.by, at = excluded.at`,
      [
        eventId,
        moduleId,
        actor.accountId,
        this.clock.now(),
        marks.map(({ entryId }) => entryId),
        marks.map(({ markHundredths }) => markHundredths),
      ],
    );
  }

  private async moduleOf(
    tx: EntityManager,
    actor: Actor,
    eventId: string,
    moduleId: string,
  ): Promise<ListModule> {
    const rows: (ListModule & { markedBy: string })[] = isId(moduleId)
      ? await tx.query(
          `SELECT id, skill_id AS "skillId", code, name, marked_by AS "markedBy" FROM module WHERE event_id = $1 AND id = $2`,
          [eventId, moduleId],
        )
      : [];
    const module = rows[0];
    if (!module) throw new NotFound('events.module-not-found');
    assertMay(actor, 'partMarks.read', { eventId, skillId: module.skillId });
    if (module.markedBy !== 'list') throw new Refused('judging.module-not-by-list', { module: module.name });
    return module;
  }

  private async entriesOf(tx: EntityManager, eventId: string, module: ListModule): Promise<ListedEntry[]> {
    const rows = await partMarksOf(tx, eventId, module);
    return rows.map(({ entryId, entryNumber, status, markHundredths }) => ({
      entryId,
      entryNumber,
      competes: status === 'entered' || status === 'present' || status === 'retired',
      markHundredths,
    }));
  }
}

/** A file's bytes, or what was pasted. */
export type MarkListSource = Uint8Array | { pasted: string };

interface ListModule {
  id: string;
  skillId: string;
  code: string;
  name: string;
}

/** Every accepted entry of the skill by entry number, with its mark if one has come in. */
function partMarksOf(tx: EntityManager, eventId: string, module: ListModule): Promise<PartMarkReply[]> {
  return tx.query(
    `SELECT en.id AS "entryId", en.entry_number AS "entryNumber", p.mark_hundredths AS "markHundredths",
       CASE WHEN en.status = 'disqualified' THEN en.status ELSE coalesce(ci.status, en.status) END AS status,
       ${iso('p.at')} AS at, a.display_name AS by
     FROM entry en
     LEFT JOIN part_mark p ON p.event_id = en.event_id AND p.module_id = $2 AND p.entry_id = en.id
     LEFT JOIN account a ON a.id = p.by
     LEFT JOIN LATERAL (
       SELECT c.status FROM check_in c
       WHERE c.event_id = en.event_id AND c.entry_id = en.id AND c.module_id = $2
       ORDER BY c.at DESC, c.id DESC LIMIT 1) ci ON true
     WHERE en.event_id = $1 AND en.skill_id = $3 AND en.state = 'accepted'
     ORDER BY en.entry_number NULLS LAST, en.id`,
    [eventId, module.id, module.skillId],
  );
}

async function readList(source: MarkListSource) {
  try {
    return await readMarkList(source);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const message = error.said;
    throw new Invalid(
      'judging.list-unreadable',
      { why: error.code },
      { errors: [{ path: 'file', code: error.code, message }] },
    );
  }
}

/** The file's own findings first; what is wrong with a cell is said once. */
function merged(
  reading: PartMarkReading,
  own: Awaited<ReturnType<typeof readMarkList>>['findings'],
): PartMarkImportReply {
  const told = new Set(own.map(({ cell }) => cell));
  const others = reading.findings.filter(
    ({ code, cell }) => code !== 'mark-unreadable' || cell === null || !told.has(cell),
  );
  return { marks: reading.marks, findings: [...own, ...others] };
}
