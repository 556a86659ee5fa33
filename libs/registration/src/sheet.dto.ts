import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { SaidDto } from '@luban/platform';

export const sheetKinds = ['check-in', 'workstations', 'draw'] as const;
export type SheetKind = (typeof sheetKinds)[number];

export class SheetQuery {
  @IsUUID()
  skillId: string;

  @IsOptional()
  @IsUUID()
  moduleId?: string;

  @IsOptional()
  @IsUUID()
  sessionId?: string;

  /** Language of headings in the workbook; Chinese unless asked. */
  @IsOptional()
  @IsIn(['zh', 'en'])
  language?: 'zh' | 'en';
}

export class SheetColumn {
  heading: SaidDto;
  /** In characters of the standard font; a Chinese character is two. */
  width: number;
  align: 'left' | 'center' | 'right';
}

/** One table of a sheet: a session of a module, or the whole skill. */
export class SheetTable {
  title: SaidDto;
  /** One text per column; '' where nothing stands. */
  rows: string[][];
}

/** A sheet as organisers print it: 检录表, 赛位表, 抽签登记表 (DOMAIN.md 10). */
export class SheetReply {
  kind: SheetKind;
  title: SaidDto;
  /** Event, skill, venue. */
  subtitles: SaidDto[];
  columns: SheetColumn[];
  tables: SheetTable[];
  /** Who signs, in order. */
  signatures: SaidDto[];
  /** Further lines, such as what a draw is proved by. */
  notes: SaidDto[];
  /** On every page; it changes with anything shown. */
  versionCode: string;
  landscape: boolean;
}
