import type { PdfBar, PdfTile } from './pdf-document.js';
import { brand, ink, line, type PdfPage, quiet, shade } from './pdf-page.js';

const size = 9.5;

/** What a figure of so many bars wants of a page, in points: all of it, unless it is longer than half a page. */
export const barsHeight = (page: PdfPage, bars: number): number =>
  26 + barHeight * (26 + barHeight * bars <= page.height / 2 ? bars : 3);

const barHeight = 19;

/** Bars lying one under the other, with the value behind each; a target is a line across its bar. */
export function drawBars(page: PdfPage, title: string | undefined, bars: readonly PdfBar[]): void {
  page.need(barsHeight(page, bars.length));
  if (title) heading(page, title);
  const labelWidth = Math.min(
    page.width * 0.4,
    Math.max(0, ...bars.map(({ label }) => page.measure(label, size))) + 10,
  );
  const noteWidth =
    Math.max(30, ...bars.map(({ note, value }) => page.measure(note ?? String(value), size))) + 8;
  const room = Math.max(60, page.width - labelWidth - noteWidth);
  const most = Math.max(1, ...bars.flatMap(({ value, of }) => [value, of ?? 0]));
  for (const { label, value, of, note } of bars) {
    page.need(barHeight);
    const [shown = ''] = page.wrap(label, labelWidth - 6, size);
    page.put(shown, page.left, page.y + 2, { size, width: labelWidth - 6, align: 'right' });
    const x = page.left + labelWidth;
    page.pdf.rect(x, page.y + 2, room, 12).fill(shade);
    if (value > 0) page.pdf.rect(x, page.y + 2, (room * value) / most, 12).fill(brand);
    if (of !== undefined) {
      const at = x + (room * of) / most;
      page.pdf
        .moveTo(at, page.y)
        .lineTo(at, page.y + 16)
        .lineWidth(1.5)
        .strokeColor(ink)
        .stroke();
    }
    page.put(note ?? String(value), x + room + 6, page.y + 2, { size });
    page.y += barHeight;
  }
  page.skip(6);
}

/** Steps of the brand colour, from a little to the most; the figure always stands in the tile as well. */
const steps = ['#f6e3df', '#e9b9b0', '#d68a7c', '#be5a48', '#a8321f'];

function gridOf(page: PdfPage, tiles: readonly PdfTile[]): { columns: number; rows: number; side: number } {
  const columns = Math.max(1, ...tiles.map(({ column }) => column + 1));
  const rows = Math.max(1, ...tiles.map(({ row }) => row + 1));
  return { columns, rows, side: Math.min(page.width / columns, 36) };
}

/** What a grid wants of a page, in points: it is never torn. */
export const tilesHeight = (page: PdfPage, tiles: readonly PdfTile[]): number => {
  const { rows, side } = gridOf(page, tiles);
  return rows * side + 50;
};

/** Places as equal tiles, roughly where they lie: none is larger for having more land. */
export function drawTiles(
  page: PdfPage,
  title: string | undefined,
  tiles: readonly PdfTile[],
  legend: string | undefined,
): void {
  const { columns, rows, side } = gridOf(page, tiles);
  page.need(tilesHeight(page, tiles));
  if (title) heading(page, title);
  const left = page.left + (page.width - columns * side) / 2;
  const most = Math.max(1, ...tiles.map(({ value }) => value ?? 0));
  for (const { row, column, label, value } of tiles) {
    const x = left + column * side;
    const y = page.y + row * side;
    const step = value ? Math.min(steps.length - 1, Math.floor((value / most) * (steps.length - 0.001))) : -1;
    page.pdf.rect(x + 1, y + 1, side - 2, side - 2).lineWidth(0.5);
    if (value === null) page.pdf.dash(2, { space: 2 }).strokeColor(line).stroke().undash();
    else page.pdf.fillAndStroke(steps[step] ?? shade, line);
    const color = step >= 3 ? '#ffffff' : ink;
    page.put(label, x, y + 5, { size: 8, width: side, align: 'centre', color });
    if (value !== null)
      page.put(String(value), x, y + 17, { size: 10, weight: 'bold', width: side, align: 'centre', color });
  }
  page.y += rows * side + 6;
  if (legend) page.flow(legend, { size: 8.5, leading: 13, color: quiet, align: 'centre' });
  page.skip(8);
}

function heading(page: PdfPage, text: string): void {
  page.flow(text, { size: 10.5, leading: 18, weight: 'bold' });
  page.y += 2;
}
