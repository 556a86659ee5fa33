/**
 * What a tablet knows of one form: the values the server confirmed, what was tapped and is not sent yet, what is on its
 * way, and where somebody else changed the same value. Pure: every function answers a new draft; keeping and sending it
 * is outbox.ts' business. Nothing that was tapped is ever dropped without the judge having seen it.
 */
export interface FormDraft {
  formId: string;
  /** The revision at which `known` stands; a save names it. */
  revision: number;
  known: Cells;
  /** Tapped, not on its way: the last value of each cell; null takes a value back. */
  edits: Cells;
  /** Being typed on the number pad and not yet a value. */
  typing: Record<string, string>;
  /** On its way, under this key, until an answer comes; sent again unchanged. */
  sending: { clientKey: string; revision: number; values: CellValue[] } | null;
  conflicts: Record<string, Conflict>;
}

/** `aspectId seat` → value. */
export type Cells = Record<string, string | null>;

export interface CellValue {
  aspectId: string;
  seat: number;
  value: string | null;
}

/** A value that somebody else saved, as the server tells it. */
export interface OthersValue extends CellValue {
  by: string | null;
  at: string;
}

/** Two tablets gave one cell different values: both are shown, a person decides. */
export interface Conflict {
  mine: string | null;
  theirs: string | null;
  by: string | null;
  at: string;
}

export const cellKey = (aspectId: string, seat: number): string => `${aspectId} ${seat}`;

export function cellOf(key: string, value: string | null): CellValue {
  const [aspectId = '', seat = '0'] = key.split(' ');
  return { aspectId, seat: Number(seat), value };
}

/** A form as the server gave it, with nothing tapped yet. */
export function freshDraft(formId: string, revision: number, values: readonly CellValue[]): FormDraft {
  const known: Cells = {};
  for (const { aspectId, seat, value } of values) known[cellKey(aspectId, seat)] = value;
  return { formId, revision, known, edits: {}, typing: {}, sending: null, conflicts: {} };
}

/** What a cell shows: the latest tap, else what is on its way, else what the server has. */
export function shownValue(draft: FormDraft, key: string): string | null {
  if (key in draft.edits) return draft.edits[key] ?? null;
  const sent = draft.sending?.values.find((value) => cellKey(value.aspectId, value.seat) === key);
  return sent ? sent.value : (draft.known[key] ?? null);
}

/** Every value that counts at the moment, tapped ones included. */
export function shownValues(draft: FormDraft): CellValue[] {
  const keys = new Set([...Object.keys(draft.known), ...Object.keys(draft.edits)]);
  for (const { aspectId, seat } of draft.sending?.values ?? []) keys.add(cellKey(aspectId, seat));
  return [...keys].map((key) => cellOf(key, shownValue(draft, key))).filter(({ value }) => value !== null);
}

/** How many values the server has not confirmed yet; half-typed numbers count. */
export function unsentCount(draft: FormDraft): number {
  const keys = new Set([...Object.keys(draft.edits), ...Object.keys(draft.typing)]);
  for (const { aspectId, seat } of draft.sending?.values ?? []) keys.add(cellKey(aspectId, seat));
  return keys.size;
}

/** Whether anything here would be lost with the device. */
export const isSettled = (draft: FormDraft): boolean =>
  unsentCount(draft) === 0 && Object.keys(draft.conflicts).length === 0;

/** A tap. Tapping what the cell shows already changes nothing; deciding a conflict is a tap, too. */
export function enter(draft: FormDraft, key: string, value: string | null): FormDraft {
  const typing = without(draft.typing, key);
  const isSame = shownValue(draft, key) === value && !(key in draft.conflicts);
  if (isSame) return typing === draft.typing ? draft : { ...draft, typing };
  return {
    ...draft,
    typing,
    conflicts: without(draft.conflicts, key),
    edits: { ...draft.edits, [key]: value },
  };
}

/** A number being typed: kept through a reload, no value yet. */
export function typed(draft: FormDraft, key: string, text: string | null): FormDraft {
  return { ...draft, typing: text === null ? without(draft.typing, key) : { ...draft.typing, [key]: text } };
}

/** Leaves the other's value standing. */
export function keepTheirs(draft: FormDraft, key: string): FormDraft {
  return { ...draft, conflicts: without(draft.conflicts, key), edits: without(draft.edits, key) };
}

/** Puts what was tapped on its way under a new key. Only one save of a form is ever on its way. */
export function takeOff(draft: FormDraft, clientKey: string): FormDraft {
  const values = Object.entries(draft.edits).map(([key, value]) => cellOf(key, value));
  if (draft.sending || values.length === 0) return draft;
  return { ...draft, edits: {}, sending: { clientKey, revision: draft.revision, values } };
}

/** The server has what was on its way, and tells what others saved meanwhile. */
export function arrived(draft: FormDraft, revision: number, merged: readonly OthersValue[]): FormDraft {
  if (!draft.sending) return draft;
  const known = { ...draft.known };
  for (const { aspectId, seat, value } of draft.sending.values) known[cellKey(aspectId, seat)] = value;
  return withOthers({ ...draft, known, sending: null }, revision, merged);
}

/**
 * Somebody changed a value that was on its way: nothing of it was saved. Cells that differ become conflicts; the rest
 * goes back to what was tapped, and will be sent on the newer revision.
 */
export function refusedAsChanged(
  draft: FormDraft,
  revision: number,
  current: readonly OthersValue[],
): FormDraft {
  if (!draft.sending) return draft;
  const edits: Cells = {};
  for (const { aspectId, seat, value } of draft.sending.values) edits[cellKey(aspectId, seat)] = value;
  return withOthers({ ...draft, sending: null, edits: { ...edits, ...draft.edits } }, revision, current);
}

/** What was on its way cannot be saved as it is (the form was signed, say): it stays here to be seen. */
export function comeBack(draft: FormDraft): FormDraft {
  if (!draft.sending) return draft;
  const edits: Cells = {};
  for (const { aspectId, seat, value } of draft.sending.values) edits[cellKey(aspectId, seat)] = value;
  return { ...draft, sending: null, edits: { ...edits, ...draft.edits } };
}

/** What others saved up to a newer revision. While a save is on its way its own answer brings the news. */
export function withNews(draft: FormDraft, revision: number, changes: readonly OthersValue[]): FormDraft {
  return draft.sending || revision <= draft.revision ? draft : withOthers(draft, revision, changes);
}

/** Others' values stand; where this tablet was about to say something else, both are kept to be compared. */
function withOthers(draft: FormDraft, revision: number, others: readonly OthersValue[]): FormDraft {
  const known = { ...draft.known };
  const edits = { ...draft.edits };
  const conflicts = { ...draft.conflicts };
  for (const { aspectId, seat, value, by, at } of others) {
    const key = cellKey(aspectId, seat);
    known[key] = value;
    const conflict = conflicts[key];
    const isTapped = key in edits;
    const mine = isTapped ? (edits[key] ?? null) : conflict ? conflict.mine : value;
    delete edits[key];
    delete conflicts[key];
    if (mine !== value) conflicts[key] = { mine, theirs: value, by, at };
  }
  return { ...draft, revision, known, edits, conflicts };
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  if (!(key in record)) return record;
  const { [key]: _gone, ...rest } = record;
  return rest;
}
