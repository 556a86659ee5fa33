import { Invalid, type MessageParams, Refused, say } from '@luban/platform';

/** Refuses a request with each of its faulty fields; does nothing where there are none. */
export function refusedFields(
  code: string,
  faults: readonly { path: string; params?: MessageParams }[],
): void {
  const [first] = faults;
  if (!first) return;
  const errors = faults.map(({ path, params }) => ({ path, code, message: say(code, params) }));
  throw new Invalid(code, first.params ?? {}, { errors });
}

/** The reason with which a step is taken back. Throws `Refused` `approvals.reason-needed` where there is none. */
export function assertReasoned(reason: string | null | undefined): string {
  const why = reason?.trim();
  if (why) return why;
  const code = 'approvals.reason-needed';
  throw new Refused(code, {}, { errors: [{ path: 'reason', code, message: say(code) }] });
}
