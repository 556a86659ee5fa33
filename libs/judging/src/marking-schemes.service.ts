import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { modulesOf, skillOf } from '@luban/events';
import { assertMay, sees } from '@luban/identity';
import { Clock, declareJobs, Files, isId, Jobs, newId, NotFound, Outdated, Refused } from '@luban/platform';
import { checkScheme, marksBySection, schemeMaxHundredths, type SchemeTree } from '@luban/scoring';
import { writeCisScheme, writeSheetScheme } from '@luban/workbooks';
import { DataSource, type EntityManager } from 'typeorm';
import { MarkingScheme } from './marking-scheme.entity.js';
import type {
  SchemeDetailReply,
  SchemeFindingReply,
  SchemeList,
  SchemePreviewReply,
  SchemeReply,
  SectionSumReply,
} from './marking-scheme.dto.js';
import { assertUnmarked, modulesOfCriteria, removeForms, writeSchemeRows } from './scheme-in-force.js';
import { readSchemeFile, type SchemeFile } from './scheme-file.js';
import { schemeGiven } from './scheme-given.js';

declareJobs('openForms');

/** Marking schemes 评分方案: imported, built on screen, put in force, exported. A scheme in force is never edited. */
@Injectable()
export class MarkingSchemes {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** What a file would become, with a finding per bad cell; keeps nothing. */
  async preview(
    actor: Actor,
    eventId: string,
    skillId: string,
    file: SchemeFile,
  ): Promise<SchemePreviewReply> {
    await skillOf(this.db.manager, actor, eventId, skillId);
    assertMay(actor, 'schemes.edit', { eventId, skillId });
    const reading = await readSchemeFile(file, { isPreview: true });
    return {
      kind: reading.kind,
      findings: reading.findings,
      mapping: reading.mapping,
      totalHundredths: schemeMaxHundredths(reading.tree),
      ...countsOf(reading.tree),
      sections: sectionSums(reading.tree),
      tree: reading.tree,
    };
  }

  /**
   * Keeps a file's scheme as a new draft, findings and all: the organiser mends it on screen or brings a better file.
   * The file itself is kept by its hash.
   */
  async importFile(
    actor: Actor,
    eventId: string,
    skillId: string,
    file: SchemeFile,
  ): Promise<SchemeDetailReply> {
    await skillOf(this.db.manager, actor, eventId, skillId);
    assertMay(actor, 'schemes.edit', { eventId, skillId });
    const reading = await readSchemeFile(file);
    const kept = await this.files.put(file.bytes, file.mediaType);
    return this.keep(actor, eventId, skillId, {
      source: reading.kind,
      fileHash: kept.hash,
      tree: reading.tree,
      findings: reading.findings,
    });
  }

  /** Keeps a scheme built on screen as a new draft. Invalid trees: `judging.scheme-malformed`. */
  async build(actor: Actor, eventId: string, skillId: string, given: unknown): Promise<SchemeDetailReply> {
    const tree = schemeGiven(given);
    return this.keep(actor, eventId, skillId, {
      source: 'built',
      fileHash: null,
      tree,
      findings: findingsOf(tree),
    });
  }

  /** Changes a draft. Refused: `judging.scheme-not-draft`; outdated: `judging.scheme-changed`. */
  async change(
    actor: Actor,
    eventId: string,
    schemeId: string,
    version: number,
    given: unknown,
  ): Promise<SchemeDetailReply> {
    const tree = schemeGiven(given);
    return this.db.transaction(async (tx) => {
      const scheme = await this.schemeInReach(tx, actor, 'schemes.edit', eventId, schemeId);
      if (scheme.state !== 'draft') throw new Refused('judging.scheme-not-draft');
      if (scheme.version !== version)
        throw new Outdated('judging.scheme-changed', {}, { current: scheme.version });
      scheme.tree = tree;
      scheme.findings = findingsOf(tree);
      scheme.totalHundredths = schemeMaxHundredths(tree);
      scheme.version += 1;
      await tx.save(MarkingScheme, scheme);
      await this.audit.record(tx, actor, 'scheme.changed', {
        eventId,
        skillId: scheme.skillId,
        subjectType: 'markingScheme',
        subjectId: schemeId,
        after: { version: scheme.version, totalHundredths: scheme.totalHundredths },
      });
      return detailOf(scheme);
    });
  }

