import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { documentKinds } from '@luban/rulebook';
import { PlainText } from './application-text.js';

/** The fields beside the file of an upload. */
export class AddDocumentDto {
  @IsIn(documentKinds)
  kind:
    | 'request'
    | 'stampedForm'
    | 'feasibility'
    | 'standard'
    | 'implementationPlan'
    | 'agreement'
    | 'supplement'
    | 'other';

  /** Of a copy of a standard: to which occupation it belongs. */
  @IsOptional()
  @IsUUID()
  occupationId?: string;

  /** Of a stamped form: the code at the foot of its pages. */
  @IsOptional()
  @PlainText(40)
  pageCode?: string;
}
