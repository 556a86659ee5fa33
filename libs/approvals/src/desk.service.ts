import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { assertMayAnywhere } from '@luban/identity';
import { Clock } from '@luban/platform';
import { DataSource } from 'typeorm';
import { deskCalendar } from './desk-collisions.queries.js';
import type { DeskCalendarDto, DeskCalendarQueryDto } from './desk-calendar.dto.js';
import type { DeskBackgroundDto } from './desk-background.dto.js';
import { backgroundOf } from './desk-background.queries.js';
import { comparisonOf } from './desk-comparison.js';
import type { DeskComparisonDto } from './desk-comparison.dto.js';
import { calendarWorkbook, comparisonWorkbook, deskWorkbook } from './desk-workbook.js';
import type { DeskFilterDto, DeskPageDto, DeskQueryDto, DeskRowDto } from './desk.dto.js';
import { deskPage } from './desk.queries.js';
import type { ReviewDto } from './review-reply.dto.js';
import { reviewOf } from './review.queries.js';

/** What the reviewer's desk reads. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The queue under these filters, with the counts of all queues. */
  page(actor: Actor, query: DeskQueryDto): Promise<DeskPageDto> {
    assertMayAnywhere(actor, 'applications.desk');
    return deskPage(this.db.manager, actor, query, this.clock.now());
  }

  /** The whole queue under these filters as Excel. */
  async workbook(actor: Actor, filter: DeskFilterDto): Promise<Buffer> {
    assertMayAnywhere(actor, 'applications.desk');
    const items: DeskRowDto[] = [];
    let after: string | undefined;
    do {
      const page = await deskPage(this.db.manager, actor, { ...filter, after, limit: 500 }, this.clock.now());
      items.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return deskWorkbook(items, this.clock.now());
  }

  /** Where one application stands in its review. */
  review(actor: Actor, id: string): Promise<ReviewDto> {
    return reviewOf(this.db.manager, actor, id, this.clock.now());
  }

  /** What a reviewer looks at beside it. */
  background(actor: Actor, id: string): Promise<DeskBackgroundDto> {
    assertMayAnywhere(actor, 'applications.desk');
    return backgroundOf(this.db.manager, actor, id, this.clock.now());
  }

  /** Two applications field by field. */
  compare(actor: Actor, id: string, otherId: string): Promise<DeskComparisonDto> {
    assertMayAnywhere(actor, 'applications.desk');
    return comparisonOf(this.db.manager, actor, id, otherId, this.clock.now());
  }

  async compareWorkbook(actor: Actor, id: string, otherId: string): Promise<Buffer> {
    return comparisonWorkbook(await this.compare(actor, id, otherId), this.clock.now());
  }

  /** The finals of a year and what collides. */
  calendar(actor: Actor, query: DeskCalendarQueryDto): Promise<DeskCalendarDto> {
    assertMayAnywhere(actor, 'applications.desk');
    return deskCalendar(this.db.manager, actor, query, this.clock.now());
  }

  async calendarWorkbook(actor: Actor, query: DeskCalendarQueryDto): Promise<Buffer> {
    return calendarWorkbook(await this.calendar(actor, query), this.clock.now());
  }
}
