/** A field whose recorded value differs; `undefined` where the field was not recorded. */
export interface ChangedField {
  name: string;
  was: unknown;
  is: unknown;
}

/** What differs between the recorded before and after, field by field. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const was = asRecord(before);
  const is = asRecord(after);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
    .map((name) => ({ name, was: was[name], is: is[name] }));
}

/** A recorded value as text; `–` where there was none. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
