import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { Clock, isId, newId, NotFound, Refused } from '@luban/platform';
import { withoutHostile } from '@luban/rulebook';
import { DataSource, type EntityManager } from 'typeorm';
import { staleChanges, writeChanges, writeOrganisations } from './apply-import.js';
import type { CatalogueImportDetailDto, CatalogueImportRequest } from './catalogue-import.dto.js';
import { CatalogueImport } from './catalogue-import.entity.js';
import { readImport } from './catalogue-import.queries.js';
import { assertMayImport } from './catalogue-reach.js';
import type { Facts, ListFinding } from './list-draft.js';
import type { Change } from './list-difference.js';
import { cellsOf, readList } from './read-list.js';

/** An uploaded file. */
export interface CatalogueFile {
  bytes: Uint8Array;
  fileName: string;
}

const findingsKept = 1000;

/** Lists imported by the ministry: first a preview of what changes, then applied whole, or discarded. */
@Injectable()
export class CatalogueImports {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Reads a list and keeps what it would change; the catalogue stays as it is. Earlier previews of the same person for
   * the same list are discarded. Throws `Invalid` for a file that is no such list; what is wrong with single cells are
   * findings of the preview.
   */
  async preview(
    actor: Actor,
    file: CatalogueFile,
    wish: CatalogueImportRequest,
  ): Promise<CatalogueImportDetailDto> {
    await assertMayImport(this.db.manager, actor);
    const list = await cellsOf(wish.kind, file.bytes);
    const fileName =
      withoutHostile(file.fileName)
        .replace(/\p{Cs}/gu, '')
        .slice(0, 300) || null;
    return this.db.transaction(async (tx) => {
      const { edition, changes, unchanged, findings } = await readList(tx, list, wish);
      await this.discardOthers(tx, actor, wish.kind, edition);
      const count = (change: Change['change']) => changes.filter((one) => one.change === change).length;
      const row: CatalogueImport = {
        ...{ id: newId(), kind: wish.kind, edition, number: null, state: 'previewed' },
        source: withoutHostile(wish.source ?? '').trim() || fileName || '–',
        fileHash: createHash('sha256').update(file.bytes).digest('hex'),
        fileName,
        ...{ added: count('added'), changed: count('changed'), removed: count('removed'), unchanged },
        findings: mostSevere(findings.all),
        baseNumber: await versionOf(tx, wish.kind, edition),
        ...{ createdBy: actor.accountId, createdAt: this.clock.now(), appliedBy: null, appliedAt: null },
      };
      await tx.insert(CatalogueImport, row);
      await keepChanges(tx, row, changes);
      return readImport(tx, actor, row.id);
    });
  }

