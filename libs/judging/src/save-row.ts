import { newId } from '@luban/platform';
import { readEnteredValue } from './entered-value.js';
import type { FormCard } from './form-cards.js';
import { formStanding, type OpenSpread, type StandingValue } from './form-standing.js';
import type { SaveCell, SaveReplyRow, SaveRow } from './save-marks.sql.js';
import type { SavedValue } from './saved-value.js';

/** A value that cannot be taken: where in the request, and why. */
export interface ValueFault {
  path: string;
  code: 'judging.value-not-valid' | 'judging.aspect-not-on-form' | 'judging.value-twice';
  params: Record<string, string | number>;
}

export interface SaveRequest {
  eventId: string;
  formId: string;
  accountId: string | null;
  clientKey: string;
  revision: number;
  values: readonly SavedValue[];
  source: SaveRow['source'];
}

/** The row to save, or every fault of the values sent: one bad value saves nothing of its form. */
export function saveRowOf(card: FormCard, request: SaveRequest): { row: SaveRow } | { faults: ValueFault[] } {
  const faults: ValueFault[] = [];
  const cells: SaveCell[] = [];
  const given = new Map<string, number>();
  const seen = new Set<string>();
  request.values.forEach(({ aspectId, seat, value }, index) => {
    const path = `values.${index}`;
    const aspect = card.aspects.get(aspectId);
    if (!aspect) return faults.push({ path, code: 'judging.aspect-not-on-form', params: {} });
    const params = { aspect: aspect.code, seat };
    if (seen.has(`${aspectId} ${seat}`)) return faults.push({ path, code: 'judging.value-twice', params });
    seen.add(`${aspectId} ${seat}`);
    const { panel } = card.rules.judgement;
    const read = value === null ? null : readEnteredValue(aspect, seat, value, panel);
    const isSeat = aspect.kind === 'measurement' ? seat === 0 : seat >= 1 && seat <= panel.judges;
    if (!isSeat || (value !== null && read === null)) {
      return faults.push({ path: `${path}.value`, code: 'judging.value-not-valid', params });
    }
    if (aspect.kind === 'judgement') given.set(aspectId, (given.get(aspectId) ?? 0) + 1);
    return cells.push({
      aspectId: aspect.id,
      seat,
      value: read?.value ?? null,
      markHundredths: read?.markHundredths ?? null,
      label: `${aspect.code}#${seat}`,
    });
  });
  if (faults.length > 0) return { faults };
  const { judges } = card.rules.judgement.panel;
  const ask = [...given].filter(([, count]) => count < judges).map(([aspectId]) => aspectId);
  return { row: { ...request, saveId: newId(), auditId: newId(), values: cells, ask } };
}

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
