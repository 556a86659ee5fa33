import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ApprovalsModule } from '@luban/approvals';
import { AwardsModule } from '@luban/awards';
import { CatalogueModule } from '@luban/catalogue';
import { EventsModule } from '@luban/events';
import { InsightModule } from '@luban/insight';
import { NoticesModule } from '@luban/notices';
import { RegistrationModule } from '@luban/registration';
import { JudgingModule } from '@luban/judging';
import { ResultsModule } from '@luban/results';
import { RulesModule } from '@luban/rules';
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
import { MailAddressController, MailsController, NoticesController } from './notices.controller.js';
import { FilingsController } from './filings.controller.js';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueImportsController } from './catalogue-imports.controller.js';
import { CataloguesController } from './catalogues.controller.js';
import { PlansController } from './plans.controller.js';
import { PublicPlansController } from './public-plans.controller.js';
import { ClassStatusesController } from './class-statuses.controller.js';
import { ObligationsController } from './obligations.controller.js';
import { DoorsModule } from './doors/doors.module.js';
import { AccountController } from './account.controller.js';
import { AccountsController } from './accounts.controller.js';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationDocumentsController } from './application-documents.controller.js';
import { ApplicationWindowsController } from './application-windows.controller.js';
import { AcceptancesController } from './acceptances.controller.js';
import { AmendmentsController } from './amendments.controller.js';
import { ConditionsController } from './conditions.controller.js';
import { DecisionsController } from './decisions.controller.js';
import { RecusalsController } from './recusals.controller.js';
import { ReviewDeskController } from './review-desk.controller.js';
import { AuditController } from './audit.controller.js';
import { AuthoritiesController } from './authorities.controller.js';
import { EventsController } from './events.controller.js';
import { HealthController } from './health.controller.js';
import { HomeController } from './home.controller.js';
import { InsightController } from './insight.controller.js';
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
import { RulePacksController } from './rule-packs.controller.js';

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
        CatalogueModule,
        NoticesModule,
        RulesModule,
        EventsModule,
        ApprovalsModule,
        RegistrationModule,
        JudgingModule,
        ResultsModule,
        AwardsModule,
        InsightModule,
      ],
      controllers: [
        RulePacksController,
        HealthController,
        JobsController,
        SessionController,
        AccountController,
        HomeController,
        NoticesController,
        MailAddressController,
        MailsController,
        FilingsController,
        OrganisationsController,
        AccountsController,
        RoleGrantsController,
        AuditController,
        AuthoritiesController,
        ApplicationsController,
        ApplicationDocumentsController,
        ApplicationWindowsController,
        AcceptancesController,
        AmendmentsController,
        ConditionsController,
        DecisionsController,
        RecusalsController,
        ReviewDeskController,
        EventsController,
        VenuesController,
        SkillsController,
        SkillPartsController,
        CatalogueController,
        CataloguesController,
        CatalogueImportsController,
        PublicEventsController,
        ObligationsController,
        ClassStatusesController,
        PublicPlansController,
        PlansController,
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
        InsightController,
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
