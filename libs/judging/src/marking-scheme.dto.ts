import { IsIn, IsObject, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { SchemeTree } from '@luban/scoring';

export class SchemeFindingReply {
  code: string;
  severity: 'warning' | 'blocking';
  /** Where it stands: a cell of the workbook (`K25`) or a path in the tree (`A/A1/A1.3`). */
  cell: string;
  message: SchemeFindingMessage;
}

export class SchemeFindingMessage {
  zh: string;
  en: string;
}

/** A scheme built or changed on screen. */
export class SaveSchemeTree {
  /** The whole tree of `luban.scheme/1` (docs/formats.md). */
  @IsObject()
  tree: SchemeTree;
}

/** Puts a scheme in force; criteria go to the module of the same code unless told otherwise. */
export class PutSchemeInForce {
  /** Criterion code → module id. */
  @IsOptional()
  @IsObject()
  modules?: Record<string, string>;
}

/** Column letters of a 评分表, as suggested or as the person corrected them. */
export class ImportSchemeQuery {
  @IsOptional()
  @IsIn(['cis', 'sheet', 'auto'])
  kind?: 'cis' | 'sheet' | 'auto';

  /** JSON of the column mapping of a 评分表. */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  mapping?: string;
}

export class SchemeReply {
  id: string;
  number: number;
  source: 'cis' | 'sheet' | 'built';
  state: 'draft' | 'inForce' | 'superseded';
  version: number;
  totalHundredths: number;
  measurementAspects: number;
  judgementAspects: number;
  blocking: number;
  warnings: number;
  createdAt: Date;
  createdBy: string | null;
  createdByName: string | null;
}

export class SchemeDetailReply extends SchemeReply {
  tree: object;
  findings: SchemeFindingReply[];
  sections: SectionSumReply[];
}

export class SectionSumReply {
  number: string;
  name: string;
  weightHundredths: number;
  marksHundredths: number;
}

export class SchemeList {
  items: SchemeReply[];
}

export class SchemePreviewReply {
  kind: 'cis' | 'sheet';
  findings: SchemeFindingReply[];
  sections: SectionSumReply[];
  totalHundredths: number;
  measurementAspects: number;
  judgementAspects: number;
  tree: object;
  /** For a 评分表: the mapping used, the header row and its cells, so that the screen can offer another. */
  mapping: object | null;
}

export class SubCriterionModule {
  @IsString()
  criterionCode: string;

  @IsUUID()
  moduleId: string;
}
