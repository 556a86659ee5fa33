import { isId } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { findPlaces } from './places.js';

/**
 * What the subjects of audit rows are called now, by id: the audit itself holds no names. Entries, forms and works stay
 * nameless, so that the audit leads from no code to its maker; rows about people are shown to nobody who marks.
 */
export async function subjectNames(
  tx: EntityManager,
  rows: readonly { subject_type: string; subject_id: string }[],
): Promise<Map<string, string>> {
  const idsOf = (type: string) =>
    rows.flatMap((row) => (row.subject_type === type && isId(row.subject_id) ? [row.subject_id] : []));
  const [events, skills, delegations, accounts, organisations] = await Promise.all([
    findPlaces(tx, 'event', idsOf('event')),
    findPlaces(tx, 'skill', idsOf('skill')),
    findPlaces(tx, 'delegation', idsOf('delegation')),
    named(tx, 'SELECT id, display_name AS name FROM account', idsOf('account')),
    named(tx, 'SELECT id, name FROM organisation', idsOf('organisation')),
  ]);
  const places = [events, skills, delegations].flatMap((found) => [...found.values()]);
  return new Map([...places, ...accounts, ...organisations].map(({ id, name }) => [id, name]));
}

async function named(
  tx: EntityManager,
  select: string,
  ids: string[],
): Promise<{ id: string; name: string }[]> {
  return ids.length === 0 ? [] : tx.query(`${select} WHERE id = ANY($1::uuid[])`, [[...new Set(ids)]]);
}
