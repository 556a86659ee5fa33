import { newId } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { CompetitorDraft } from './entry-rules.js';

/** An entry to be written, its people in their order. */
export interface NewEntry {
  id: string;
  delegationId: string;
  skillId: string;
  groupId: string;
  teamName: string | null;
  state: 'draft' | 'submitted';
  lateReason: string | null;
  competitors: (CompetitorDraft & KeptCompetitor)[];
}

/** A competitor who was there before and stays: the same person, the same account. */
export interface KeptCompetitor {
  id?: string;
  personId?: string;
  accountId?: string | null;
}

/** Writes entries with their people in three statements, however many there are. Call it under `lockDelegations`. */
export async function insertEntries(
  tx: EntityManager,
  eventId: string,
  entries: readonly NewEntry[],
  by: string | null,
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO entry (event_id, id, delegation_id, skill_id, group_id, team_name, state, late_reason, submitted_at, created_by, created_at)
     SELECT $1, row.id, row.delegation_id, row.skill_id, row.group_id, row.team_name, row.state, row.late_reason,
            CASE WHEN row.state = 'submitted' THEN $9::timestamptz END, $10, $9
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[])
         AS row (id, delegation_id, skill_id, group_id, team_name, state, late_reason)`,
    [
      eventId,
      entries.map(({ id }) => id),
      entries.map(({ delegationId }) => delegationId),
      entries.map(({ skillId }) => skillId),
      entries.map(({ groupId }) => groupId),
      entries.map(({ teamName }) => teamName),
      entries.map(({ state }) => state),
      entries.map(({ lateReason }) => lateReason),
      now,
      by,
    ],
  );
  await insertCompetitors(
    tx,
    eventId,
    entries.flatMap((entry) =>
      entry.competitors.map((competitor, at) => ({ ...competitor, entryId: entry.id, position: at + 1 })),
    ),
    now,
  );
}

type PlacedCompetitor = CompetitorDraft & KeptCompetitor & { entryId: string; position: number };

async function insertCompetitors(
  tx: EntityManager,
  eventId: string,
  people: readonly PlacedCompetitor[],
  now: Date,
): Promise<void> {
  const rows = people.map((person) => ({
    ...person,
    id: person.id ?? newId(),
    personId: person.personId ?? newId(),
  }));
  await tx.query(
    `INSERT INTO person (id, name, name_latin, sex, birth_date, created_at)
     SELECT row.*, $6::timestamptz FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[]) AS row (id, name, name_latin, sex, birth_date)
     ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, name_latin = EXCLUDED.name_latin, sex = EXCLUDED.sex, birth_date = EXCLUDED.birth_date`,
    [
      rows.map(({ personId }) => personId),
      rows.map(({ name }) => name),
      rows.map(({ nameLatin }) => nameLatin),
      rows.map(({ sex }) => sex),
      rows.map(({ birthDate }) => birthDate),
      now,
    ],
  );
  await tx.query(
    `INSERT INTO competitor (event_id, id, entry_id, person_id, account_id, unit, position)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::smallint[])`,
    [
      eventId,
      rows.map(({ id }) => id),
      rows.map(({ entryId }) => entryId),
      rows.map(({ personId }) => personId),
      rows.map(({ accountId }) => accountId ?? null),
      rows.map(({ unit }) => unit),
      rows.map(({ position }) => position),
    ],
  );
}

/**
 * Writes an entry's people anew. Who is named by his competitor's id is corrected and keeps person and account; who is
 * not named any more goes, with his personal data where nothing else refers to it.
 */
export async function replaceCompetitors(
  tx: EntityManager,
  eventId: string,
  entryId: string,
  people: readonly (CompetitorDraft & { id?: string | null })[],
  now: Date,
): Promise<void> {
  const before: { id: string; personId: string; accountId: string | null }[] = await tx
    .query(
      `DELETE FROM competitor WHERE event_id = $1 AND entry_id = $2
     RETURNING id, person_id AS "personId", account_id AS "accountId"`,
      [eventId, entryId],
    )
    .then(([rows]: [{ id: string; personId: string; accountId: string | null }[]]) => rows);
  const kept = new Map(before.map((row) => [row.id, row]));
  const rows = people.map((person, at): PlacedCompetitor => {
    const same = person.id ? kept.get(person.id) : undefined;
    if (same) kept.delete(same.id);
    return {
      ...person,
      id: same?.id,
      personId: same?.personId,
      accountId: same?.accountId ?? null,
      entryId,
      position: at + 1,
    };
  });
  await insertCompetitors(tx, eventId, rows, now);
  await tx.query(
    `DELETE FROM person p WHERE p.id = ANY($1)
        AND NOT EXISTS (SELECT 1 FROM competitor k WHERE k.person_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id)`,
    [[...kept.values()].map(({ personId }) => personId)],
  );
}
