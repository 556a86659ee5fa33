import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { addStageCheck } from '@luban/events';
import { Deductions } from './deductions.service.js';
import { FormCards } from './form-cards.js';
import { FormScans } from './form-scans.service.js';
import { Judges } from './judges.service.js';
import { MarkingDesk } from './marking-desk.service.js';
import { MarkingForms } from './marking-forms.service.js';
import { MarkingSchemes } from './marking-schemes.service.js';
import { MarkingTeams } from './marking-teams.service.js';
import { Marks } from './marks.service.js';
import { OpenForms } from './open-forms.js';
import { PaperEntries } from './paper-entries.service.js';
import { PartMarks } from './part-marks.service.js';
import { checkMarkingSetUp } from './scheme-checks.js';
import { SignOffs } from './sign-offs.service.js';
import { TimeRecords } from './time-records.service.js';
import './scheme-messages.js';

const services = [
  Judges,
  MarkingTeams,
  MarkingSchemes,
  OpenForms,
  FormCards,
  Marks,
  MarkingForms,
  SignOffs,
  FormScans,
  PaperEntries,
  TimeRecords,
  Deductions,
  PartMarks,
  MarkingDesk,
];

/** The room of judging. */
@Module({ imports: [AuditModule], providers: services, exports: services })
export class JudgingModule implements OnModuleInit {
  onModuleInit(): void {
    addStageCheck({ code: 'judging.set-up', stages: ['competition'], run: checkMarkingSetUp });
  }
}
