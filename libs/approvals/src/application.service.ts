import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { Organisation } from '@luban/identity';
import { assertCurrent, Clock, Denied, Refused } from '@luban/platform';
import { packInForce } from '@luban/rules';
import { DataSource, type EntityManager } from 'typeorm';
import type { CopyApplicationDto, CreateApplicationDto, EditApplicationDto } from './application.dto.js';
import { columnFaults, columnsAfter, isAreaOf } from './application-columns.js';
import { ApplicationDocument } from './application-document.entity.js';
import { ApplicationOccupation } from './application-occupation.entity.js';
import { assertFit, type Fault, occupationsFrom, partiesFrom } from './application-parties.js';
import { ApplicationParty } from './application-party.entity.js';
import { applicantOrganisations, applicationInReach } from './application-reach.js';
import type { ApplicationDto } from './application-reply.dto.js';
import { changesBetween } from './application-changes.js';
import { copiedApplication } from './application-copy.js';
import { saysTheSame, statementOf } from './application-statement.js';
import { chinaDay } from './application-text.js';
import { insertParts, leadParty, newDraft, replaceParts } from './application-writing.js';
import { readApplication } from './application.queries.js';
import { ClassApplication } from './class-application.entity.js';
import { historicRefusal } from './step-facts.js';
import { transitionFor } from './transitions.js';
import './application-messages.js';

/** The verbs by which an applicant writes an application 申报: draft, change, copy, discard. */
@Injectable()
export class Applications {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** A draft for the authority of a level and area. Its lead applicant is the actor's own organisation. */
  create(actor: Actor, wish: CreateApplicationDto, traits: { demo?: boolean } = {}): Promise<ApplicationDto> {
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const leadOrganisationId = leadOf(actor, wish.leadOrganisationId);
      await assertReceived(tx, wish);
      const application = newDraft(wish, leadOrganisationId, actor, at, traits.demo ?? false);
      const standing = await packInForce(tx, application, chinaDay(at));
      assertFit(await columnFaults(tx, application, null, standing?.pack ?? null, at));
      const lead = await tx.findOneByOrFail(Organisation, { id: leadOrganisationId });
      await tx.insert(ClassApplication, application as never);
      await insertParts(tx, application.id, [leadParty(lead)], []);
      await this.audit.record(tx, actor, 'application.drafted', {
        subjectType: 'application',
        subjectId: application.id,
        after: { ...placeOf(application), class: application.class },
      });
      return readApplication(tx, actor, application.id, at);
    });
  }

  /**
   * Changes what is stated: for autosave, as little or as much as the request names. Says the version it is based on;
   * one that changes nothing leaves the version as it is. Throws `Outdated`, `Denied`, `Refused`, `Invalid`.
   */
  edit(actor: Actor, id: string, version: number, wish: EditApplicationDto): Promise<ApplicationDto> {
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const application = await ownApplication(tx, actor, id, 'edit');
      assertCurrent(application.version, version);
      const before = await statementOf(tx, application);
      const after = columnsAfter(application, wish);
      const standing = application.policy ?? (await packInForce(tx, application, chinaDay(at)))?.pack ?? null;
      const faults: Fault[] = await columnFaults(tx, after, application, standing, at);
      const lead = before.parties.find(({ part }) => part === 'lead');
      if (!lead) throw new Error('an application has no lead');
      const parties = wish.parties ? await partiesFrom(tx, lead, wish.parties, faults) : before.parties;
      const occupations = wish.occupations
        ? await occupationsFrom(tx, before.occupations, wish.occupations, faults)
        : before.occupations;
      assertFit(faults);
      const now = { ...before, ...statementColumns(after), parties, occupations };
      if (saysTheSame(before, now)) return readApplication(tx, actor, application.id, at);
      after.contentVersion += 1;
      after.version += 1;
      await tx.update(ClassApplication, { id: application.id }, after as never);
      await replaceParts(tx, application.id, wish.parties && parties, wish.occupations && occupations);
      await this.audit.record(tx, actor, 'application.edited', {
        subjectType: 'application',
        subjectId: application.id,
        before: { contentVersion: application.contentVersion },
        after: {
          contentVersion: after.contentVersion,
          fields: changesBetween(before, now).map(({ field }) => field),
        },
      });
      return readApplication(tx, actor, application.id, at);
    });
  }

  /** Deletes a draft that was never submitted; its history stays. */
  discard(actor: Actor, id: string, version: number): Promise<void> {
    return this.db.transaction(async (tx) => {
      const application = await ownApplication(tx, actor, id, 'discard');
      assertCurrent(application.version, version);
      if (application.submittedAt) throw new Refused('approvals.only-draft-discarded');
      const applicationId = application.id;
      await tx.delete(ApplicationDocument, { applicationId });
      await tx.delete(ApplicationOccupation, { applicationId });
      await tx.delete(ApplicationParty, { applicationId });
      await tx.delete(ClassApplication, { id: applicationId });
      await this.audit.record(tx, actor, 'application.discarded', {
        subjectType: 'application',
        subjectId: applicationId,
        before: { ...placeOf(application), class: application.class },
      });
    });
  }

  /** A draft for another plan year from an application of one's own: see application-copy.ts for what carries over. */
  copy(actor: Actor, id: string, wish: CopyApplicationDto): Promise<ApplicationDto> {
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const source = await applicationInReach(tx, actor, id);
      if (!applicantOrganisations(actor).includes(source.leadOrganisationId))
        throw new Denied('approvals.lead-not-yours');
      if (wish.planYear === source.planYear && !endedStates.includes(source.state))
        throw new Refused('approvals.copy-of-same-year', { name: source.name, planYear: source.planYear });
      const { application, parties, occupations } = copiedApplication(source, await statementOf(tx, source), {
        ...wish,
        by: actor.accountId,
        at,
      });
      await assertReceived(tx, application);
      await tx.insert(ClassApplication, application as never);
      await insertParts(tx, application.id, parties, occupations);
      await this.audit.record(tx, actor, 'application.drafted', {
        subjectType: 'application',
        subjectId: application.id,
        after: { ...placeOf(application), class: application.class, copiedFromId: source.id },
      });
      return readApplication(tx, actor, application.id, at);
    });
  }
}

