import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { Clock } from '@luban/platform';
import { DataSource } from 'typeorm';
import type { ApplicationFilterDto } from './application.dto.js';
import { listOwnApplications } from './application-list.queries.js';
import type { ApplicationDto, ApplicationListDto } from './application-reply.dto.js';
import { readApplication } from './application.queries.js';

/** What is read of applications through a door. */
@Injectable()
export class ApplicationReading {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, filter: ApplicationFilterDto): Promise<ApplicationListDto> {
    return listOwnApplications(this.db.manager, actor, filter);
  }

  application(actor: Actor, id: string): Promise<ApplicationDto> {
    return readApplication(this.db.manager, actor, id, this.clock.now());
  }
}
