import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertCurrent, Clock, Files, newId, NotFound, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { PlanVersion } from './annual-plan.entity.js';
import { planToChange } from './annual-plan.service.js';
import type { EditPlanVersionDto, NewPlanVersionDto } from './plan.dto.js';
import type { PlanPlace } from './plan-lines.js';
import { namesOf, readVersion } from './plan.queries.js';
import {
  assertPreparesPlan,
  lastPublished,
  planInReach,
  planRow,
  versionOf,
  versionsOf,
} from './plan-reach.js';
import type { PlanScanDto, PlanVersionDto } from './plan-reply.dto.js';
import { fitFile } from './document.service.js';
import { planCodeOf } from './plan-code.js';
import { documentNumberOf, signedOnOf } from './plan-facts.js';
import { planStanding } from './plan-standing.js';
import { noticeTitle, usualAddressees } from './plan-titles.js';

/** Versions of a plan while they are drafted 拟稿: the plan, a supplement, a correction. */
@Injectable()
export class PlanVersions {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly files: Files,
  ) {}

  /**
   * Begins a version. Refused: `approvals.plan-draft-open` while another is a draft, `approvals.plan-first-version`,
   * `approvals.plan-published-before`, `approvals.correction-note-needed`.
   */
  begin(actor: Actor, place: PlanPlace, wish: NewPlanVersionDto): Promise<PlanVersionDto> {
    return this.db.transaction(async (tx) => {
      await assertPreparesPlan(tx, actor, place);
      const plan = await planToChange(tx, actor, place, this.clock.now());
      const versions = await versionsOf(tx, plan.id);
      assertMayBegin(versions, wish);
      const version: PlanVersion = {
        planId: plan.id,
        id: newId(),
        number: Math.max(0, ...versions.map(({ number }) => number)) + 1,
        kind: wish.kind,
        title: wish.title?.trim() || noticeTitle(wish.kind, place, (await namesOf(tx, place)).areaName),
        correctionNote: wish.correctionNote?.trim() || null,
        addressees: versions.at(-1)?.addressees ?? usualAddressees(place),
        documentNumber: null,
        signer: null,
        signedOn: null,
        scanHash: null,
        scanName: null,
        scanCode: null,
        publishedBy: null,
        publishedAt: null,
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
        version: 1,
      };
      await tx.insert(PlanVersion, version);
      await this.record(tx, actor, 'plan.versionBegun', version, null, facts(version));
      return readVersion(tx, place, version.number, true);
    });
  }

  /** Records title, addressees, note, document number, signer and date of a draft. */
  edit(
    actor: Actor,
    place: PlanPlace,
    number: number,
    version: number,
    changes: EditPlanVersionDto,
  ): Promise<PlanVersionDto> {
    return this.change(actor, place, number, version, (draft) => {
      const { title, addressees, correctionNote, documentNumber, signer, signedOn } = changes;
      const text = (value: string | null) => value?.trim() || null;
      return {
        ...draft,
        title: title?.trim() || draft.title,
        addressees: addressees?.trim() || draft.addressees,
        correctionNote: correctionNote === undefined ? draft.correctionNote : text(correctionNote),
        documentNumber:
          documentNumber === undefined ? draft.documentNumber : documentNumberOf(documentNumber),
        signer: signer === undefined ? draft.signer : text(signer),
        signedOn: signedOn === undefined ? draft.signedOn : signedOnOf(signedOn, this.clock.now()),
      };
    });
  }

  /**
   * Attaches the scan of the stamped document: PDF, PNG or JPEG by its content. A later one replaces it until published.
   * It counts for what the version says now; `printedCode` (as printed on the copy, or seen on the page) has to be the code
   * of that: otherwise `Refused` `approvals.scan-of-another-list`.
   */
  async attachScan(
    actor: Actor,
    place: PlanPlace,
    number: number,
    version: number,
    bytes: Buffer,
    fileName: string,
    printedCode: string | null = null,
  ): Promise<PlanScanDto> {
    const { fileName: name, mediaType } = await fitFile({ bytes, fileName }, { kind: 'stampedForm' });
    await assertPreparesPlan(this.db.manager, actor, place);
    const { hash } = await this.files.put(bytes, mediaType);
    const edited = await this.change(actor, place, number, version, async (draft, tx) => {
      const code = planCodeOf(place, draft, (await planStanding(tx, place, true)).items);
      const given = printedCode === null ? code : typedCode(printedCode);
      if (given !== code) throw new Refused('approvals.scan-of-another-list', { given, code });
      return { ...draft, scanHash: hash, scanName: name, scanCode: code };
    });
    const { scanCode, version: current } = edited;
    return { scanName: name, mediaType, sizeBytes: bytes.length, scanCode, version: current };
  }

  async readScan(
    actor: Actor,
    place: PlanPlace,
    number: number,
  ): Promise<{ fileName: string; mediaType: string; content: Readable }> {
    await planInReach(this.db.manager, actor, place);
    const plan = await planRow(this.db.manager, place);
    const version = versionOf(plan ? await versionsOf(this.db.manager, plan.id) : [], number);
    if (version.scanHash === null) throw new NotFound('approvals.no-scan');
    const { file, content } = await this.files.read(version.scanHash);
    return { fileName: version.scanName ?? 'scan', mediaType: file.mediaType, content };
  }

  /** Discards a draft; a published version stays. */
  discard(actor: Actor, place: PlanPlace, number: number): Promise<void> {
    return this.db.transaction(async (tx) => {
      const draft = await draftToChange(tx, actor, place, number);
      await tx.delete(PlanVersion, { planId: draft.planId, id: draft.id });
      await this.record(tx, actor, 'plan.versionDiscarded', draft, facts(draft), null);
    });
  }

  private change(
    actor: Actor,
    place: PlanPlace,
    number: number,
    version: number,
    edit: (draft: PlanVersion, tx: EntityManager) => PlanVersion | Promise<PlanVersion>,
  ): Promise<PlanVersionDto> {
    return this.db.transaction(async (tx) => {
      const draft = await draftToChange(tx, actor, place, number);
      assertCurrent(draft.version, version);
      const edited = { ...(await edit(draft, tx)), version: draft.version + 1 };
      await tx.update(PlanVersion, { planId: draft.planId, id: draft.id }, edited);
      await this.record(tx, actor, 'plan.versionEdited', draft, facts(draft), facts(edited));
      return readVersion(tx, place, number, true);
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    verb: string,
    { planId }: PlanVersion,
    before: object | null,
    after: object | null,
  ): Promise<void> {
    return this.audit.record(tx, actor, verb, { subjectType: 'plan', subjectId: planId, before, after });
  }
}

/** A check code as somebody types it: 「k7qd 2m9x」, with O for 0 and I for 1. */
function typedCode(given: string): string {
  const plain = given
    .normalize('NFKC')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return `${plain.slice(0, 4)}-${plain.slice(4, 12)}`;
}

/** The draft of this number with the plan locked. Refused once it is published. */
export async function draftToChange(
  tx: EntityManager,
  actor: Actor,
  place: PlanPlace,
  number: number,
): Promise<PlanVersion> {
  await assertPreparesPlan(tx, actor, place);
  const plan = await planRow(tx, place, true);
  const version = versionOf(plan ? await versionsOf(tx, plan.id) : [], number);
  if (version.publishedAt) throw new Refused('approvals.plan-version-published', { number });
  return version;
}

function assertMayBegin(versions: readonly PlanVersion[], { kind, correctionNote }: NewPlanVersionDto): void {
  const draft = versions.find(({ publishedAt }) => publishedAt === null);
  if (draft) throw new Refused('approvals.plan-draft-open', { number: draft.number });
  const isFirst = lastPublished(versions) === null;
  if (isFirst && kind !== 'plan') throw new Refused('approvals.plan-first-version');
  if (!isFirst && kind === 'plan') throw new Refused('approvals.plan-published-before');
  if (kind === 'correction' && !correctionNote?.trim()) throw new Refused('approvals.correction-note-needed');
}

/** What stands in the history of a version. */
const facts = ({ createdBy: _by, createdAt: _at, ...version }: PlanVersion): object => version;
