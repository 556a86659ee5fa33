/** A column of a table: its share of the width, and where its figures stand. */
export interface PdfColumn {
  title: string;
  /** Relative to the other columns. */
  weight: number;
  align?: 'left' | 'right' | 'centre';
}

/** One bar of a figure. `of` is what it is measured against (a target, drawn as a line). */
export interface PdfBar {
  label: string;
  value: number;
  of?: number;
  /** What stands behind the bar instead of the plain value. */
  note?: string;
}

/** A cell of a tile grid: one place of a map without its outlines. Rows and columns count from 0. */
export interface PdfTile {
  row: number;
  column: number;
  label: string;
  /** Null: nothing is known or meant there; drawn empty. */
  value: number | null;
}

/** What a document is made of, from top to bottom. */
export type PdfBlock =
  | { kind: 'cover'; title: string; lines: string[]; foot: string[] }
  | { kind: 'title'; text: string; line?: string }
  | { kind: 'heading'; text: string; level?: 1 | 2; newPage?: boolean }
  | {
      kind: 'paragraph';
      text: string;
      indent?: boolean;
      align?: 'left' | 'right' | 'centre';
      small?: boolean;
    }
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  | { kind: 'table'; columns: PdfColumn[]; rows: string[][]; empty?: string }
  | { kind: 'bars'; title?: string; bars: PdfBar[] }
  | { kind: 'tiles'; title?: string; tiles: PdfTile[]; legend?: string }
  | { kind: 'signatures'; lines: string[] }
  | { kind: 'seal'; lines: string[] }
  | { kind: 'space'; millimetres: number };

/** A document for A4 paper. All texts are in the language of its reader already. */
export interface PdfDocument {
  /** Stands in the file's properties. */
  title: string;
  author: string;
  /** Printed on every page: the data it was made from has the same code. */
  versionCode: string;
  /** Left of the page number, such as the name of the document. */
  foot: string;
  /** 「第 1 页 共 3 页」: how a page is counted. */
  pageOf: (page: number, pages: number) => string;
  /** Across every page, such as 拟稿 or 样张. */
  watermark?: string;
  createdAt: Date;
  /** Stands in the file's properties; ASCII stays readable in the bytes. */
  keywords?: string;
  blocks: PdfBlock[];
}
