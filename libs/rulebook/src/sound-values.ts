import { beginsAsFormula, isPlainText } from './plain-text.js';

/** The fields of an object from outside. */
export type Fields = Record<string, unknown>;

/** Takes down what is wrong at a path. Each function below reports and goes on, so that all faults are named at once. */
export type Report = (path: string, zh: string, en: string) => void;

export function fieldsOf(
  value: unknown,
  path: string,
  report: Report,
  keys: readonly string[],
): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report(path, '应为对象。', 'Should be an object.');
    return null;
  }
  const at = path === '' ? '' : `${path}.`;
  for (const key of Object.keys(value))
    if (!keys.includes(key)) report(`${at}${key}`, '没有这一项。', 'There is no such field.');
  for (const key of keys)
    if (!Object.hasOwn(value, key)) report(`${at}${key}`, '缺少这一项。', 'This field is missing.');
  return keys.every((key) => Object.hasOwn(value, key)) ? (value as Fields) : null;
}

export function listAt(value: unknown, path: string, report: Report, most: number): unknown[] | null {
  if (Array.isArray(value) && value.length <= most) return value as unknown[];
  report(path, `应为列表，最多 ${most} 项。`, `Should be a list of at most ${most}.`);
  return null;
}

export function wordsAt(value: unknown, path: string, report: Report, max: number): void {
  const words = fieldsOf(value, path, report, ['zh', 'en']);
  if (!words) return;
  text(words['zh'], `${path}.zh`, report, max);
  text(words['en'], `${path}.en`, report, max * 2);
}

/** A text for people; none that a spreadsheet takes for a formula, and nothing that cannot be read. */
export function text(value: unknown, path: string, report: Report, max: number): void {
  if (typeof value === 'string') plain(value, path, report);
  if (typeof value !== 'string' || value.trim() === '' || value.length > max)
    report(
      path,
      `应为文字，不可为空，最多 ${max} 字。`,
      `Should be a text, not empty, of at most ${max} letters.`,
    );
}

/** Line breaks may stand in a clause. */
export function plain(value: string, path: string, report: Report): void {
  if (!isPlainText(value, true))
    report(
      path,
      '含有控制字符、零宽字符或改变文字方向的字符。',
      'Holds control characters, zero-width characters or ones that turn the direction of writing.',
    );
  if (beginsAsFormula(value))
    report(
      path,
      '不可以 =、+、-、@ 开头（电子表格会当作公式）。',
      'May not begin with =, +, - or @: a spreadsheet takes it for a formula.',
    );
}

export function wholeNumber(value: unknown, path: string, report: Report, min: number, max: number): void {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
    report(path, `应为 ${min} 到 ${max} 的整数。`, `Should be a whole number from ${min} to ${max}.`);
}

export function oneOf(value: unknown, path: string, allowed: readonly unknown[], report: Report): boolean {
  if (allowed.includes(value)) return true;
  report(path, `应为以下之一：${allowed.join('、')}。`, `Should be one of: ${allowed.join(', ')}.`);
  return false;
}

export function setOf(
  value: unknown,
  path: string,
  allowed: readonly unknown[],
  report: Report,
  least: number,
): void {
  const list = listAt(value, path, report, allowed.length);
  if (!list) return;
  if (list.length < least) report(path, '至少选一项。', 'Choose at least one.');
  if (new Set(list).size !== list.length) report(path, '有重复项。', 'Something stands there twice.');
  list.forEach((one, index) => void oneOf(one, `${path}.${index}`, allowed, report));
}

export function unique(value: unknown, key: string, path: string, report: Report): void {
  if (!Array.isArray(value)) return;
  const seen = new Set<unknown>();
  (value as unknown[]).forEach((one, index) => {
    const id = typeof one === 'object' && one !== null ? (one as Fields)[key] : undefined;
    if (id !== undefined && seen.has(id))
      report(`${path}.${index}.${key}`, '与前面的重复。', 'It stands there twice.');
    seen.add(id);
  });
}

/** A day that is in the calendar. */
export function isDay(value: unknown): value is string {
  const found = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
