import { type DynamicModule, Module } from '@nestjs/common';
import { type Clock, type Config, JobWorkerModule, PlatformModule } from '@luban/platform';
import { ApprovalsModule } from '@luban/approvals';
import { AwardsModule } from '@luban/awards';
import { CatalogueModule } from '@luban/catalogue';
import { EventsModule } from '@luban/events';
import { InsightModule } from '@luban/insight';
import { NoticesModule } from '@luban/notices';
import { IdentityModule } from '@luban/identity';
import { JudgingModule } from '@luban/judging';
import { ResultsModule } from '@luban/results';
import { RulesModule } from '@luban/rules';
import { entities } from '../../../migrations/index.js';
import { insightProcessors } from './insight-processors.js';
import { mailProcessors } from './mail-processors.js';
import { planProcessors } from './plan-processors.js';
import { resultProcessors } from './result-processors.js';

/** The queue door: one processor per job, and the libs they call. */
@Module({})
export class WorkerModule {
  static for(config: Config, clock?: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.for({ config, entities, clock, applicationName: 'luban worker' }),
        JobWorkerModule,
        IdentityModule,
        CatalogueModule,
        NoticesModule,
        RulesModule,
        EventsModule,
        ApprovalsModule,
        JudgingModule,
        ResultsModule,
        AwardsModule,
        InsightModule,
      ],
      providers: [...mailProcessors, ...planProcessors, ...insightProcessors, ...resultProcessors],
    };
  }
}
