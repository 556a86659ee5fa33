import { type DynamicModule, Module } from '@nestjs/common';
import { type Clock, type Config, JobWorkerModule, PlatformModule } from '@luban/platform';
import { AwardsModule } from '@luban/awards';
import { EventsModule } from '@luban/events';
import { IdentityModule } from '@luban/identity';
import { JudgingModule } from '@luban/judging';
import { ResultsModule } from '@luban/results';
import { entities } from '../../../migrations/index.js';
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
        EventsModule,
        JudgingModule,
        ResultsModule,
        AwardsModule,
      ],
      providers: [...resultProcessors],
    };
  }
}
