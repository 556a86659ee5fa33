import type { PdfBlock, PdfColumn } from './pdf-document.js';
import { line, type PdfPage, shade } from './pdf-page.js';

const size = 9.5;
const leading = 15;
const pad = 5;

interface Cell {
  lines: string[];
  x: number;
  width: number;
  align: 'left' | 'right' | 'centre';
  bold: boolean;
  shaded: boolean;
}

/** A table with lines around its cells; its head is repeated on every page, a long row goes on on the next one. */
export function drawTable(page: PdfPage, columns: readonly PdfColumn[], rows: readonly string[][]): void {
  const { headed, filled } = cellsOf(page, columns, rows);
  const head = () => drawRow(page, headed);
  page.need(heightOf(headed) + leastRows(page, filled));
  head();
  drawRows(page, filled, head);
}

/** Labels at the left, what is stated at the right. */
export function drawFacts(page: PdfPage, rows: readonly { label: string; value: string }[]): void {
  drawRows(page, factsOf(page, rows));
}

/** What of a table has to stand together at its beginning, in points. */
export function leastOfTable(page: PdfPage, block: Extract<PdfBlock, { kind: 'table' | 'facts' }>): number {
  if (block.kind === 'facts') return leastRows(page, factsOf(page, block.rows));
  const { headed, filled } = cellsOf(page, block.columns, block.rows);
  return heightOf(headed) + leastRows(page, filled);
}

function cellsOf(page: PdfPage, columns: readonly PdfColumn[], rows: readonly string[][]) {
  const boxes = boxesOf(page, columns);
  const headed = columns.map(({ title }, i) =>
    cell(page, title, boxes[i], { align: 'centre', bold: true, shaded: true }),
  );
  const filled = rows.map((row) =>
    columns.map(({ align = 'left' }, i) => cell(page, row[i] ?? '', boxes[i], { align })),
  );
  return { headed, filled };
}

function factsOf(page: PdfPage, rows: readonly { label: string; value: string }[]): Cell[][] {
  const boxes = boxesOf(page, [
    { title: '', weight: 24 },
    { title: '', weight: 76 },
  ]);
  return rows.map(({ label, value }) => [
    cell(page, label, boxes[0], { bold: true, shaded: true }),
    cell(page, value || '–', boxes[1], {}),
  ]);
}

/** Rows down the pages; the last one is not left alone on a new page where the one before can go with it. */
function drawRows(page: PdfPage, rows: readonly Cell[][], onTurn?: () => void): void {
  rows.forEach((cells, i) => {
    const last = rows[i + 1];
    if (i === rows.length - 2 && i > 0 && last) {
      const both = heightOf(cells) + heightOf(last);
      if (both > page.room && both < page.height / 2) {
        page.turn();
        onTurn?.();
      }
    }
    drawRow(page, cells, onTurn);
  });
}

const linesOf = (cells: readonly Cell[]): number => Math.max(1, ...cells.map(({ lines }) => lines.length));
const heightOf = (cells: readonly Cell[]): number => linesOf(cells) * leading + 2 * pad;

/** A short table whole; of a longer one the first row, or four lines of it. In points. */
function leastRows(page: PdfPage, rows: readonly Cell[][]): number {
  const all = rows.reduce((sum, cells) => sum + heightOf(cells), 0);
  if (all <= page.height / 3) return all;
  const [first] = rows;
  return first ? Math.min(linesOf(first), 4) * leading + 2 * pad : 0;
}

type Box = { x: number; width: number };

function boxesOf(page: PdfPage, columns: readonly PdfColumn[]): Box[] {
  const all = columns.reduce((sum, { weight }) => sum + weight, 0);
  let x = page.left;
  return columns.map(({ weight }) => {
    const box = { x, width: (page.width * weight) / all };
    x += box.width;
    return box;
  });
}

function cell(
  page: PdfPage,
  text: string,
  box: Box | undefined,
  { align = 'left', bold = false, shaded = false }: Partial<Pick<Cell, 'align' | 'bold' | 'shaded'>>,
): Cell {
  const { x, width } = box ?? { x: page.left, width: page.width };
  return {
    lines: page.wrap(text, width - 2 * pad, size, bold ? 'bold' : 'regular'),
    x,
    width,
    align,
    bold,
    shaded,
  };
}

/** Draws a row in as many pieces as the pages want. */
function drawRow(page: PdfPage, cells: readonly Cell[], onTurn?: () => void): void {
  let from = 0;
  const all = linesOf(cells);
  while (from < all) {
    const fits = Math.floor((page.room - 2 * pad) / leading);
    const left = all - from;
    // A short row stays whole; a long one may be cut, but not so that a single line is left behind.
    if (fits < Math.min(left, 4) && !page.atTop) {
      page.turn();
      onTurn?.();
      continue;
    }
    const count = Math.max(1, Math.min(left, fits));
    drawPiece(page, cells, from, count);
    from += count;
  }
}

function drawPiece(page: PdfPage, cells: readonly Cell[], from: number, count: number): void {
  const height = count * leading + 2 * pad;
  for (const { lines, x, width, align, bold, shaded } of cells) {
    page.pdf.rect(x, page.y, width, height).lineWidth(0.5);
    if (shaded) page.pdf.fillAndStroke(shade, line);
    else page.pdf.strokeColor(line).stroke();
    lines.slice(from, from + count).forEach((text, i) => {
      const y = page.y + pad + i * leading + (leading - size * 1.25) / 2;
      page.put(text, x + pad, y, { size, weight: bold ? 'bold' : 'regular', width: width - 2 * pad, align });
    });
  }
  page.y += height;
}
