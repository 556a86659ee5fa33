import type { Actor } from '@luban/audit';
import { type CompetitionEvent, dayIn } from '@luban/events';
import { assertMay, mayAt } from '@luban/identity';
import { Invalid, isId, NotFound, Refused, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { admit } from './admission.js';
import type { CompetitorInput } from './entry.dto.js';
import { Entry } from './entry.entity.js';
import { type CompetitorDraft, isDay } from './entry-rules.js';
import { entryStateNames, entrySteps, mayStep } from './entry-states.js';

/** The entry, locked, when it is in reach; `NotFound` otherwise, `Denied` where the role may only read. */
export async function entryToChange(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  id: string,
  permission: 'entries.edit' | 'entries.submit' | 'entries.review' = 'entries.edit',
): Promise<Entry> {
  const entry = isId(id)
    ? await tx.findOne(Entry, { where: { eventId, id }, lock: { mode: 'pessimistic_write' } })
    : null;
  const place = { eventId, skillId: entry?.skillId, delegationId: entry?.delegationId };
  if (!entry || (!mayAt(actor, 'entries.read', place) && !mayAt(actor, permission, place)))
    throw new NotFound('registration.entry-not-found');
  assertMay(actor, permission, place);
  return entry;
}

/** Changes an entry's row and its version. `$3` on are the values. */
export async function step(
  tx: EntityManager,
  eventId: string,
  id: string,
  set: string,
  values: unknown[] = [],
): Promise<void> {
  await tx.query(`UPDATE entry SET ${set}, version = version + 1 WHERE event_id = $1 AND id = $2`, [
    eventId,
    id,
    ...values,
  ]);
}

export function assertStep(entry: Pick<Entry, 'state' | 'status'>, name: keyof typeof entrySteps): void {
  if (entry.status === 'withdrawn') throw new Refused('registration.entry-withdrawn');
  if (!mayStep(entry.state, name)) throw new Refused(entrySteps[name].refusal, stateParams(entry));
}

export const stateParams = ({ state }: Pick<Entry, 'state'>) => ({
  state,
  stateZh: entryStateNames[state].zh,
  stateEn: entryStateNames[state].en,
});

/** Host and organiser of the event: they see all delegations and enter late. */
export const runsRegistration = (actor: Actor, eventId: string): boolean =>
  mayAt(actor, 'entries.review', { eventId });

export async function assertAdmitted(
  tx: EntityManager,
  actor: Actor,
  event: CompetitionEvent,
  skillId: string,
  arrivedAt: Date,
  lateReason: string | null | undefined,
): Promise<'inTime' | 'late'> {
  const organiser = runsRegistration(actor, event.id);
  const drawn = await isDrawn(tx, event.id, skillId);
  const admission = admit({ event, arrivedAt, organiser, lateReason, drawn });
  if ('admitted' in admission) return admission.admitted;
  throw new Refused(admission.refusal, closing(event));
}

/** When registration opens and closes, for a message: in the event's zone. */
export function closing(event: CompetitionEvent): Record<string, string> {
  const show = (at: Date | null) => (at ? `${dayIn(at, event.timeZone)} ${timeIn(at, event.timeZone)}` : '–');
  return { opensAt: show(event.registrationOpensAt), closesAt: show(event.registrationClosesAt) };
}

const timeIn = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(at);

export async function isDrawn(tx: EntityManager, eventId: string, skillId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM draw WHERE event_id = $1 AND skill_id = $2 AND superseded_at IS NULL LIMIT 1`,
    [eventId, skillId],
  );
  return rows.length > 0;
}

export async function assertGroupOf(
  tx: EntityManager,
  eventId: string,
  skillId: string,
  groupId: string,
): Promise<void> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM skill_group WHERE event_id = $1 AND skill_id = $2 AND id = $3`,
    [eventId, skillId, groupId],
  );
  if (rows.length === 0) throw oneFault('groupId', 'registration.group-not-of-skill');
}

export async function assertDelegation(
  tx: EntityManager,
  eventId: string,
  delegationId: string,
): Promise<void> {
  const rows: unknown[] = await tx.query(`SELECT 1 FROM delegation WHERE event_id = $1 AND id = $2`, [
    eventId,
    delegationId,
  ]);
  if (rows.length === 0) throw oneFault('delegationId', 'registration.delegation-not-found');
}

const oneFault = (path: string, code: string): Invalid =>
  new Invalid(code, {}, { errors: [{ path, code, message: say(code) }] });

/** Refuses an incomplete or inadmissible entry, naming everything that is wrong with it. */
export function assertNoneBlocking(
  findings: readonly { code: string; severity: string; path: string; message: { zh: string; en: string } }[],
): void {
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  if (blocking.length > 0) {
    throw new Refused(
      'registration.entry-incomplete',
      { count: blocking.length },
      { errors: blocking.map(({ path, code, message }) => ({ path, code, message })) },
    );
  }
}

/** The people of a request; a day that no calendar has is a fault of its field. */
export function draftsOf(people: readonly CompetitorInput[]): (CompetitorDraft & { id?: string })[] {
  const unreadable = people.findIndex(({ birthDate }) => birthDate && !isDay(birthDate));
  if (unreadable >= 0) throw oneFault(`competitors.${unreadable}.birthDate`, 'registration.date-unreadable');
  return people.map((person) => ({
    ...(person.id ? { id: person.id } : {}),
    name: person.name,
    nameLatin: person.nameLatin ?? null,
    sex: person.sex ?? null,
    birthDate: person.birthDate ?? null,
    unit: person.unit ?? null,
  }));
}
