import { AlignmentType, LineRuleType, Paragraph, TextRun } from 'docx';
import { fonts, size } from './official-docx-layout.js';

/** 标题: size 2, centred. */
export const titled = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exactly(700),
    keepLines: true,
    children: [run(text, { font: fonts.title, size: size.title })],
  });

export const blank = (): Paragraph => new Paragraph({ children: [] });

export const run = (text: string, look: ConstructorParameters<typeof TextRun>[0] = {}): TextRun =>
  new TextRun({ ...(typeof look === 'string' ? {} : look), text });

export const exactly = (twips: number) => ({ line: twips, lineRule: LineRuleType.EXACT });
