import { Readable } from 'node:stream';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { AuditPageDto, AuditQuery, AuditTrail } from '@luban/identity';
import { CurrentActor, May } from './doors/who-may.js';

/** Who did what, when: the latest first. */
@ApiTags('audit')
@Controller('audit')
@May('audit.read')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  /** The audit of an event or of one thing in it, as far as whoever asks may read it. */
  @Get()
  readAudit(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<AuditPageDto> {
    return this.trail.read(actor, query);
  }

  /** The same, all of it, as CSV for a spreadsheet. */
  @Get('export')
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="luban-audit.csv"')
  async exportAudit(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<StreamableFile> {
    return new StreamableFile(Readable.from(await this.trail.csv(actor, query)));
  }
}
