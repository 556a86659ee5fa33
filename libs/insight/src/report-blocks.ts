import type { PdfBlock, PdfColumn } from '@luban/papers';

/** How many bars a figure of the report has at most: the workbook has the rest. */
export const barsAtMost = 20;

export const column = (title: string, weight: number, align: PdfColumn['align'] = 'right'): PdfColumn => ({
  title,
  weight,
  align,
});
export const small = (text: string): PdfBlock => ({ kind: 'paragraph', text, small: true });
export const heading = (text: string): PdfBlock => ({ kind: 'heading', text });
export const count = (value: number | null): string => (value === null ? '–' : String(value));

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Sections in order, each beginning with its heading: those that have nothing to tell are left out, the others numbered. */
export const numbered = (sections: readonly PdfBlock[][]): PdfBlock[] =>
  sections
    .filter((blocks) => blocks.length > 0)
    .flatMap((blocks, at) =>
      blocks.map((block, position) =>
        position === 0 && block.kind === 'heading'
          ? { ...block, text: `${numerals[at] ?? at + 1}、${block.text}` }
          : block,
      ),
    );