/** A contest whose application came to nothing may be applied for again in the same plan year. */
const endedStates: readonly ClassApplication['state'][] = ['withdrawn', 'declined', 'revoked'];

/** The actor's own application, locked, in a state that allows the action. Throws `NotFound`, `Denied`, `Refused`. */
export async function ownApplication(
  tx: EntityManager,
  actor: Actor,
  id: string,
  action: 'edit' | 'discard' | 'submit' | 'withdraw',
): Promise<ClassApplication> {
  const application = await applicationInReach(tx, actor, id, 'forUpdate');
  if (!applicantOrganisations(actor).includes(application.leadOrganisationId))
    throw new Denied('approvals.role-may-not', { action });
  const record = historicRefusal(application);
  if (record) throw record;
  const outcome = transitionFor(action, application.state, 'applicant');
  if ('refusal' in outcome) throw new Refused(outcome.refusal, { action, state: application.state });
  return application;
}

const placeOf = ({ level, divisionCode, planYear }: ClassApplication) => ({ level, divisionCode, planYear });

const statementColumns = (application: ClassApplication) => ({
  planYear: application.planYear,
  heldYear: application.heldYear,
  class: application.class,
  name: application.name,
  edition: application.edition,
  industryCode: application.industryCode,
  placeDivisionCode: application.placeDivisionCode,
  finalFrom: application.finalFrom,
  finalTo: application.finalTo,
  content: application.content,
});

function leadOf(actor: Actor, wished: string | undefined): string {
  const own = applicantOrganisations(actor);
  if (own.length === 0) throw new Refused('approvals.no-organisation');
  if (wished === undefined) {
    if (own.length > 1) assertFit([{ path: 'leadOrganisationId', code: 'approvals.several-organisations' }]);
    return own[0] as string;
  }
  if (!own.includes(wished)) throw new Denied('approvals.lead-not-yours');
  return wished;
}

/** There is an authority that receives applications of this level and area. */
async function assertReceived(
  tx: EntityManager,
  { level, divisionCode }: Pick<ClassApplication, 'level' | 'divisionCode'>,
): Promise<void> {
  if (!isAreaOf(level, divisionCode))
    assertFit([{ path: 'divisionCode', code: 'approvals.area-unfit', params: { divisionCode } }]);
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM authority WHERE level = $1 AND division_code = $2 AND ended_at IS NULL LIMIT 1`,
    [level, divisionCode],
  );
  if (rows.length === 0) throw new Refused('approvals.no-authority', { level, divisionCode });
}
