import { SaidDto } from '@luban/platform';
import type { AuthorityLevel, CheckName, ContestClass, Duty, Grade } from '@luban/rulebook';

/** Where a clause stands, and how sure it is. */
export class CitationDto {
  article: SaidDto;
  source: string;
  grade: Grade;
}

export class NamingDto {
  /** `{planYear}`, `{edition}` and `{name}` are filled in. */
  pattern: string;
  citation: CitationDto;
}

/** One rule: a check of the closed list with its parameters. */
export class RuleDto {
  id: string;
  check: CheckName;
  /** Those of the check; `libs/rulebook` says which. */
  parameters: Record<string, unknown>;
  severity: 'blocking' | 'warning';
  title: SaidDto;
  citation: CitationDto;
  /** `YYYY-MM-DD`; null: as long as the pack. */
  from: string | null;
  until: string | null;
}

export class DutyDto {
  kind: Duty['kind'];
  title: SaidDto;
  /** Days after the final; null: with the next application. */
  dueDays: number | null;
  citation: CitationDto;
}

/** A rule pack 规则包 as data. */
export class RulePackContentDto {
  code: string;
  title: SaidDto;
  year: number;
  level: AuthorityLevel;
  divisionCode: string;
  classes: ContestClass[];
  naming: NamingDto;
  rules: RuleDto[];
  duties: DutyDto[];
}
