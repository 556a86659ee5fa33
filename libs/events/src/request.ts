import { Invalid, type MessageParams, say } from '@luban/platform';

/** A request whose field cannot be used, with the one field named. 400. */
export function unfit(path: string, code: string, params: MessageParams = {}): Invalid {
  return new Invalid(code, params, { errors: [{ path, code, message: say(code, params) }] });
}

/** The fields a request names; what it leaves out stays as it is. */
export const given = <T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** An ISO 8601 instant with its zone; one without is refused, because nobody could know which clock it means. */
export function instant(text: string | null | undefined, path: string): Date | null | undefined {
  if (text == null) return text;
  const zoned = /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i.test(text);
  const time = new Date(text);
  if (!zoned || Number.isNaN(time.getTime())) throw unfit(path, 'events.time-without-zone', { time: text });
  return time;
}
