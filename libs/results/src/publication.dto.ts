import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';

/** Publishes the latest result versions of skills. */
export class PublishResults {
  @IsIn(['provisional', 'final'])
  kind: 'provisional' | 'final';

  /** The skills; all of the event's when absent. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  skillIds?: string[];

  /** Why; required when a published version is corrected (更正公告). */
  @IsOptional()
  @IsString()
  @MinLength(5)
  @MaxLength(1000)
  note?: string;

  /** Names in full, or as 张* (the default). */
  @IsOptional()
  @IsIn(['full', 'masked'])
  names?: 'full' | 'masked';

  /** On what basis names are shown in full: consent, or the rule that asks for it. */
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(300)
  namesBasis?: string;
}

export class PublicationReply {
  id: string;
  skillId: string;
  skillName: string;
  kind: 'provisional' | 'final';
  versionNumber: number;
  at: Date;
  by: string | null;
  note: string | null;
  names: 'full' | 'masked';
  namesBasis: string | null;
  supersededAt: Date | null;
}

export class PublicationList {
  items: PublicationReply[];
}

/** Where a skill stands on its way to publication. */
export class PublishableSkill {
  skillId: string;
  skillName: string;
  latestVersion: number;
  proven: boolean;
  decoded: boolean;
  undecided: number;
  published: 'provisional' | 'final' | null;
  publishedVersion: number | null;
  skillNameEn: string | null;
  /** What stands in the way; empty when it can be published. */
  missing: PublishableMissing[];
}

export class PublishableMissing {
  code: string;
  messageZh: string;
  messageEn: string;
}

export class PublishableList {
  items: PublishableSkill[];
}

export class ResultVersionReply {
  id: string;
  number: number;
  complete: boolean;
  provenAt: Date | null;
  createdAt: Date;
  formsExpected: number;
  formsSigned: number;
  published: 'provisional' | 'final' | null;
  publishedAt: Date | null;
}

export class ResultVersionList {
  items: ResultVersionReply[];
}

/** One entry whose result differs between two versions. */
export class ResultDifference {
  entryId: string;
  label: string;
  field: 'totalHundredths' | 'scaledScore' | 'rank' | 'award' | 'status';
  before: string | null;
  after: string | null;
}

export class ResultDifferences {
  from: number;
  to: number;
  items: ResultDifference[];
}
