import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AwardsModule } from '@luban/awards';
import { EventsModule } from '@luban/events';
import { RegistrationModule } from '@luban/registration';
import { JudgingModule } from '@luban/judging';
import { ResultsModule } from '@luban/results';
import { type Clock, type Config, PlatformModule } from '@luban/platform';
import { entities } from '../../../migrations/index.js';
import { IdentityModule } from '@luban/identity';
import { BoardShelf } from './board-shelf.js';
import { BoardsController } from './boards.controller.js';
import { JudgesController } from './judges.controller.js';
import { MarkingSchemesController } from './marking-schemes.controller.js';
import { MarkingTeamsController } from './marking-teams.controller.js';
import { DeductionsController } from './deductions.controller.js';
import { MarkingDeskController } from './marking-desk.controller.js';
import { MarkingFormsController } from './marking-forms.controller.js';
import { MarksController } from './marks.controller.js';
import { PaperEntriesController } from './paper-entries.controller.js';
import { PartMarksController } from './part-marks.controller.js';
import { SignOffsController } from './sign-offs.controller.js';
import { TimeRecordsController } from './time-records.controller.js';
import { RankingsController } from './rankings.controller.js';
import { ResultsController } from './results.controller.js';
import { CatalogueController } from './catalogue.controller.js';
import { DoorsModule } from './doors/doors.module.js';
import { AccountController } from './account.controller.js';
import { AccountsController } from './accounts.controller.js';
import { AuditController } from './audit.controller.js';
import { EventsController } from './events.controller.js';
import { HealthController } from './health.controller.js';
import { HomeController } from './home.controller.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { VersionTag } from './if-match.js';
import { JobsController } from './jobs.controller.js';
import { LiveStreams } from './live-streams.js';
import { PublicEventsController } from './public-events.controller.js';
import { SkillPartsController } from './skill-parts.controller.js';
import { SkillsController } from './skills.controller.js';
import { VenuesController } from './venues.controller.js';
import { OrganisationsController } from './organisations.controller.js';
import { RoleGrantsController } from './role-grants.controller.js';
import { SessionController } from './session.controller.js';
import { CheckInsController } from './check-ins.controller.js';
import { CompetitorsController } from './competitors.controller.js';
import { DelegationsController } from './delegations.controller.js';
import { DrawsController } from './draws.controller.js';
import { EntriesController } from './entries.controller.js';
import { RegistrationSheetsController } from './registration-sheets.controller.js';
import { RostersController } from './rosters.controller.js';

/** The HTTP door: one controller per capability, and the libs they call. */
@Module({})
export class ApiModule {
  static for(config: Config, clock?: Clock): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.for({ config, entities, clock, applicationName: 'luban api' }),
        DoorsModule,
        IdentityModule,
        EventsModule,
        RegistrationModule,
        JudgingModule,
        ResultsModule,
        AwardsModule,
      ],
      controllers: [
        HealthController,
        JobsController,
        SessionController,
        AccountController,
        HomeController,
        OrganisationsController,
        AccountsController,
        RoleGrantsController,
        AuditController,
        EventsController,
        VenuesController,
        SkillsController,
        SkillPartsController,
        CatalogueController,
        PublicEventsController,
        DelegationsController,
        EntriesController,
        RostersController,
        CheckInsController,
        DrawsController,
        CompetitorsController,
        RegistrationSheetsController,
        JudgesController,
        MarkingTeamsController,
        MarkingSchemesController,
        MarksController,
        MarkingFormsController,
        SignOffsController,
        PaperEntriesController,
        TimeRecordsController,
        DeductionsController,
        PartMarksController,
        MarkingDeskController,
        RankingsController,
        ResultsController,
        BoardsController,
      ],
      providers: [
        LiveStreams,
        BoardShelf,
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: VersionTag },
      ],
    };
  }
}
