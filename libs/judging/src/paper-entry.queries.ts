import type { Actor } from '@luban/audit';
import { reachSql } from '@luban/identity';
import type { EntityManager } from 'typeorm';
import { iso } from './marking-form.queries.js';
import type { PaperDifferenceDto } from './paper-entry.dto.js';
import type { SavedValue } from './saved-value.js';

/** A paper entry with the names around it. */
export interface PaperEntryRow {
  id: string;
  formId: string;
  skillId: string;
  skillName: string;
  workCode: string;
  subCriterionCode: string;
  subCriterionName: string;
  state: 'entered' | 'checked' | 'refused';
  revision: number;
  values: SavedValue[];
  enteredBy: string;
  enteredByName: string;
  enteredAt: string;
  checkedBy: string | null;
  checkedAt: string | null;
  differences: PaperDifferenceDto[];
  scanHash: string | null;
  /** Kept with the verb in the audit. */
  refusedReason: string | null;
}

interface Filter {
  state?: 'entered' | 'checked' | 'refused';
  after?: string;
  limit: number;
}

/** One more than `limit`, latest first, of the skills whose paper the actor enters, checks or oversees. */
export function paperEntryRows(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  { state, after, limit }: Filter,
): Promise<PaperEntryRow[]> {
  const reach = reachSql(actor, 'paper.read', { event: 'p.event_id', skill: 'f.skill_id' }, 5);
  return tx.query(
    `${select} WHERE p.event_id = $1 AND ($2::text IS NULL OR p.state = $2) AND ($3::uuid IS NULL OR p.id < $3)
       AND ${reach.sql} ORDER BY p.id DESC LIMIT $4`,
    [eventId, state ?? null, after ?? null, limit + 1, ...reach.params],
  );
}

export async function paperEntryRow(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  id: string,
): Promise<PaperEntryRow | null> {
  const reach = reachSql(actor, 'paper.read', { event: 'p.event_id', skill: 'f.skill_id' }, 3);
  const rows: PaperEntryRow[] = await tx.query(
    `${select} WHERE p.event_id = $1 AND p.id = $2 AND ${reach.sql}`,
    [eventId, id, ...reach.params],
  );
  return rows[0] ?? null;
}

const select = `
  SELECT p.id, p.form_id AS "formId", f.skill_id AS "skillId", s.name AS "skillName", w.code AS "workCode",
    sc.code AS "subCriterionCode", sc.name AS "subCriterionName", p.state, p.revision, p.values,
    p.entered_by AS "enteredBy", ea.display_name AS "enteredByName", ${iso('p.entered_at')} AS "enteredAt",
    ca.display_name AS "checkedBy", ${iso('p.checked_at')} AS "checkedAt",
    coalesce(p.differences, '[]') AS differences, p.scan_hash AS "scanHash",
    CASE WHEN p.state = 'refused' THEN (
      SELECT a.reason FROM audit_entry a
      WHERE a.event_id = p.event_id AND a.subject_type = 'paperEntry' AND a.subject_id = p.id::text
        AND a.verb = 'paperEntry.refused' ORDER BY a.id DESC LIMIT 1) END AS "refusedReason"
  FROM paper_entry p
  JOIN marking_form f ON f.event_id = p.event_id AND f.id = p.form_id
  JOIN skill s ON s.event_id = f.event_id AND s.id = f.skill_id
  JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
  JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
  JOIN account ea ON ea.id = p.entered_by
  LEFT JOIN account ca ON ca.id = p.checked_by`;
