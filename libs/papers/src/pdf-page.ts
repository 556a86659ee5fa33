import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { wrapLines } from './line-wrap.js';
import type { PdfDocument } from './pdf-document.js';

export const millimetre = 72 / 25.4;
const margin = {
  left: 25 * millimetre,
  right: 25 * millimetre,
  top: 25 * millimetre,
  bottom: 22 * millimetre,
};

export const ink = '#1c1b1a';
export const quiet = '#6b6763';
export const line = '#8d8883';
export const shade = '#f3f1ee';
export const brand = '#a8321f';

export type Weight = 'regular' | 'bold';
type Align = 'left' | 'right' | 'centre';

/** Noto Serif SC (SIL Open Font License): it holds all characters of GB 2312 and most of GB 18030. */
const fontFiles: Record<Weight, string> = {
  regular: '400Regular/NotoSerifSC_400Regular.ttf',
  bold: '700Bold/NotoSerifSC_700Bold.ttf',
};
const fontBytes = new Map<Weight, Buffer>();

function font(weight: Weight): Buffer {
  const known = fontBytes.get(weight);
  if (known) return known;
  const require = createRequire(join(process.env.LUBAN_ROOT ?? process.cwd(), 'package.json'));
  const folder = dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'));
  const bytes = readFileSync(join(folder, fontFiles[weight]));
  fontBytes.set(weight, bytes);
  return bytes;
}

/** The sheet that is being written: a cursor that goes down the page and turns to the next one. */
export class PdfPage {
  readonly pdf: PDFKit.PDFDocument;
  readonly left = margin.left;
  readonly width: number;
  y = margin.top;
  private readonly widths: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() };
  private readonly chunks: Buffer[] = [];
  private readonly done: Promise<Buffer>;

  constructor(private readonly document: PdfDocument) {
    const { title, author, createdAt, keywords } = document;
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      info: {
        ...{ Title: title, Author: author, Creator: 'Luban', Producer: 'Luban', CreationDate: createdAt },
        ...(keywords && { Keywords: keywords }),
      },
    });
    this.pdf.registerFont('regular', font('regular')).registerFont('bold', font('bold'));
    this.width = this.pdf.page.width - margin.left - margin.right;
    this.done = new Promise((resolve, reject) => {
      this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.pdf.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.pdf.on('error', reject);
    });
  }

  get bottom(): number {
    return this.pdf.page.height - margin.bottom;
  }

  /** What a whole page holds, in points. */
  get height(): number {
    return this.bottom - margin.top;
  }

  /** What is left of the page, in points. */
  get room(): number {
    return this.bottom - this.y;
  }

  get atTop(): boolean {
    return this.y <= margin.top;
  }

  turn(): void {
    this.pdf.addPage();
    this.y = margin.top;
  }

  /** Turns the page unless so many points are left of it. */
  need(points: number): void {
    if (this.room < points && !this.atTop) this.turn();
  }

  skip(points: number): void {
    if (!this.atTop) this.y += points;
  }

  /** Width of a text in points. */
  measure(text: string, size: number, weight: Weight = 'regular'): number {
    let sum = 0;
    for (const character of text) sum += this.unit(character, weight);
    return (sum * size) / 100;
  }

  wrap(text: string, width: number, size: number, weight: Weight = 'regular'): string[] {
    return wrapLines(text, (width * 100) / size, (character) => this.unit(character, weight));
  }

  /** One line of text within a box. */
  put(
    text: string,
    x: number,
    y: number,
    {
      size,
      weight = 'regular',
      width,
      align = 'left',
      color = ink,
    }: { size: number; weight?: Weight; width?: number; align?: Align; color?: string },
  ): void {
    const spare = (width ?? 0) - (align === 'left' ? 0 : this.measure(text, size, weight));
    const shift = align === 'left' ? 0 : align === 'right' ? spare : spare / 2;
    this.pdf.font(weight).fontSize(size).fillColor(color);
    this.pdf.text(text, x + shift, y, { lineBreak: false });
  }

  /** Lines of text down the page, turning it where needed. */
  flow(
    text: string,
    {
      size,
      leading,
      weight,
      align,
      color,
      indent = 0,
    }: { size: number; leading: number; weight?: Weight; align?: Align; color?: string; indent?: number },
  ): void {
    // The first line stands in by so many characters: spaces of its width in front of it.
    const gap = '　'.repeat(indent);
    for (const one of this.wrap(gap + text, this.width, size, weight)) {
      this.need(leading);
      this.put(one, this.left, this.y + (leading - size * 1.2) / 2, {
        size,
        weight,
        align,
        color,
        width: this.width,
      });
      this.y += leading;
    }
  }

  /** Numbers the pages, puts the code on each, and answers the file. */
  finish(): Promise<Buffer> {
    const { count } = this.pdf.bufferedPageRange();
    const { versionCode, foot, pageOf, watermark } = this.document;
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(page);
      const y = this.pdf.page.height - 14 * millimetre;
      const box = { size: 8.5, width: this.width, color: quiet } as const;
      this.rule(y - 6);
      this.put(foot, this.left, y, box);
      this.put(pageOf(page + 1, count), this.left, y, { ...box, align: 'centre' });
      this.put(versionCode, this.left, y, { ...box, align: 'right', weight: 'bold' });
      if (watermark) this.across(watermark);
    }
    this.pdf.end();
    return this.done;
  }

  rule(y: number, color = line, thickness = 0.5): void {
    this.pdf
      .moveTo(this.left, y)
      .lineTo(this.left + this.width, y)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke();
  }

  private across(text: string): void {
    const { width, height } = this.pdf.page;
    this.pdf
      .save()
      .rotate(-35, { origin: [width / 2, height / 2] })
      .opacity(0.08);
    this.put(text, 0, height / 2 - 60, { size: 96, weight: 'bold', width, align: 'centre', color: brand });
    this.pdf.restore();
  }

  /** Width of one character at size 100, in points. */
  private unit(character: string, weight: Weight): number {
    const known = this.widths[weight].get(character);
    if (known !== undefined) return known;
    const width = this.pdf.font(weight).fontSize(100).widthOfString(character);
    this.widths[weight].set(character, width);
    return width;
  }
}
