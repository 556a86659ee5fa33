import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import {
  backTest,
  type BackTestCase,
  type BackTestLine,
  decisionOf,
  type Finding,
  holdAgainst,
} from '@luban/rulebook';
import { packInReach } from '@luban/rules';
import { DataSource } from 'typeorm';
import { applicationInReach } from './application-reach.js';
import { subjectsOf } from './application-subjects.js';
import type {
  BackTestDto,
  BackTestFindingDto,
  BackTestLineDto,
  BackTestQuery,
  TrialDto,
} from './back-test.dto.js';
import { evidenceOnly } from './historic-evidence.js';
import { decidedCases, decidedYears, type KnownCase, recordedCases } from './back-test.queries.js';

/** Any pack, a draft too, held against the past: which decisions would flip. Nothing is changed by it. */
@Injectable()
export class BackTests {
  constructor(private readonly db: DataSource) {}

  /** All decided applications in reach of the pack's level and area, or the public records; newest plan year first. */
  async run(actor: Actor, packId: string, query: BackTestQuery): Promise<BackTestDto> {
    const tx = this.db.manager;
    const pack = await packInReach(tx, actor, packId);
    const records = query.over === 'records' ? await recordedCases(tx, pack) : null;
    const planYears = records
      ? [...new Set(records.map((one) => one.planYear))]
      : await decidedYears(tx, actor, pack);
    const planYear = query.planYear ?? (query.years === 'newest' ? (planYears[0] ?? null) : null);
    const known = (records ?? (await decidedCases(tx, actor, pack, planYear))).filter(
      (one) => planYear === null || one.planYear === planYear,
    );
    const { lines, counts } = backTest(
      pack.content,
      known.map(({ applicationId: _id, hosts: _hosts, ...one }): BackTestCase => one),
    );
    const shown = lines
      .map((line, index) => ({ line, of: known[index] }))
      .filter(({ line }) => isWanted(line, query));
    const from = Number(query.after ?? 0);
    const page = shown.slice(from, from + query.limit);
    return {
      packId: pack.id,
      packCode: pack.code,
      packTitle: pack.title,
      planYear,
      planYears,
      counts,
      items: page.map(({ line, of }) => lineShown(line, of)),
      next: shown.length > from + query.limit ? String(from + query.limit) : null,
    };
  }

  /** One application in reach under the pack: what was last submitted, or, while its applicant writes, as it stands. */
  async trial(actor: Actor, packId: string, applicationId: string): Promise<TrialDto> {
    const tx = this.db.manager;
    const pack = await packInReach(tx, actor, packId);
    const application = await applicationInReach(tx, actor, applicationId);
    const asSubmitted = !['draft', 'returned'].includes(application.state);
    const subject = (await subjectsOf(tx, [application.id], undefined, { asSubmitted })).get(application.id);
    const findings = subject
      ? holdAgainst(pack.content, { ...evidenceOnly(subject, application), submittedOn: null })
      : [];
    return { packId: pack.id, applicationId: application.id, decision: decisionOf(findings), findings };
  }
}

function isWanted({ flips, decision, warnings }: BackTestLine, { only }: BackTestQuery): boolean {
  if (only === 'flips') return flips;
  if (only === 'declined') return decision === 'decline';
  return only === 'all' || warnings.length > 0;
}

const lineShown = (line: BackTestLine, of: KnownCase | undefined): BackTestLineDto => ({
  applicationId: of?.applicationId ?? null,
  officialName: line.officialName,
  hosts: of?.hosts ?? null,
  planYear: line.planYear,
  classThen: line.classThen,
  decisionThen: line.decisionThen,
  decision: line.decision,
  flips: line.flips,
  outOfScope: line.outOfScope,
  deciding: line.deciding.map(inShort),
  warnings: line.warnings.map(inShort),
  passed: line.passed.map(({ code }) => code),
  unknown: line.unknown.map(({ code }) => code),
});

const inShort = ({ code, title, severity, message, citation }: Finding): BackTestFindingDto => ({
  rule: code,
  title: title ?? message,
  severity,
  message,
  article: citation.article,
  source: citation.source,
  grade: citation.grade,
});
