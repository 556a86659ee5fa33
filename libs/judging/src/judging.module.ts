import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { addStageCheck } from '@luban/events';
import { Judges } from './judges.service.js';
import { MarkingSchemes } from './marking-schemes.service.js';
import { MarkingTeams } from './marking-teams.service.js';
import { OpenForms } from './open-forms.js';
import { checkMarkingSetUp } from './scheme-checks.js';
import './scheme-messages.js';

const services = [Judges, MarkingTeams, MarkingSchemes, OpenForms];

/** The room of judging. */
@Module({ imports: [AuditModule], providers: services, exports: services })
export class JudgingModule implements OnModuleInit {
  onModuleInit(): void {
    addStageCheck({ code: 'judging.set-up', stages: ['competition'], run: checkMarkingSetUp });
  }
}
