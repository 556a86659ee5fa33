import { type DynamicModule, Module } from '@nestjs/common';
import { type Clock, type Config, JobWorkerModule, PlatformModule } from '@luban/platform';
import { entities } from '../../../migrations/index.js';

/** The queue door: one processor per job, and the libs they call. */
@Module({})
export class WorkerModule {
  static for(config: Config, clock?: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.for({ config, entities, clock, applicationName: 'luban worker' }),
        JobWorkerModule,
      ],
      providers: [],
    };
  }
}
