import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ClassStatusFilterDto, ClassStatusListDto, ClassStatusQueries } from '@luban/approvals';
import type { Actor } from '@luban/audit';
import { CurrentActor, May } from './doors/who-may.js';

/** Class status 竞赛资格 as granted, and the events held by it. */
@ApiTags('plans')
@Controller('class-statuses')
export class ClassStatusesController {
  constructor(private readonly queries: ClassStatusQueries) {}

  /** Of applications in reach; with `eventId`, for everybody who sees the event. */
  @Get()
  @May('events.read')
  listClassStatuses(
    @CurrentActor() actor: Actor,
    @Query() filter: ClassStatusFilterDto,
  ): Promise<ClassStatusListDto> {
    return this.queries.list(actor, filter);
  }
}
