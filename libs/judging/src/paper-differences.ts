import type { PaperDifferenceDto } from './paper-entry.dto.js';
import type { SavedValue } from './saved-value.js';

/**
 * Where two readings of the same paper differ, cell by cell in the form's order. Values are compared as they are kept
 * (`06.20` and `6.2` are the same); a value only one of them has is a difference.
 */
export function paperDifferences(
  aspects: readonly { id: string; code: string }[],
  entered: readonly SavedValue[],
  checked: readonly SavedValue[],
): PaperDifferenceDto[] {
  const first = byCell(entered);
  const second = byCell(checked);
  const position = new Map(aspects.map(({ id }, index) => [id, index]));
  const codes = new Map(aspects.map(({ id, code }) => [id, code]));
  return [...new Map([...first, ...second]).values()]
    .map(({ aspectId, seat }) => ({
      aspectId,
      code: codes.get(aspectId) ?? '',
      seat,
      entered: first.get(`${aspectId} ${seat}`)?.value ?? null,
      checked: second.get(`${aspectId} ${seat}`)?.value ?? null,
    }))
    .filter((cell) => cell.entered !== cell.checked)
    .sort((a, b) => (position.get(a.aspectId) ?? 0) - (position.get(b.aspectId) ?? 0) || a.seat - b.seat);
}

const byCell = (values: readonly SavedValue[]): Map<string, SavedValue> =>
  new Map(values.map((value) => [`${value.aspectId} ${value.seat}`, value]));
