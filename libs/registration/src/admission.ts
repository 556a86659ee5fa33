import type { CompetitionEvent } from '@luban/events';

/** What admission depends on. */
export interface AdmissionTerms {
  event: Pick<CompetitionEvent, 'stage' | 'registrationOpensAt' | 'registrationClosesAt'>;
  /** When the request arrived at the server: registration closes on the second. */
  arrivedAt: Date;
  /** Whether the actor runs the registration of the event, rather than leading one delegation. */
  organiser: boolean;
  /** Why it is late; organisers only. Undefined where none is asked for: a withdrawal taken back. */
  lateReason: string | null | undefined;
  /** The skill's draw has been held. */
  drawn: boolean;
}

export type Admission = { admitted: 'inTime' | 'late' } | { refusal: string };

/** The refusal that says where registration stands. */
export type RegistrationDoor = 'notYet' | 'open' | 'closed';

/** Where registration stands at an instant: it opens and closes at the very instants that the event names. */
export function registrationDoor(event: AdmissionTerms['event'], at: Date): RegistrationDoor {
  if (event.stage === 'draft') return 'notYet';
  if (event.stage !== 'registration') return 'closed';
  if (event.registrationOpensAt && at < event.registrationOpensAt) return 'notYet';
  return event.registrationClosesAt && at >= event.registrationClosesAt ? 'closed' : 'open';
}

/**
 * Whether a new entry, or a change to one, is admitted. Delegations: while registration is open. The organiser: also
 * afterwards, with a reason, until the skill is drawn.
 */
export function admit({ event, arrivedAt, organiser, lateReason, drawn }: AdmissionTerms): Admission {
  const door = registrationDoor(event, arrivedAt);
  if (drawn) return { refusal: 'registration.already-drawn' };
  if (door === 'open') return { admitted: 'inTime' };
  if (door === 'notYet') return { refusal: 'registration.not-open-yet' };
  if (!organiser || (event.stage !== 'registration' && event.stage !== 'preparation'))
    return { refusal: 'registration.closed' };
  return lateReason === undefined || lateReason?.trim()
    ? { admitted: 'late' }
    : { refusal: 'registration.late-reason-needed' };
}
