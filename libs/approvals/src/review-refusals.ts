import { Invalid, type MessageParams, say } from '@luban/platform';

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
