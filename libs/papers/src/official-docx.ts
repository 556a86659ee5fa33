import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TextRun,
} from 'docx';
import { annexBlocks, type OfficialAnnex, printedBy } from './official-docx-annex.js';
import {
  character,
  closer,
  dateInChinese,
  fonts,
  line,
  millimetres,
  page,
  red,
  signatureIndents,
  size,
  textWidth,
} from './official-docx-layout.js';
import { blank, exactly, run, titled } from './official-docx-parts.js';

/** A paragraph of the body 正文: text, 一级标题 「一、」 in 黑体, 二级标题 「（一）」 in 楷体. */
export interface OfficialParagraph {
  kind: 'text' | 'heading' | 'subheading';
  text: string;
}

/** An official document 公文 in the layout of GB/T 9704-2012: a notice with its annexes. */
export interface OfficialDocument {
  /** 发文机关标志, without 文件. */
  issuer: string;
  /** 发文字号 with six-sided brackets 〔〕; null: left empty, with the brackets of `year`. */
  documentNumber: string | null;
  year: number;
  /** Printed above each page and at the head while it is a draft: 「拟稿」. Null: an issued document. */
  draftMark: string | null;
  title: string;
  /** 主送机关, without the colon. */
  addressees: string;
  body: readonly OfficialParagraph[];
  annexes: readonly OfficialAnnex[];
  /** 发文机关署名. */
  signature: string;
  /** 成文日期 `YYYY-MM-DD`; null: left empty. */
  date: string | null;
  /** 抄送; empty: without. */
  copies: string;
  /** 印发机关. */
  printedBy: string;
  /** 核对码, a line of its own in the 版记; left out or null: without. */
  checkCode?: string | null;
}

/** Writes it as .docx: A4, type area 156 × 225 mm, 22 lines of 28 characters, editable in every part. */
export async function officialDocx(document: OfficialDocument): Promise<Buffer> {
  const file = new Document({
    title: document.title,
    creator: document.issuer,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: fonts.body,
            size: size.body,
            characterSpacing: closer,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: exactly(line) },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              ...{ top: page.top, left: page.left, bottom: page.bottom, right: page.right },
              ...{ header: page.header, footer: page.footer },
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: line },
        },
        headers: { default: draftHeader(document), even: draftHeader(document) },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...head(document), ...body(document), ...signature(document), ...annexes(document)],
      },
    ],
  });
  return Buffer.from(await Packer.toBuffer(file));
}

/** 版头: issuer in red, document number, red line. */
function head({ issuer, documentNumber, year, draftMark }: OfficialDocument): Paragraph[] {
  const mark = `${issuer}文件`;
  // On one line of the type area, and never larger than 22 mm.
  const points = Math.min(62, Math.floor(textWidth / 20 / [...mark].length));
  return [
    new Paragraph({
      spacing: exactly(millimetres(35)),
      children: [run(draftMark ?? '', { font: fonts.heading, bold: true })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: 240, lineRule: LineRuleType.AUTO },
      children: [run(mark, { font: fonts.title, size: points * 2, color: red })],
    }),
    blank(),
    blank(),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, color: red, size: 12, space: 11 } },
      children: [run(documentNumber ?? `〔${year}〕　　号`)],
    }),
    blank(),
    blank(),
  ];
}

/** 主体: title, addressees, text, list of annexes. */
function body({ title, addressees, body: paragraphs, annexes: attached }: OfficialDocument): Paragraph[] {
  return [
    titled(title),
    blank(),
    new Paragraph({ children: [run(`${addressees}：`)] }),
    ...paragraphs.map(
      ({ kind, text }) =>
        new Paragraph({
          indent: { firstLine: 2 * character },
          alignment: AlignmentType.JUSTIFIED,
          children: [
            run(text, {
              font: { text: fonts.body, heading: fonts.heading, subheading: fonts.subheading }[kind],
            }),
          ],
        }),
    ),
    ...(attached.length === 0 ? [] : [blank()]),
    ...attached.map(({ title: name }, i) => {
      const numbered = attached.length > 1 ? `${i + 1}．${name}` : name;
      const lead = i === 0 ? '附件：' : '';
      const at = attached.length > 1 ? 2 : 0;
      return new Paragraph({
        indent: { left: (5 + at) * character, hanging: (i === 0 ? 3 + at : at) * character },
        children: [run(`${lead}${numbered}`)],
      });
    }),
  ];
}

/** 署名 and 成文日期. */
function signature({ signature: name, date }: OfficialDocument): Paragraph[] {
  const day = date === null ? '　　　　年　　月　　日' : dateInChinese(date);
  const indents = signatureIndents(name, day);
  const right = (text: string, indent: number) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: indent },
      keepLines: true,
      children: [run(text)],
    });
  return [blank(), blank(), right(name, indents.name), right(day, indents.date)];
}

/** 附件, each from a new page, and 版记 at the foot of the last. */
function annexes({
  annexes: attached,
  copies,
  printedBy: printer,
  date,
  checkCode,
}: OfficialDocument): (Paragraph | Table)[] {
  const day = date === null ? '　　　　年　　月　　日' : dateInChinese(date);
  return [
    ...attached.flatMap((annex, i) => annexBlocks(annex, attached.length > 1 ? i + 1 : null)),
    ...printedBy(copies, printer, day, checkCode ?? null),
  ];
}

function draftHeader({ draftMark }: OfficialDocument): Header {
  const children: ParagraphChild[] =
    draftMark === null
      ? []
      : [
          run(`${draftMark}　未经签发，不得对外公布`, {
            font: fonts.heading,
            size: size.small,
            color: '808080',
          }),
        ];
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}

/** 「— 1 —」 in size 4 宋体 at the outer edge, one character in. */
function pageNumber(side: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const in14 = { font: fonts.serif, size: size.small };
  const inward = size.small * 10;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent: side === AlignmentType.RIGHT ? { right: inward } : { left: inward },
        children: [new TextRun({ ...in14, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
