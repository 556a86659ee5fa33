import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { SkillToDraw } from './draw-inputs.js';
import { type DrawInputs, type DrawOutcome, inputsHash } from './draw.js';
import { type Coded, codeLength, drawCodes, lengthOf } from './work-code.js';

/** Two secrets of a draw: one recorded for everybody, one for the codes. A test passes its own. */
export interface DrawSeeds {
  seed: string;
  codeSeed: string;
}

/** 256 bits each from the system's random source. */
export const newSeeds = (): DrawSeeds => ({
  seed: randomBytes(32).toString('hex'),
  codeSeed: randomBytes(32).toString('hex'),
});

/** A seed's digest, fixed in public before the seed itself may be told. */
export const seedHash = (seed: string): string => createHash('sha256').update(seed).digest('hex');

export interface DrawToWrite extends DrawSeeds {
  eventId: string;
  kind: 'full' | 'supplement';
  inputs: DrawInputs;
  outcome: DrawOutcome;
  coded: Coded[];
  by: string | null;
  at: Date;
  reason: string | null;
}

/**
 * One draw of an event at a time, so that no code is given twice. The lock is the event's own and ends with the
 * transaction.
 */
export async function lockDraws(tx: EntityManager, eventId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`luban.draw ${eventId}`]);
}

/**
 * Codes for the works that have none yet: entries of the draw in modules that are marked by the scheme. Codes of a
 * skill are all of one length, so that a late entry's code looks like the others.
 */
export async function codesFor(
  tx: EntityManager,
  eventId: string,
  draw: SkillToDraw,
  codeSeed: string,
): Promise<Coded[]> {
  const rows: { code: string; skillId: string; current: boolean }[] = await tx.query(
    `SELECT code, skill_id AS "skillId", superseded_at IS NULL AS current FROM work WHERE event_id = $1`,
    [eventId],
  );
  const having: { entryId: string; moduleId: string }[] = await tx.query(
    `SELECT entry_id AS "entryId", module_id AS "moduleId" FROM blind_code WHERE event_id = $1 AND entry_id = ANY($2)`,
    [eventId, draw.inputs.entries.map(({ id }) => id)],
  );
  const have = new Set(having.map(({ entryId, moduleId }) => `${entryId} ${moduleId}`));
  const works = draw.modules
    .filter(({ coded }) => coded)
    .flatMap(({ id: moduleId }) => draw.inputs.entries.map(({ id: entryId }) => ({ entryId, moduleId })))
    .filter(({ entryId, moduleId }) => !have.has(`${entryId} ${moduleId}`));
  const sibling = rows.find(({ skillId, current }) => current && skillId === draw.inputs.skillId);
  const length = sibling ? lengthOf(sibling.code) : codeLength(rows.length, works.length);
  return drawCodes(codeSeed, works, new Set(rows.map(({ code }) => code)), length);
}

/** Takes the present draw of a skill out of force: its places go, its codes are never given again. */
export async function supersede(
  tx: EntityManager,
  eventId: string,
  skillId: string,
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE draw SET superseded_at = $3 WHERE event_id = $1 AND skill_id = $2 AND superseded_at IS NULL`,
    [eventId, skillId, at],
  );
  await tx.query(
    `DELETE FROM blind_code b USING work w WHERE w.event_id = b.event_id AND w.id = b.work_id AND b.event_id = $1 AND w.skill_id = $2`,
    [eventId, skillId],
  );
  await tx.query(
    `UPDATE work SET superseded_at = $3 WHERE event_id = $1 AND skill_id = $2 AND superseded_at IS NULL`,
    [eventId, skillId, at],
  );
  await tx.query(`DELETE FROM placement WHERE event_id = $1 AND skill_id = $2`, [eventId, skillId]);
}

/** Writes a draw with its places, entry numbers, works and codes; answers its id. */
export async function writeDraw(tx: EntityManager, draw: DrawToWrite): Promise<string> {
  const { eventId, inputs, outcome } = draw;
  const id = newId();
  await tx.query(
    `INSERT INTO draw (event_id, id, skill_id, kind, seed, code_seed, inputs, inputs_hash, "by", at, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      eventId,
      id,
      inputs.skillId,
      draw.kind,
      draw.seed,
      draw.codeSeed,
      JSON.stringify(inputs),
      inputsHash(inputs),
      draw.by,
      draw.at,
      draw.reason,
    ],
  );
  await tx.query(
    `INSERT INTO placement (event_id, id, entry_id, skill_id, module_id, session_id, workstation_id, draw_id)
     SELECT $1, row.id, row.entry_id, $2, row.module_id, row.session_id, row.workstation_id, $3
       FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[]) AS row (id, entry_id, module_id, session_id, workstation_id)`,
    [
      eventId,
      inputs.skillId,
      id,
      outcome.places.map(() => newId()),
      outcome.places.map(({ entryId }) => entryId),
      outcome.places.map(({ moduleId }) => moduleId),
      outcome.places.map(({ sessionId }) => sessionId),
      outcome.places.map(({ workstationId }) => workstationId),
    ],
  );
  await tx.query(
    `UPDATE entry e SET entry_number = row.number, version = version + 1
       FROM unnest($2::uuid[], $3::text[]) AS row (id, number) WHERE e.event_id = $1 AND e.id = row.id`,
    [
      eventId,
      outcome.entryNumbers.map(({ entryId }) => entryId),
      outcome.entryNumbers.map(({ entryNumber }) => entryNumber),
    ],
  );
  await writeCodes(tx, eventId, inputs.skillId, id, draw.coded);
  return id;
}

/** Works get their ids in the order of their random codes: neither the id nor its time tells whose work it is. */
async function writeCodes(
  tx: EntityManager,
  eventId: string,
  skillId: string,
  drawId: string,
  coded: readonly Coded[],
): Promise<void> {
  const works = [...coded]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((work) => ({ ...work, id: newId() }));
  const ids = works.map(({ id }) => id);
  const moduleIds = works.map(({ moduleId }) => moduleId);
  await tx.query(
    `INSERT INTO work (event_id, id, skill_id, module_id, code)
     SELECT $1, row.id, $2, row.module_id, row.code FROM unnest($3::uuid[], $4::uuid[], $5::text[]) AS row (id, module_id, code)`,
    [eventId, skillId, ids, moduleIds, works.map(({ code }) => code)],
  );
  await tx.query(
    `INSERT INTO blind_code (event_id, work_id, entry_id, module_id, draw_id)
     SELECT $1, row.work_id, row.entry_id, row.module_id, $2 FROM unnest($3::uuid[], $4::uuid[], $5::uuid[]) AS row (work_id, entry_id, module_id)`,
    [eventId, drawId, ids, works.map(({ entryId }) => entryId), moduleIds],
  );
}