  /**
   * Makes a preview the next version of its catalogue, whole or not at all. Refused with blocking findings
   * (`catalogue.import-faulty`) and when anything it was compared with has changed since (`catalogue.preview-stale`).
   */
  async apply(actor: Actor, id: string): Promise<CatalogueImportDetailDto> {
    return this.db.transaction(async (tx) => {
      const row = await this.preparedImport(tx, actor, id);
      const faults = (row.findings as ListFinding[]).filter(({ severity }) => severity === 'blocking');
      if (faults.length > 0) throw new Refused('catalogue.import-faulty', { count: faults.length });
      if (row.added + row.changed + row.removed === 0) throw new Refused('catalogue.import-changes-nothing');
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('catalogue.' || $1))`, [row.kind + row.edition]);
      const base = await versionOf(tx, row.kind, row.edition);
      if (base !== row.baseNumber || (await staleChanges(tx, row)) > 0)
        throw new Refused('catalogue.preview-stale');
      const at = this.clock.now();
      if (row.kind === 'organisations') await this.writeOrganisations(tx, actor, row, at);
      else await writeChanges(tx, row);
      const applied = {
        state: 'applied' as const,
        number: base + 1,
        appliedBy: actor.accountId,
        appliedAt: at,
      };
      await tx.update(CatalogueImport, { id: row.id }, applied);
      const { kind, edition, added, changed, removed, fileHash } = row;
      await this.audit.record(tx, actor, 'catalogue.imported', {
        subjectType: 'catalogue',
        subjectId: row.id,
        after: { kind, edition, number: base + 1, added, changed, removed, fileHash },
      });
      return readImport(tx, actor, row.id);
    });
  }

  /** Gives a preview up. */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const row = await this.preparedImport(tx, actor, id);
      await discardImports(tx, [row.id]);
      await this.audit.record(tx, actor, 'catalogue.discarded', {
        subjectType: 'catalogue',
        subjectId: row.id,
        before: { kind: row.kind, edition: row.edition },
      });
    });
  }

  private async preparedImport(tx: EntityManager, actor: Actor, id: string): Promise<CatalogueImport> {
    await assertMayImport(tx, actor);
    const row = isId(id)
      ? await tx.findOne(CatalogueImport, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!row) throw new NotFound('catalogue.import-not-found');
    if (row.state !== 'previewed') throw new Refused('catalogue.import-settled');
    return row;
  }

  private async discardOthers(
    tx: EntityManager,
    actor: Actor,
    kind: CatalogueImport['kind'],
    edition: string,
  ): Promise<void> {
    const own: { id: string }[] = await tx.query(
      `SELECT id FROM catalogue_import
        WHERE kind = $1 AND edition = $2 AND state = 'previewed' AND created_by = $3 FOR UPDATE`,
      [kind, edition, actor.accountId],
    );
    await discardImports(
      tx,
      own.map((row) => row.id),
    );
  }

  private async writeOrganisations(
    tx: EntityManager,
    actor: Actor,
    row: CatalogueImport,
    at: Date,
  ): Promise<void> {
    const fresh: { name: string }[] = await tx.query(
      `SELECT code AS name FROM catalogue_change WHERE import_id = $1 AND change = 'added'`,
      [row.id],
    );
    const newIds = fresh.map(({ name }) => ({ name, id: newId() }));
    const written = await writeOrganisations(tx, row, newIds, { accountId: actor.accountId, at });
    await this.audit.recordMany(
      tx,
      actor,
      'organisation.imported',
      written.map(({ id }) => ({ subjectType: 'organisation', subjectId: id, after: { importId: row.id } })),
    );
  }
}

/** The version that a catalogue and edition are at; 0 before the first. */
async function versionOf(tx: EntityManager, kind: CatalogueImport['kind'], edition: string): Promise<number> {
  const [found]: { number: number | null }[] = await tx.query(
    `SELECT max(number) AS number FROM catalogue_import WHERE kind = $1 AND edition = $2`,
    [kind, edition],
  );
  return found?.number ?? 0;
}

async function keepChanges(
  tx: EntityManager,
  row: CatalogueImport,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const { soundOf } = await import('./pinyin.js');
  // How the name sounds goes with it, so that applying is a matter of the database alone.
  const sounding = (after: Facts | null): object | null =>
    after && row.kind !== 'organisations' ? { ...after, ...soundOf(String(after.name)) } : after;
  const rows = changes.map(({ key, change, before, after }) => ({
    code: key,
    change,
    before,
    after: sounding(after),
  }));
  await tx.query(
    `INSERT INTO catalogue_change (import_id, code, change, before, after)
     SELECT $1, r.code, r.change, r.before, r.after
       FROM jsonb_to_recordset($2::jsonb) AS r(code text, change text, before jsonb, after jsonb)`,
    [row.id, JSON.stringify(rows)],
  );
}

/** A discarded preview keeps its counts and findings; the changes that never came are not kept. */
async function discardImports(tx: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(`UPDATE catalogue_import SET state = 'discarded' WHERE id = ANY($1::uuid[])`, [ids]);
  await tx.query(`DELETE FROM catalogue_change WHERE import_id = ANY($1::uuid[])`, [ids]);
}

/** When there are too many to keep, what blocks comes before what warns. */
function mostSevere(findings: readonly ListFinding[]): ListFinding[] {
  if (findings.length <= findingsKept) return [...findings];
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  const warning = findings.filter(({ severity }) => severity === 'warning');
  return [...blocking, ...warning].slice(0, findingsKept);
}
