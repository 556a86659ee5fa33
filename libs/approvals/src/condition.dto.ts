import { IsOptional } from 'class-validator';
import { PlainText } from './application-text.js';

/** What the applicant says of a condition, beside a file or without one. */
export class ReportConditionDto {
  @IsOptional()
  @PlainText(2000, true)
  note?: string;
}

/** The authority confirms that a condition is met. */
export class ConfirmConditionDto {
  @IsOptional()
  @PlainText(2000, true)
  note?: string;
}
