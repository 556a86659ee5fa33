import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { character, fonts, size, textWidth } from './official-docx-layout.js';
import { blank, exactly, run, titled } from './official-docx-parts.js';

export interface OfficialColumn {
  heading: string;
  /** Share of the width of the type area; all shares are added up. */
  share: number;
  align?: 'left' | 'center';
}

/** A table of an annex under its heading 「一、国家级一类职业技能大赛（10项）」. */
export interface OfficialTable {
  heading: string | null;
  columns: readonly OfficialColumn[];
  /** One text for each column. */
  rows: readonly (readonly string[])[];
}

/** 附件: starts on a page of its own. */
export interface OfficialAnnex {
  title: string;
  tables: readonly OfficialTable[];
}

/** 「附件1」 at the top left, the title on the third line, then its tables. */
export function annexBlocks(annex: OfficialAnnex, number: number | null): (Paragraph | Table)[] {
  return [
    new Paragraph({
      pageBreakBefore: true,
      children: [run(`附件${number ?? ''}`, { font: fonts.heading })],
    }),
    blank(),
    titled(annex.title),
    ...annex.tables.flatMap((table) => [
      table.heading === null
        ? blank()
        : new Paragraph({
            keepNext: true,
            spacing: { ...exactly(580), before: 120 },
            children: [run(table.heading, { font: fonts.heading })],
          }),
      tableOf(table),
    ]),
  ];
}

function tableOf({ columns, rows }: OfficialTable): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((textWidth * share) / all));
  const cell = (text: string, i: number, heading: boolean) =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: heading || columns[i]?.align !== 'left' ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: exactly(360),
          children: [run(text, { size: size.table, font: heading ? fonts.heading : fonts.body })],
        }),
      ],
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, i) => cell(heading, i, true)),
      }),
      ...rows.map(
        (texts) =>
          new TableRow({ cantSplit: true, children: columns.map((_, i) => cell(texts[i] ?? '', i, false)) }),
      ),
    ],
  });
}

/**
 * 版记 at the foot of the last page: 抄送, then who printed it and when, in size 4 between lines (the outer ones thick).
 * Other elements 其他要素, such as the check code, stand apart by a thin line (GB/T 9704-2012, 7.4.3).
 */
export function printedBy(
  copies: string,
  printer: string,
  day: string,
  checkCode: string | null = null,
): (Paragraph | Table)[] {
  const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
  const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const text = (value: string, alignment: (typeof AlignmentType)['LEFT' | 'RIGHT'] = AlignmentType.LEFT) =>
    new Paragraph({
      alignment,
      spacing: exactly(500),
      indent: { left: character, right: character },
      children: [run(value, { size: size.small })],
    });
  const cell = (child: Paragraph, width: number, columnSpan: number) =>
    new TableCell({
      columnSpan,
      width: { size: width, type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      borders: { left: none, right: none },
      children: [child],
    });
  const left = Math.floor(textWidth * 0.55);
  const right = textWidth - left;
  return [
    blank(),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [left, right],
      layout: TableLayoutType.FIXED,
      float: {
        horizontalAnchor: TableAnchorType.MARGIN,
        verticalAnchor: TableAnchorType.MARGIN,
        relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      },
      borders: {
        top: thick,
        bottom: thick,
        insideHorizontal: thin,
        insideVertical: none,
        left: none,
        right: none,
      },
      rows: [
        ...(copies === ''
          ? []
          : [new TableRow({ children: [cell(text(`抄送：${copies}。`), textWidth, 2)] })]),
        new TableRow({
          children: [cell(text(printer), left, 1), cell(text(`${day}印发`, AlignmentType.RIGHT), right, 1)],
        }),
        ...(checkCode === null
          ? []
          : [new TableRow({ children: [cell(text(`核对码　${checkCode}`), textWidth, 2)] })]),
      ],
    }),
    blank(),
  ];
}
