import type { PdfBlock, PdfDocument } from './pdf-document.js';
import { barsHeight, drawBars, drawTiles, tilesHeight } from './pdf-figures.js';
import { brand, line, millimetre, PdfPage, quiet } from './pdf-page.js';
import { drawFacts, drawTable, leastOfTable } from './pdf-table.js';

/**
 * A PDF of A4 pages: Noto Serif SC embedded as far as it is used, the version code and 「第 x 页 共 y 页」 at the foot of
 * each. The same document gives the same pages. Characters that the font lacks stand as an empty box, never as nothing.
 */
export async function pdfOf(document: PdfDocument): Promise<Buffer> {
  const page = new PdfPage(document);
  document.blocks.forEach((block, i) => {
    if (block.kind === 'heading') drawHeading(page, block, leastOf(page, document.blocks[i + 1]));
    else draw(page, block);
  });
  return page.finish();
}

function draw(page: PdfPage, block: Exclude<PdfBlock, { kind: 'heading' }>): void {
  switch (block.kind) {
    case 'cover':
      return drawCover(page, block);
    case 'title':
      page.flow(block.text, { size: 19, leading: 32, weight: 'bold', align: 'centre' });
      if (block.line) page.flow(block.line, { size: 10.5, leading: 20, align: 'centre', color: quiet });
      return page.skip(8);
    case 'paragraph': {
      const size = block.small ? 8.5 : 10.5;
      const { align } = block;
      page.flow(block.text, { size, leading: size * 1.75, align, indent: block.indent ? 2 : 0 });
      return page.skip(4);
    }
    case 'facts':
      drawFacts(page, block.rows);
      return page.skip(10);
    case 'table':
      drawTable(page, block.columns, block.rows);
      if (block.rows.length === 0 && block.empty)
        page.flow(block.empty, { size: 9.5, leading: 20, color: quiet, align: 'centre' });
      return page.skip(10);
    case 'bars':
      return drawBars(page, block.title, block.bars);
    case 'tiles':
      return drawTiles(page, block.title, block.tiles, block.legend);
    case 'signatures':
      return drawSignatures(page, block.lines);
    case 'seal':
      return drawSeal(page, block.lines);
    case 'space':
      return page.skip(block.millimetres * millimetre);
  }
}

function drawCover(page: PdfPage, { title, lines, foot }: Extract<PdfBlock, { kind: 'cover' }>): void {
  page.y = 90 * millimetre;
  page.rule(page.y - 22, brand, 2);
  page.flow(title, { size: 26, leading: 46, weight: 'bold', align: 'centre' });
  page.y += 10;
  for (const text of lines) page.flow(text, { size: 13, leading: 26, align: 'centre' });
  page.y = page.bottom - foot.length * 22 - 20;
  for (const text of foot) page.flow(text, { size: 11, leading: 22, align: 'centre', color: quiet });
  page.turn();
}

function drawHeading(page: PdfPage, block: Extract<PdfBlock, { kind: 'heading' }>, follows: number): void {
  const first = block.level !== 2;
  if (block.newPage && !page.atTop) page.turn();
  // A heading never stands alone at the foot of a page.
  page.need((first ? 38 : 28) + follows);
  page.skip(first ? 10 : 6);
  page.flow(block.text, { size: first ? 14 : 11.5, leading: first ? 24 : 20, weight: 'bold' });
  page.y += first ? 4 : 2;
}

/** How much of a block has to stand on the page of the heading above it, in points. */
function leastOf(page: PdfPage, block: PdfBlock | undefined): number {
  switch (block?.kind) {
    case 'bars':
      return barsHeight(page, block.bars.length);
    case 'tiles':
      return tilesHeight(page, block.tiles);
    case 'table':
    case 'facts':
      return leastOfTable(page, block);
    case 'heading':
      return 60;
    default:
      return 40;
  }
}

/** Names with a line to sign on and a date, two beside each other. */
function drawSignatures(page: PdfPage, lines: readonly string[]): void {
  const half = page.width / 2;
  page.need(40 * Math.ceil(lines.length / 2) + 10);
  page.skip(12);
  lines.forEach((text, i) => {
    const x = page.left + (i % 2) * half;
    const label = `${text}：`;
    page.put(label, x, page.y, { size: 10.5 });
    const from = x + page.measure(label, 10.5) + 4;
    page.pdf
      .moveTo(from, page.y + 14)
      .lineTo(x + half - 16, page.y + 14)
      .lineWidth(0.5)
      .strokeColor(line)
      .stroke();
    if (i % 2 === 1 || i === lines.length - 1) page.y += 36;
  });
}

/** Where the unit's seal 公章 goes: room to stamp, its words at the right. */
function drawSeal(page: PdfPage, lines: readonly string[]): void {
  page.need(42 * millimetre);
  page.skip(26 * millimetre);
  for (const text of lines) page.flow(text, { size: 10.5, leading: 20, align: 'right' });
}
