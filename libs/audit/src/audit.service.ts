import { Injectable } from '@nestjs/common';
import { Clock, newId, nilId } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { Actor } from './actor.js';

/** What a verb did, and to what. */
export interface AuditSubject {
  /** Null or absent: belongs to no event. */
  eventId?: string | null;
  /** The skill it concerns, where there is one: it narrows who may read the row. */
  skillId?: string | null;
  /** The noun: `form`, `entry`, `account`. */
  subjectType: string;
  subjectId: string;
  /** Ids, codes, marks and states only: no names, no other personal data. */
  before?: unknown;
  after?: unknown;
  /** What the person gave as the reason. */
  reason?: string | null;
}

/** Writes the record of who did what, when: in the verb's own transaction, so that neither is there without the other. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** Records one verb, such as `form.signedOff`. */
  async record(tx: EntityManager, actor: Actor, verb: string, subject: AuditSubject): Promise<void> {
    await recordVerb(tx, actor, verb, [subject], this.clock.now());
  }

  /** Records one verb done to many subjects, in one statement. Rows keep the order given. */
  async recordMany(
    tx: EntityManager,
    actor: Actor,
    verb: string,
    subjects: readonly AuditSubject[],
  ): Promise<void> {
    await recordVerb(tx, actor, verb, subjects, this.clock.now());
  }
}

/** The same for functions that are given no `Audit`. */
export async function recordVerb(
  tx: EntityManager,
  actor: Actor,
  verb: string,
  subjects: readonly AuditSubject[],
  at: Date,
): Promise<void> {
  if (subjects.length === 0) return;
  await tx.query(
    `INSERT INTO audit_entry
       (event_id, id, at, actor_account_id, verb, skill_id, subject_type, subject_id, before, after, reason)
     SELECT event_id, id, $1, $2, $3, skill_id, subject_type, subject_id, before, after, reason
       FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::jsonb[], $10::jsonb[], $11::text[])
         AS row (event_id, id, skill_id, subject_type, subject_id, before, after, reason)`,
    [
      at,
      actor.accountId,
      verb,
      subjects.map((subject) => subject.eventId ?? nilId),
      subjects.map(() => newId()),
      subjects.map((subject) => subject.skillId ?? null),
      subjects.map((subject) => subject.subjectType),
      subjects.map((subject) => subject.subjectId),
      subjects.map((subject) => asJson(subject.before)),
      subjects.map((subject) => asJson(subject.after)),
      subjects.map((subject) => subject.reason ?? null),
    ],
  );
}

const asJson = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));
