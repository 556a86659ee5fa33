import { formatMark } from '../language/format.js';

/** A mark in tabular figures, right-aligned by its cell: `8.35`, `0.00`, or `–` when not yet marked. */
export function MarkFigure({
  hundredths,
  strong,
}: {
  hundredths: number | null | undefined;
  strong?: boolean;
}) {
  const text = formatMark(hundredths);
  return strong ? <strong className="figures">{text}</strong> : <span className="figures">{text}</span>;
}
