import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { Clock, type Page } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { listContests } from './contest-list.js';
import { listFiledContests } from './filed-contests.js';
import type { ContestQuery, FiledContestQuery, YearQuery } from './insight-query.dto.js';
import { areaInReach } from './insight-scope.js';
import type { ContestDto, FiledContestDto, YearInsightDto } from './year-insight.dto.js';
import { latestYear, readYear } from './year-reading.js';
import { yearWorkbook } from './year-workbook.js';

/** The year at a glance 年度概览: what an authority sees of its level and area, and of those below. */
@Injectable()
export class Insight {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * All figures of a year, of one moment. Throws `Denied` `insight.no-area`, `NotFound` `insight.area-not-in-reach`,
   * `Invalid` `insight.level-above-area`.
   */
  async year(actor: Actor, wish: YearQuery): Promise<YearInsightDto> {
    return this.atOneMoment(async (tx) => {
      const { area, reach } = await areaInReach(tx, actor, wish);
      const now = this.clock.now();
      const planYear = wish.year ?? (await latestYear(tx, area, now));
      return readYear(tx, { ...area, planYear }, reach, now);
    });
  }

  /** The contests behind a figure. Refusals as of `year`. */
  async contests(actor: Actor, query: ContestQuery): Promise<Page<ContestDto>> {
    return this.atOneMoment(async (tx) => {
      const { area } = await areaInReach(tx, actor, query);
      return listContests(tx, { ...area, planYear: query.year }, query, this.clock.now());
    });
  }

  /** The filings 备案 behind the figure of the base. Refusals as of `year`. */
  async filedContests(actor: Actor, query: FiledContestQuery): Promise<Page<FiledContestDto>> {
    return this.atOneMoment(async (tx) => {
      const { area } = await areaInReach(tx, actor, query);
      return listFiledContests(tx, { ...area, planYear: query.year }, query);
    });
  }

  /** The figures and the granted contests as an Excel workbook, a sheet for each. Refusals as of `year`. */
  async workbook(actor: Actor, wish: YearQuery): Promise<{ bytes: Buffer; fileName: string }> {
    const { year, contests } = await this.atOneMoment(async (tx) => {
      const { area, reach } = await areaInReach(tx, actor, wish);
      const now = this.clock.now();
      const planYear = wish.year ?? (await latestYear(tx, area, now));
      const scope = { ...area, planYear };
      return {
        year: await readYear(tx, scope, reach, now),
        contests: (await listContests(tx, scope, { limit: allContests }, now)).items,
      };
    });
    return {
      bytes: await yearWorkbook(year, contests),
      fileName: `${year.planYear}年度竞赛概览 ${year.areaName} ${year.versionCode}.xlsx`,
    };
  }

  /** Reads in one snapshot, so that what is read agrees. */
  private atOneMoment<T>(read: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction('REPEATABLE READ', read);
  }
}

/** More than a year has; a workbook takes them all. */
export const allContests = 100_000;
