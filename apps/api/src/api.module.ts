import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { type Clock, type Config, PlatformModule } from '@luban/platform';
import { entities } from '../../../migrations/index.js';
import { DoorsModule } from './doors/doors.module.js';
import { HealthController } from './health.controller.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { VersionTag } from './if-match.js';
import { JobsController } from './jobs.controller.js';
import { LiveStreams } from './live-streams.js';

/** The HTTP door: one controller per capability, and the libs they call. */
@Module({})
export class ApiModule {
  static for(config: Config, clock?: Clock): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.for({ config, entities, clock, applicationName: 'luban api' }), DoorsModule],
      controllers: [HealthController, JobsController],
      providers: [
        LiveStreams,
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: VersionTag },
      ],
    };
  }
}
