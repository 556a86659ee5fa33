import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertGoverns } from '@luban/identity';
import { Clock, Denied, Files, NotFound, Refused } from '@luban/platform';
import { Notices, peopleOf } from '@luban/notices';
import { DataSource, type EntityManager } from 'typeorm';
import { fitFile } from './document.service.js';
import { applicantOrganisations, applicationInReach } from './application-reach.js';
import type { ClassApplication } from './class-application.entity.js';
import type { ObligationDto } from './obligation.dto.js';
import { Obligation } from './obligation.entity.js';
import { readObligation } from './obligation.queries.js';

/** Handing in and checking what is owed after a contest. */
@Injectable()
export class ObligationService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly files: Files,
    private readonly notices: Notices,
  ) {}

  /** The lead applicant hands a report in; until it is checked another one replaces it. */
  async submit(
    actor: Actor,
    applicationId: string,
    id: string,
    file: { bytes: Buffer; fileName: string; note: string | null },
  ): Promise<ObligationDto> {
    await applicationInReach(this.db.manager, actor, applicationId);
    const { fileName, mediaType } = await fitFile(file, { kind: 'supplement' });
    const { hash } = await this.files.put(file.bytes, mediaType);
    return this.change(actor, applicationId, id, async (tx, application, row) => {
      if (!applicantOrganisations(actor).includes(application.leadOrganisationId))
        throw new Denied('approvals.obligation-not-yours');
      if (row.metAt && row.checkedAt) throw new Refused('approvals.obligation-checked');
      const after = {
        metAt: this.clock.now(),
        metBy: actor.accountId,
        fileHash: hash,
        fileName,
        note: file.note?.trim().slice(0, 1000) || null,
        checkedAt: null,
        checkedBy: null,
        returnedReason: null,
      };
      await tx.update(Obligation, { applicationId, id: row.id }, after);
      await this.record(tx, actor, 'obligation.handedIn', row, { fileHash: hash });
    });
  }

  /** The authority has looked at it and takes it as done. Of two who decide at once, the first does. */
  check(actor: Actor, applicationId: string, id: string): Promise<ObligationDto> {
    return this.change(actor, applicationId, id, async (tx, application, row) => {
      await this.assertChecks(tx, actor, application);
      assertUndecided(row);
      const after = { checkedAt: this.clock.now(), checkedBy: actor.accountId };
      await tx.update(Obligation, { applicationId, id: row.id }, after);
      await this.record(tx, actor, 'obligation.checked', row);
    });
  }

  /** Takes back that it was checked: it waits to be checked again, and may then be returned. */
  undoCheck(actor: Actor, applicationId: string, id: string, reason: string): Promise<ObligationDto> {
    return this.change(actor, applicationId, id, async (tx, application, row) => {
      await this.assertChecks(tx, actor, application);
      if (!row.metAt || !row.checkedAt) throw new Refused('approvals.obligation-not-checked');
      await tx.update(Obligation, { applicationId, id: row.id }, { checkedAt: null, checkedBy: null });
      await this.record(tx, actor, 'obligation.checkUndone', row, {}, reason.trim());
    });
  }

  /** Sends what was handed in back for completion; the reason is told to the host. */
  return(actor: Actor, applicationId: string, id: string, reason: string): Promise<ObligationDto> {
    return this.change(actor, applicationId, id, async (tx, application, row) => {
      await this.assertChecks(tx, actor, application);
      assertUndecided(row);
      const after = {
        metAt: null,
        metBy: null,
        checkedAt: null,
        checkedBy: null,
        returnedReason: reason.trim(),
      };
      await tx.update(Obligation, { applicationId, id: row.id }, after);
      await this.record(tx, actor, 'obligation.returned', row, { fileHash: row.fileHash }, reason);
      await this.notices.tell(tx, [
        {
          to: await peopleOf(tx, { organisationIds: [application.leadOrganisationId], role: 'host' }),
          code: 'approvals.notice-obligation-returned',
          params: {
            title: row.title.zh,
            titleEn: row.title.en,
            contest: application.name,
            reason: reason.trim(),
          },
          href: `/obligations?state=returned`,
          subjectType: 'application',
          subjectId: applicationId,
          urgency: 'soon',
        },
      ]);
    });
  }

  async readFile(
    actor: Actor,
    applicationId: string,
    id: string,
  ): Promise<{ fileName: string; mediaType: string; content: Readable }> {
    await applicationInReach(this.db.manager, actor, applicationId);
    const row = await rowOf(this.db.manager, applicationId, id);
    if (!row.fileHash) throw new NotFound('approvals.obligation-no-file');
    const { file, content } = await this.files.read(row.fileHash);
    return { fileName: row.fileName ?? 'file', mediaType: file.mediaType, content };
  }

  private async assertChecks(tx: EntityManager, actor: Actor, application: ClassApplication): Promise<void> {
    if (applicantOrganisations(actor).includes(application.leadOrganisationId))
      throw new Denied('approvals.obligation-not-yours-to-check');
    await assertGoverns(tx, actor, 'obligations.check', application);
  }

  private change(
    actor: Actor,
    applicationId: string,
    id: string,
    decide: (tx: EntityManager, application: ClassApplication, row: Obligation) => Promise<void>,
  ): Promise<ObligationDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationInReach(tx, actor, applicationId);
      const row = await rowOf(tx, applicationId, id, true);
      if (application.state !== 'granted' && application.state !== 'grantedWithConditions')
        throw new Refused('approvals.obligation-grant-ended');
      await decide(tx, application, row);
      return readObligation(tx, actor, applicationId, row.id, this.clock.now());
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    verb: string,
    { applicationId, id, kind }: Obligation,
    after: object = {},
    reason: string | null = null,
  ): Promise<void> {
    return this.audit.record(tx, actor, verb, {
      ...{ subjectType: 'obligation', subjectId: id, after: { applicationId, kind, ...after }, reason },
    });
  }
}

/** Only what is handed in and not decided yet is checked or returned. */
function assertUndecided({ metAt, checkedAt, returnedReason }: Obligation): void {
  if (metAt ? checkedAt : returnedReason !== null) throw new Refused('approvals.obligation-decided');
  if (!metAt) throw new Refused('approvals.obligation-not-handed-in');
}

async function rowOf(
  tx: EntityManager,
  applicationId: string,
  id: string,
  lock = false,
): Promise<Obligation> {
  const found: { id: string }[] = await tx.query(
    `SELECT id FROM obligation WHERE application_id = $1 AND id::text = $2${lock ? ' FOR UPDATE' : ''}`,
    [applicationId, id.toLowerCase()],
  );
  const row = found[0] && (await tx.findOneBy(Obligation, { applicationId, id: found[0].id }));
  if (!row) throw new NotFound('approvals.obligation-not-found');
  return row;
}
