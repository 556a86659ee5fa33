import { IsInt, Max, Min } from 'class-validator';
import { InsightQuery } from './insight-query.dto.js';

/** The report of a plan year is wished for: without level and area that of the asker's own authority. */
export class RequestReport extends InsightQuery {
  @IsInt()
  @Min(1949)
  @Max(2199)
  planYear: number;
}

export class YearlyReportDto {
  id: string;
  level: string;
  divisionCode: string;
  areaName: string | null;
  planYear: number;
  requestedBy: string | null;
  requestedAt: string;
  /** Null until it is made. */
  madeAt: string | null;
  versionCode: string | null;
  fileName: string | null;
  sizeBytes: number | null;
  /** The job that makes it, while it is known. */
  jobId: string | null;
}

export class YearlyReportPageDto {
  items: YearlyReportDto[];
  next: string | null;
}
