import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { jurisdictionsFor, overseenSql } from '@luban/identity';
import {
  Clock,
  declareJobs,
  Files,
  isId,
  Jobs,
  newId,
  NotFound,
  type Page,
  pageOf,
  Refused,
  type StoredFile,
} from '@luban/platform';
import { pdfOf } from '@luban/papers';
import type { Readable } from 'node:stream';
import { DataSource, type EntityManager } from 'typeorm';
import { listContests } from './contest-list.js';
import { allContests } from './insight.service.js';
import type { ReportQuery } from './insight-query.dto.js';
import { areaInReach } from './insight-scope.js';
import { readYear } from './year-reading.js';
import { yearReport } from './year-report.js';
import type { RequestReport, YearlyReportDto } from './yearly-report.dto.js';
import { YearlyReport } from './yearly-report.entity.js';

declareJobs('yearReport');

/** Yearly reports 年度报告: asked for, made by the worker, kept as they were, read by those in reach of their area. */
@Injectable()
export class YearlyReports {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  /** Asks for a report. Refusals as of `Insight.year`. */
  async request(actor: Actor, wish: RequestReport): Promise<YearlyReportDto> {
    return this.db.transaction(async (tx) => {
      const { area } = await areaInReach(tx, actor, wish);
      const report = {
        id: newId(),
        level: area.level,
        divisionCode: area.divisionCode,
        planYear: wish.planYear,
        requestedBy: actor.accountId,
        requestedAt: this.clock.now(),
      };
      await tx.insert(YearlyReport, report);
      const subject = { subjectType: 'report', subjectId: report.id, after: report };
      await this.audit.record(tx, actor, 'report.requested', subject);
      await this.jobs.request(tx, 'yearReport', report.id, { by: actor.accountId });
      return (await reportsWhere(tx, 'r.id = $1', [report.id]))[0] as YearlyReportDto;
    });
  }

  /** The reports in reach, latest first. */
  async list(actor: Actor, query: ReportQuery): Promise<Page<YearlyReportDto>> {
    const tx = this.db.manager;
    const { sql, params } = await inReach(tx, actor, 1);
    const values = [...params];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [
      sql,
      ...(query.year === undefined ? [] : [`r.plan_year = ${add(query.year)}`]),
      ...(query.level === undefined ? [] : [`r.level = ${add(query.level)}`]),
      ...(query.area === undefined ? [] : [`r.division_code = ${add(query.area)}`]),
      ...(query.after === undefined ? [] : [`r.id < ${add(query.after)}::uuid`]),
    ];
    const rows = await reportsWhere(tx, conditions.join(' AND '), values, query.limit + 1);
    return pageOf(rows, query.limit, ({ id }) => id);
  }

  /** One report. Throws `NotFound` `insight.report-not-found`. */
  async read(actor: Actor, id: string): Promise<YearlyReportDto> {
    const tx = this.db.manager;
    const { sql, params } = await inReach(tx, actor, 2);
    const [report] = isId(id) ? await reportsWhere(tx, `r.id = $1 AND ${sql}`, [id, ...params]) : [];
    if (!report) throw new NotFound('insight.report-not-found');
    return report;
  }

  /** Its PDF. Throws `NotFound` `insight.report-not-found`, `Refused` `insight.report-not-made`. */
  async document(
    actor: Actor,
    id: string,
  ): Promise<{ file: StoredFile; content: Readable; fileName: string }> {
    await this.read(actor, id);
    const report = await this.db.manager.findOneByOrFail(YearlyReport, { id });
    if (report.fileHash === null) throw new Refused('insight.report-not-made');
    return { ...(await this.files.read(report.fileHash)), fileName: report.fileName ?? 'yearly-report.pdf' };
  }

  /** Makes the report from one snapshot: the job's body. Made twice it is only written anew. */
  async make(id: string, progress: (done: number, total: number) => void): Promise<{ versionCode: string }> {
    const report = await this.db.manager.findOneBy(YearlyReport, { id });
    if (!report) throw new NotFound('insight.report-not-found');
    progress(0, 3);
    const now = this.clock.now();
    const { level, divisionCode, planYear } = report;
    const scope = { level, divisionCode, planYear };
    const read = await this.db.transaction('REPEATABLE READ', async (tx) => ({
      year: await readYear(tx, scope, [], now),
      contests: (await listContests(tx, scope, { limit: allContests, stage: 'granted' }, now)).items,
    }));
    progress(1, 3);
    const bytes = await pdfOf(yearReport(read.year, read.contests));
    progress(2, 3);
    const stored = await this.files.put(bytes, 'application/pdf');
    const { versionCode } = read.year;
    await this.db.manager.update(
      YearlyReport,
      { id },
      {
        madeAt: now,
        versionCode,
        fileHash: stored.hash,
        fileName: `${planYear}年度职业技能竞赛工作报告 ${read.year.areaName} ${versionCode}.pdf`,
        sizeBytes: bytes.length,
      },
    );
    progress(3, 3);
    return { versionCode };
  }
}

async function inReach(tx: EntityManager, actor: Actor, first: number) {
  return overseenSql(await jurisdictionsFor(tx, actor, 'insight.read'), 'r.division_code', first);
}

async function reportsWhere(
  tx: EntityManager,
  condition: string,
  params: unknown[],
  limit = 1,
): Promise<YearlyReportDto[]> {
  const rows: (Omit<YearlyReportDto, 'requestedAt' | 'madeAt'> & {
    requestedAt: Date;
    madeAt: Date | null;
  })[] = await tx.query(
    `SELECT r.id, r.level, r.division_code AS "divisionCode", r.plan_year AS "planYear", a.display_name AS "requestedBy",
            r.requested_at AS "requestedAt", r.made_at AS "madeAt", r.version_code AS "versionCode",
            r.file_name AS "fileName", r.size_bytes AS "sizeBytes",
            (SELECT v.name FROM division v WHERE v.code = r.division_code ORDER BY v.edition DESC LIMIT 1) AS "areaName",
            (SELECT j.id FROM job_request j WHERE j.name = 'yearReport' AND j.subject = r.id::text
              ORDER BY j.id DESC LIMIT 1) AS "jobId"
       FROM yearly_report r LEFT JOIN account a ON a.id = r.requested_by
      WHERE ${condition} ORDER BY r.id DESC LIMIT ${limit}`,
    params,
  );
  return rows.map((row) => ({
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    madeAt: row.madeAt?.toISOString() ?? null,
  }));
}