  /** Throws a draft away. Refused: `judging.scheme-not-draft` (what was in force once is history). */
  async discard(actor: Actor, eventId: string, schemeId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const scheme = await this.schemeInReach(tx, actor, 'schemes.edit', eventId, schemeId);
      if (scheme.state !== 'draft') throw new Refused('judging.scheme-not-draft');
      await tx.delete(MarkingScheme, { eventId, id: schemeId });
      await this.audit.record(tx, actor, 'scheme.discarded', {
        eventId,
        skillId: scheme.skillId,
        subjectType: 'markingScheme',
        subjectId: schemeId,
        before: { number: scheme.number, source: scheme.source, fileHash: scheme.fileHash },
      });
    });
  }

  /**
   * Puts a draft in force: forms are made from it. Refused: `judging.scheme-blocked` (findings), `judging.marking-begun`
   * (the scheme in force already has marks), `judging.module-unmapped`, `judging.scheme-not-draft`.
   */
  async putInForce(
    actor: Actor,
    eventId: string,
    schemeId: string,
    told: Record<string, string> = {},
  ): Promise<SchemeDetailReply> {
    return this.db.transaction(async (tx) => {
      const scheme = await this.schemeInReach(tx, actor, 'schemes.edit', eventId, schemeId);
      const { skillId } = scheme;
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [skillId]);
      if (scheme.state !== 'draft') throw new Refused('judging.scheme-not-draft');
      const blocking = (scheme.findings as SchemeFindingReply[]).filter((f) => f.severity === 'blocking');
      if (blocking.length > 0) {
        throw new Refused('judging.scheme-blocked', { count: blocking.length }, { findings: blocking });
      }
      await assertUnmarked(tx, eventId, skillId);
      await removeForms(tx, eventId, skillId);
      const modules = (await modulesOf(tx, eventId, skillId)).filter((m) => m.markedBy === 'scheme');
      const mapped = modulesOfCriteria(scheme.tree, modules, told);
      await tx.update(MarkingScheme, { eventId, skillId, state: 'inForce' }, { state: 'superseded' });
      scheme.state = 'inForce';
      scheme.version += 1;
      await tx.save(MarkingScheme, scheme);
      const at = { eventId, skillId, schemeId, by: actor.accountId };
      await writeSchemeRows(tx, this.jobs, at, scheme.tree, mapped);
      await this.audit.record(tx, actor, 'scheme.putInForce', {
        eventId,
        skillId: scheme.skillId,
        subjectType: 'markingScheme',
        subjectId: schemeId,
        after: { skillId, number: scheme.number, modules: Object.fromEntries(mapped) },
      });
      return detailOf(scheme);
    });
  }

  async list(actor: Actor, eventId: string, skillId: string): Promise<SchemeList> {
    await skillOf(this.db.manager, actor, eventId, skillId);
    assertMay(actor, 'schemes.read', { eventId, skillId });
    const schemes = await this.db.manager.find(MarkingScheme, {
      where: { eventId, skillId },
      order: { number: 'DESC' },
    });
    return { items: await withNames(this.db.manager, schemes.map(summaryOf)) };
  }

  async read(actor: Actor, eventId: string, schemeId: string): Promise<SchemeDetailReply> {
    const scheme = await this.schemeInReach(this.db.manager, actor, 'schemes.read', eventId, schemeId);
    const [named] = await withNames(this.db.manager, [detailOf(scheme)]);
    return named ?? detailOf(scheme);
  }

  /** The scheme as a CIS workbook (`cis`) or as a Chinese 评分表 (`sheet`). */
  async workbook(
    actor: Actor,
    eventId: string,
    schemeId: string,
    kind: 'cis' | 'sheet',
  ): Promise<{ name: string; bytes: Buffer }> {
    const scheme = await this.schemeInReach(this.db.manager, actor, 'schemes.read', eventId, schemeId);
    const write = kind === 'cis' ? writeCisScheme : writeSheetScheme;
    const { code, name } = await skillOf(this.db.manager, actor, eventId, scheme.skillId);
    const label = kind === 'cis' ? 'CIS' : '评分表';
    const fileName = `${label}-${code}-${name}-${scheme.number}.xlsx`.replace(/[\\/:*?"<>|\s]+/g, '-');
    return { name: fileName, bytes: await write(scheme.tree) };
  }

  private async keep(
    actor: Actor,
    eventId: string,
    skillId: string,
    draft: Pick<MarkingScheme, 'source' | 'fileHash' | 'tree'> & { findings: SchemeFindingReply[] },
  ): Promise<SchemeDetailReply> {
    return this.db.transaction(async (tx) => {
      await skillOf(tx, actor, eventId, skillId, 'forUpdate');
      assertMay(actor, 'schemes.edit', { eventId, skillId });
      const [{ next }]: [{ next: number }] = await tx.query(
        `SELECT COALESCE(max(number), 0)::int + 1 AS next FROM marking_scheme WHERE event_id = $1 AND skill_id = $2`,
        [eventId, skillId],
      );
      const scheme = tx.create(MarkingScheme, {
        eventId,
        id: newId(),
        skillId,
        number: next,
        ...draft,
        totalHundredths: schemeMaxHundredths(draft.tree),
        state: 'draft',
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
        version: 1,
      });
      await tx.save(MarkingScheme, scheme);
      await this.audit.record(tx, actor, 'scheme.imported', {
        eventId,
        skillId: scheme.skillId,
        subjectType: 'markingScheme',
        subjectId: scheme.id,
        after: { skillId, number: next, source: draft.source, fileHash: draft.fileHash },
      });
      return detailOf(scheme);
    });
  }

  private async schemeInReach(
    tx: EntityManager,
    actor: Actor,
    permission: 'schemes.read' | 'schemes.edit',
    eventId: string,
    schemeId: string,
  ): Promise<MarkingScheme> {
    const lock = permission === 'schemes.edit';
    const scheme = isId(schemeId)
      ? await tx.findOne(MarkingScheme, {
          where: { eventId, id: schemeId },
          ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
        })
      : null;
    if (!scheme) throw new NotFound('judging.scheme-not-found');
    // Whoever does not reach the skill is told that there is no such scheme, as if there were none.
    if (!sees(actor, { eventId, skillId: scheme.skillId })) throw new NotFound('judging.scheme-not-found');
    assertMay(actor, permission, { eventId, skillId: scheme.skillId });
    return scheme;
  }
}

/** The rules a scheme must keep, whoever made it, with the place in the tree where a person mends it. */
export function findingsOf(tree: SchemeTree): SchemeFindingReply[] {
  return checkScheme(tree).map(({ code, severity, at, message }) => ({
    code,
    severity,
    cell: at ?? '',
    message,
  }));
}

function sectionSums(tree: SchemeTree): SectionSumReply[] {
  const marks = marksBySection(tree);
  return tree.sections.map(({ number, name, weightHundredths }) => ({
    number,
    name,
    weightHundredths,
    marksHundredths: marks.get(number) ?? 0,
  }));
}

function countsOf(tree: SchemeTree): { measurementAspects: number; judgementAspects: number } {
  const aspects = tree.criteria.flatMap((c) => c.subCriteria.flatMap((s) => s.aspects));
  const judgementAspects = aspects.filter((a) => a.kind === 'judgement').length;
  return { measurementAspects: aspects.length - judgementAspects, judgementAspects };
}

/** Puts the names to who made the schemes. */
async function withNames<S extends SchemeReply>(tx: EntityManager, schemes: S[]): Promise<S[]> {
  const rows: { id: string; name: string }[] = await tx.query(
    `SELECT id, display_name AS name FROM account WHERE id = ANY($1)`,
    [schemes.map((scheme) => scheme.createdBy)],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return schemes.map((scheme) => ({ ...scheme, createdByName: names.get(scheme.createdBy ?? '') ?? null }));
}

function summaryOf(scheme: MarkingScheme): SchemeReply {
  const findings = scheme.findings as SchemeFindingReply[];
  return {
    id: scheme.id,
    number: scheme.number,
    source: scheme.source,
    state: scheme.state,
    version: scheme.version,
    totalHundredths: scheme.totalHundredths,
    ...countsOf(scheme.tree),
    blocking: findings.filter((f) => f.severity === 'blocking').length,
    warnings: findings.filter((f) => f.severity === 'warning').length,
    createdAt: scheme.createdAt,
    createdBy: scheme.createdBy,
    createdByName: null,
  };
}

function detailOf(scheme: MarkingScheme): SchemeDetailReply {
  return {
    ...summaryOf(scheme),
    tree: scheme.tree,
    findings: scheme.findings as SchemeFindingReply[],
    sections: sectionSums(scheme.tree),
  };
}
