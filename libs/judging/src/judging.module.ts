import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { addStageCheck } from '@luban/events';
import { homeItems, IdentityModule } from '@luban/identity';
import { Clock } from '@luban/platform';
import { Deductions } from './deductions.service.js';
import { FormCards } from './form-cards.js';
import { FormScans } from './form-scans.service.js';
import { FormSheets } from './form-sheets.service.js';
import { JudgeLists } from './judge-lists.service.js';
import { Judges } from './judges.service.js';
import { addMarkingChecks } from './marking-checks.js';
import { MarkingDesk } from './marking-desk.service.js';
import { MarkingForms } from './marking-forms.service.js';
import { markingHomeItems } from './marking-home.js';
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
  JudgeLists,
  MarkingTeams,
  MarkingSchemes,
  OpenForms,
  FormCards,
  Marks,
  MarkingForms,
  SignOffs,
  FormScans,
  FormSheets,
  PaperEntries,
  TimeRecords,
  Deductions,
  PartMarks,
  MarkingDesk,
];

let ours: (typeof homeItems)[number] | undefined;

/** The room of judging. */
@Module({ imports: [AuditModule, IdentityModule], providers: services, exports: services })
export class JudgingModule implements OnModuleInit {
  constructor(private readonly clock: Clock) {}

  onModuleInit(): void {
    addMarkingChecks();
    // An api and a worker in one process (tests) start this room twice: what waits is still told once.
    if (ours) homeItems.splice(homeItems.indexOf(ours), 1);
    ours = (actor, tx) => markingHomeItems(actor, tx, this.clock.now());
    homeItems.push(ours);
    addStageCheck({ code: 'judging.set-up', stages: ['competition'], run: checkMarkingSetUp });
  }
}
