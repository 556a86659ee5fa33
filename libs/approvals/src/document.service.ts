import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { Clock, fileBytesMax, Files, Invalid, isId, newId, NotFound, Refused, say } from '@luban/platform';
import { documentKindInWords } from '@luban/rulebook';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { ApplicationDocument } from './application-document.entity.js';
import { formMark } from './application-form.js';
import { ApplicationOccupation } from './application-occupation.entity.js';
import { applicationInReach } from './application-reach.js';
import type { ApplicationDto } from './application-reply.dto.js';
import { pageCodeOf, readPageCode, statementOf } from './application-statement.js';
import { readApplication, submissionsOf } from './application.queries.js';
import { ownApplication } from './application.service.js';
import type { ClassApplication } from './class-application.entity.js';
import { documentFault } from './document-checks.js';
import { cleanFileName, documentTypes, typeOfName, typesOfKind } from './document-names.js';
import type { AddDocumentDto } from './document.dto.js';
import './document-messages.js';

/** More documents than this no application has. */
const documentsMost = 60;

/** A file as it arrives. */
export interface ArrivedFile {
  bytes: Buffer;
  fileName: string;
}

/** The documents of an application 申报材料: checked when they arrive, kept by their content. */
@Injectable()
export class ApplicationDocuments {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly files: Files,
  ) {}

  /**
   * Adds a document to a draft or returned application. Type and name are held against the content; a stamped form
   * must carry the code of the data as they are now. Throws `Invalid` with a code of document-messages.ts; `Refused`
   * `approvals.scan-of-older-version` with `current`.
   */
  async add(actor: Actor, id: string, file: ArrivedFile, wish: AddDocumentDto): Promise<ApplicationDto> {
    const at = this.clock.now();
    // In reach and in the right state, before anything of the file is looked at; and again when it is kept.
    await this.db.transaction((tx) => ownApplication(tx, actor, id, 'edit'));
    const { fileName, mediaType } = await fitFile(file, wish);
    const { hash } = await this.files.put(file.bytes, mediaType, fileBytesMax);
    return this.db.transaction(async (tx) => {
      const application = await ownApplication(tx, actor, id, 'edit');
      await assertRoom(tx, application);
      await assertOccupation(tx, application, wish);
      const document: ApplicationDocument = {
        applicationId: application.id,
        id: newId(),
        kind: wish.kind,
        occupationId: wish.occupationId ?? null,
        fileHash: hash,
        fileName,
        mediaType,
        sizeBytes: file.bytes.length,
        pageCode: wish.kind === 'stampedForm' ? await currentCode(tx, application, wish.pageCode) : null,
        uploadedBy: actor.accountId,
        uploadedAt: at,
        removedAt: null,
        removedBy: null,
      };
      await tx.insert(ApplicationDocument, document);
      await this.audit.record(tx, actor, 'application.documentAdded', {
        subjectType: 'application',
        subjectId: application.id,
        after: { documentId: document.id, kind: document.kind, fileHash: hash, pageCode: document.pageCode },
      });
      return readApplication(tx, actor, application.id, at);
    });
  }

  /** Removes a document that was never part of a submission. */
  async remove(actor: Actor, id: string, documentId: string): Promise<ApplicationDto> {
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const application = await ownApplication(tx, actor, id, 'edit');
      const document = await documentOf(tx, application, documentId);
      const submissions = await submissionsOf(tx, application.id);
      if (submissions.some(({ snapshot }) => snapshot.documents.some((one) => one.id === document.id)))
        throw new Refused('approvals.document-submitted');
      await tx.update(
        ApplicationDocument,
        { applicationId: application.id, id: document.id },
        { removedAt: at, removedBy: actor.accountId },
      );
      await this.audit.record(tx, actor, 'application.documentRemoved', {
        subjectType: 'application',
        subjectId: application.id,
        before: { documentId: document.id, kind: document.kind, fileHash: document.fileHash },
      });
      return readApplication(tx, actor, application.id, at);
    });
  }

  /** The file of a document, for whoever has the application in reach. */
  async read(
    actor: Actor,
    id: string,
    documentId: string,
  ): Promise<{ document: ApplicationDocument; content: Readable }> {
    const tx = this.db.manager;
    const application = await applicationInReach(tx, actor, id);
    const document = await documentOf(tx, application, documentId);
    const { content } = await this.files.read(document.fileHash);
    return { document, content };
  }
}

/** The clean name and the type of a file that may be kept. */
export async function fitFile(
  { bytes, fileName: given }: ArrivedFile,
  { kind }: Pick<AddDocumentDto, 'kind'>,
): Promise<{ fileName: string; mediaType: string }> {
  const fileName = cleanFileName(given);
  if (!fileName) throw unfit('file', 'approvals.document-name');
  const claimed = typeOfName(fileName);
  const allowed = typesOfKind[kind] ?? [];
  if (!claimed || !allowed.includes(claimed)) {
    const name = documentKindInWords[kind];
    const types = allowed.map((type) => `.${type}`).join(', ');
    throw unfit('file', 'approvals.document-type', { ...name, types });
  }
  if (kind === 'stampedForm' && bytes.includes(formMark)) throw unfit('file', 'approvals.form-not-stamped');
  const fault = await documentFault(bytes, claimed);
  if (fault) throw unfit('file', fault.code, fault.params);
  return { fileName, mediaType: documentTypes[claimed] };
}

function unfit(path: string, code: string, params: Record<string, string | number> = {}): Invalid {
  return new Invalid(code, params, { errors: [{ path, code, message: say(code, params) }] });
}

async function assertRoom(tx: EntityManager, { id }: ClassApplication): Promise<void> {
  const count = await tx.countBy(ApplicationDocument, { applicationId: id, removedAt: IsNull() });
  if (count >= documentsMost) throw new Refused('approvals.documents-most', { most: documentsMost });
}

async function assertOccupation(
  tx: EntityManager,
  { id: applicationId }: ClassApplication,
  { occupationId: id }: AddDocumentDto,
): Promise<void> {
  if (!id) return;
  if (!(await tx.existsBy(ApplicationOccupation, { applicationId, id })))
    throw unfit('occupationId', 'approvals.document-occupation');
}

/** The code that a stamped form says, when it is that of the data as they are. */
async function currentCode(
  tx: EntityManager,
  application: ClassApplication,
  typed: string | undefined,
): Promise<string> {
  if (!typed?.trim()) throw unfit('pageCode', 'approvals.page-code-needed');
  const read = readPageCode(typed);
  if (!read) throw unfit('pageCode', 'approvals.page-code-unreadable', { code: typed.trim() });
  const current = pageCodeOf(application, await statementOf(tx, application));
  if (read.code === current) return current;
  const params = { code: read.code, current };
  if (read.contentVersion < application.contentVersion)
    throw new Refused('approvals.scan-of-older-version', params, { current });
  throw new Refused('approvals.scan-of-other-data', params, { current });
}

async function documentOf(
  tx: EntityManager,
  { id: applicationId }: ClassApplication,
  id: string,
): Promise<ApplicationDocument> {
  const document = isId(id)
    ? await tx.findOneBy(ApplicationDocument, { applicationId, id, removedAt: IsNull() })
    : null;
  if (!document) throw new NotFound('approvals.document-not-found');
  return document;
}
