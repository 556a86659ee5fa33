import { SaidDto } from '@luban/platform';
import { FindingCountsDto } from './desk.dto.js';

export class ComparedSideDto {
  id: string;
  version: number;
  name: string;
  edition: string | null;
  leadName: string;
  state: string;
  level: string;
  planYear: number;
  class: 'one' | 'two' | null;
  submittedAt: string | null;
  findings: FindingCountsDto;
}

/** A field of two applications, each line by line. */
export class ComparedFieldDto {
  field: string;
  label: SaidDto;
  left: string[];
  right: string[];
  differs: boolean;
  /** Lines that both state. */
  shared: string[];
}

export class DeskComparisonDto {
  left: ComparedSideDto;
  right: ComparedSideDto;
  fields: ComparedFieldDto[];
}
