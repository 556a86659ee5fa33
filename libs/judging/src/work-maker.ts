import type { EntityManager } from 'typeorm';
import type { WorkMakerDto } from './marking-form.dto.js';

/**
 * Who made the work of a form – only where its sub-criterion is marked `open`, that is, with the maker present, where
 * hiding him would hide nothing. For coded works the condition finds no row: this is the one place in marking that
 * looks through a code.
 */
export async function makersOf(
  tx: EntityManager,
  eventId: string,
  formIds: readonly string[],
): Promise<Map<string, WorkMakerDto>> {
  if (formIds.length === 0) return new Map();
  const rows: (WorkMakerDto & { formId: string })[] = await tx.query(
    `SELECT f.id AS "formId", en.entry_number AS "entryNumber", d.name AS "delegationName"
     FROM marking_form f
     JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id AND sc.compatriot_mode = 'open'
     JOIN blind_code bc ON bc.event_id = f.event_id AND bc.work_id = f.work_id
     JOIN entry en ON en.event_id = bc.event_id AND en.id = bc.entry_id
     JOIN delegation d ON d.event_id = en.event_id AND d.id = en.delegation_id
     WHERE f.event_id = $1 AND f.id = ANY($2::uuid[])`,
    [eventId, formIds],
  );
  return new Map(
    rows.map(({ formId, entryNumber, delegationName }) => [formId, { entryNumber, delegationName }]),
  );
}

/**
 * What a judge calls a work. Where he sees its maker it is the entry number, never the code: the same code stands on
 * the coded forms of that work, and whoever saw both would know whose those are.
 */
export const shownCode = (workCode: string, maker: WorkMakerDto | null): string =>
  maker ? (maker.entryNumber ?? '–') : workCode;
