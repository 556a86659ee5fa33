import { shortly } from './decimal.js';
import { ScoringError } from './scoring-error.js';

/**
 * Reading of untrusted JSON: each function returns the value in its type or throws ScoringError with the path. Names
 * such as `__proto__` are data like any other: objects are only ever read by own keys, and kept in Maps.
 */
export type JsonObject = Readonly<Record<string, unknown>>;

const TEXT_MAX = 1000;

export function objectAt(value: unknown, path: string, code = 'score.bad-type'): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw wrongType(value, path, '对象', 'an object', code);
}

export function arrayAt(value: unknown, path: string, max: number): readonly unknown[] {
  if (!Array.isArray(value)) throw wrongType(value, path, '数组', 'an array');
  if (value.length > max)
    throw new ScoringError(
      'score.too-large',
      {
        zh: `${path} 最多 ${max} 项,收到 ${value.length} 项。`,
        en: `${path} holds ${value.length}, at most ${max} are read.`,
      },
      path,
    );
  return value;
}

/** Any text up to 1000 characters; `what` it must not be empty for is up to the caller. */
export function textAt(value: unknown, path: string): string {
  if (typeof value !== 'string') throw wrongType(value, path, '字符串', 'a string');
  if (value.length > TEXT_MAX)
    throw new ScoringError(
      'score.too-large',
      { zh: `${path} 超过 ${TEXT_MAX} 个字符。`, en: `${path} is longer than ${TEXT_MAX} characters.` },
      path,
    );
  return value;
}

export function nameAt(value: unknown, path: string): string {
  const text = textAt(value, path);
  if (text.trim() === '') throw wrongType(value, path, '非空字符串', 'a string that is not empty');
  return text;
}

/** A list of at most a hundred names. */
export function namesAt(value: unknown, path: string): string[] {
  return arrayAt(value, path, 100).map((name, index) => nameAt(name, `${path}[${index}]`));
}

export function integerAt(value: unknown, path: string, min: number, max: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw wrongType(value, path, `${min} 至 ${max} 的整数`, `an integer from ${min} to ${max}`);
}

export function booleanAt(value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return value;
  throw wrongType(value, path, 'true 或 false', 'true or false');
}

export function oneOf<T extends string>(
  value: unknown,
  path: string,
  allowed: readonly T[],
  code?: string,
): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw wrongType(value, path, allowed.join('、'), `one of ${allowed.join(', ')}`, code);
}

/** The own value under a key; undefined where there is none, whatever an object's prototype holds. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** True where a key is absent or null. */
export function absent(object: JsonObject, key: string): boolean {
  return own(object, key) === undefined || own(object, key) === null;
}

/** Refuses keys nobody reads: in a policy a misspelt rule would silently not apply. */
export function onlyKeys(object: JsonObject, allowed: readonly string[], path: string): void {
  const odd = Object.keys(object).find((key) => !allowed.includes(key));
  if (odd !== undefined)
    throw new ScoringError(
      'score.unknown-field',
      {
        zh: `${path} 中没有字段 ${shortly(odd)};可用:${allowed.join('、')}。`,
        en: `${path} has no field ${shortly(odd)}; there are: ${allowed.join(', ')}.`,
      },
      path,
    );
}

export function wrongType(
  value: unknown,
  path: string,
  zh: string,
  en: string,
  code = 'score.bad-type',
): ScoringError {
  const where = path === '' ? { zh: '输入', en: 'The input' } : { zh: path, en: path };
  return new ScoringError(
    code,
    {
      zh: `${where.zh} 须为${zh};收到 ${shortly(value)}。`,
      en: `${where.en} must be ${en}; got ${shortly(value)}.`,
    },
    path,
  );
}
