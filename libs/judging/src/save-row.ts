import { Invalid, type MessageParams, newId, type Said, say } from '@luban/platform';
import { type AspectCard, readEnteredValue } from './entered-value.js';
import type { FormCard } from './form-cards.js';
import { formStanding, type OpenSpread, type StandingValue } from './form-standing.js';
import type { SaveCell, SaveReplyRow, SaveRow } from './save-marks.sql.js';
import type { SavedValue } from './saved-value.js';

export interface SaveRequest {
  eventId: string;
  formId: string;
  accountId: string | null;
  clientKey: string;
  revision: number;
  values: readonly SavedValue[];
  source: SaveRow['source'];
}

/** The row to save. Throws `Invalid` as `readCells` does. */
export function saveRowOf(card: FormCard, request: SaveRequest): SaveRow {
  const values = readCells(card, request.values);
  const given = new Map<string, number>();
  for (const { aspectId } of values) given.set(aspectId, (given.get(aspectId) ?? 0) + 1);
  const { judges } = card.rules.judgement.panel;
  const ask = [...given]
    .filter(([id, count]) => card.aspects.get(id)?.kind === 'judgement' && count < judges)
    .map(([id]) => id);
  return { ...request, saveId: newId(), auditId: newId(), values, ask };
}

/** The values sent, each in the form in which it is kept. Throws `Invalid` as `readCells` does. */
export const readValues = (card: FormCard, values: readonly SavedValue[]): SavedValue[] =>
  readCells(card, values).map(({ aspectId, seat, value }) => ({ aspectId, seat, value }));

/**
 * Reads the values sent. Throws `Invalid` `judging.values-not-valid` naming every fault: one bad value saves nothing of
 * its form.
 */
function readCells(card: FormCard, values: readonly SavedValue[]): SaveCell[] {
  const { panel } = card.rules.judgement;
  const errors: { path: string; code: string; message: Said }[] = [];
  const seen = new Set<string>();
  const cells = values.map(({ aspectId, seat, value = null }, index): SaveCell => {
    const fault = (code: string, params: MessageParams = {}): void => {
      errors.push({ path: `values.${index}.value`, code, message: say(code, params) });
    };
    const aspect = card.aspects.get(aspectId);
    const cell = `${aspectId} ${seat}`;
    const read = aspect && value !== null ? readEnteredValue(aspect, seat, value, panel) : null;
    if (!aspect) fault('judging.aspect-not-on-form');
    else if (seen.has(cell)) fault('judging.value-twice', { aspect: aspect.code, seat });
    else if (!hasSeat(aspect, seat, panel.judges))
      fault('judging.seat-not-on-form', { aspect: aspect.code, seat });
    else if (value !== null && !read) fault('judging.value-not-valid', { aspect: aspect.code, seat });
    seen.add(cell);
    const { value: kept = null, markHundredths = null } = read ?? {};
    return { aspectId, seat, value: kept, markHundredths, label: `${aspect?.code}#${seat}` };
  });
  if (errors.length > 0) throw new Invalid('judging.values-not-valid', { count: errors.length }, { errors });
  return cells;
}

const hasSeat = (aspect: AspectCard, seat: number, judges: number): boolean =>
  aspect.kind === 'measurement' ? seat === 0 : seat >= 1 && seat <= judges;

/** The open spreads of the judgement aspects that a save touched, with the scores that stood beside it. */
export function spreadsAfter(card: FormCard, row: SaveRow, beside: SaveReplyRow['beside']): OpenSpread[] {
  const values: SavedValue[] = [...(beside ?? []).map(asValue), ...row.values];
  return spreadsOf(card, row.values, standingAfter([values]));
}

/** The same, for a save made earlier: from the history up to and including it, so that a repeat answers the same. */
export function spreadsFromHistory(card: FormCard, history: readonly SavedValue[][]): OpenSpread[] {
  return spreadsOf(card, history.at(-1) ?? [], standingAfter(history));
}

function spreadsOf(card: FormCard, touched: readonly SavedValue[], standing: StandingValue[]): OpenSpread[] {
  const ids = new Set(touched.map(({ aspectId }) => aspectId));
  const aspects = [...card.aspects.values()].filter(({ id, kind }) => kind === 'judgement' && ids.has(id));
  return aspects.length === 0 ? [] : formStanding(aspects, standing, card.rules).spreads;
}

/** What stands after these saves, in order: the last value of each cell, without those taken back. */
export function standingAfter(saves: readonly (readonly SavedValue[])[]): StandingValue[] {
  const cells = new Map<string, SavedValue>();
  for (const save of saves) for (const cell of save) cells.set(`${cell.aspectId} ${cell.seat}`, cell);
  return [...cells.values()].flatMap(({ aspectId, seat, value }) =>
    value === null ? [] : [{ aspectId, seat, value }],
  );
}

const asValue = ([aspectId, seat, value]: [string, number, string]): SavedValue => ({
  aspectId,
  seat,
  value,
});
