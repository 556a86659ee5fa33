import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertCurrent, Clock, declareJobs, Jobs, Refused } from '@luban/platform';
import { Notices, type NoticeWish, peopleOf } from '@luban/notices';
import { DataSource, type EntityManager } from 'typeorm';
import { PlanVersion } from './annual-plan.entity.js';
import { addObligations } from './obligation-making.js';
import { planFacts, planFindings } from './plan-checks.js';
import type { DraftItem } from './plan-differences.js';
import type { PlanPlace } from './plan-lines.js';
import { readVersion, undecidedOf } from './plan.queries.js';
import type { PlanVersionDto } from './plan-reply.dto.js';
import { usesOfNumber } from './plan-reach.js';
import { planStanding } from './plan-standing.js';
import { draftToChange } from './plan-versions.service.js';

declareJobs('openGrantedEvents');

/** Publication of a version: from then on its list is frozen, and each granted contest becomes an event. */
@Injectable()
export class PlanPublication {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Publishes a draft. All four facts of the document (发文字号, 签发人, 成文日期, stamped scan) have to be recorded:
   * otherwise `Refused` `approvals.plan-not-publishable` with `missing` and all `findings`. The same where the scan was
   * attached to what the notice said before, or where the document number belongs to another version.
   */
  publish(actor: Actor, place: PlanPlace, number: number, named: number): Promise<PlanVersionDto> {
    return this.db.transaction(async (tx) => {
      const draft = await draftToChange(tx, actor, place, number);
      assertCurrent(draft.version, named);
      // Of two plans of one authority published at once, the second sees the document number of the first.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        `plan publication ${place.level} ${place.divisionCode}`,
      ]);
      const standing = await planStanding(tx, place, true);
      const undecided = (await undecidedOf(tx, place)).length;
      const used = await usesOfNumber(tx, place, draft);
      assertPublishable(draft, planFindings(draft, standing, undecided, used));
      const at = this.clock.now();
      await freeze(tx, draft, standing.items);
      await tx.update(
        PlanVersion,
        { planId: draft.planId, id: draft.id },
        { publishedAt: at, publishedBy: actor.accountId, version: draft.version + 1 },
      );
      const added = standing.items.filter(({ change }) => change === 'added');
      const newlyListed = added.map(({ applicationId }) => applicationId);
      await tx.query(
        `UPDATE class_status SET plan_version_id = $2, version = version + 1
          WHERE application_id = ANY($1::uuid[]) AND plan_version_id IS NULL`,
        [newlyListed, draft.id],
      );
      await addObligations(tx, newlyListed);
      await this.audit.record(tx, actor, 'plan.published', {
        subjectType: 'plan',
        subjectId: draft.planId,
        after: { ...draft, publishedAt: at, items: standing.items.length, added: added.length },
      });
      await this.notices.tell(tx, await noticesOf(tx, draft, added));
      await this.jobs.request(tx, 'openGrantedEvents', draft.id, { by: actor.accountId });
      return readVersion(tx, place, number, true);
    });
  }
}

function assertPublishable(draft: PlanVersion, findings: ReturnType<typeof planFindings>): void {
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  if (blocking.length === 0) return;
  const absent = planFacts.filter(({ isThere }) => !isThere(draft));
  const others = blocking.filter(({ code }) => !absent.some((fact) => fact.code === code));
  const named = [...absent.map(({ name }) => name), ...others.map(({ message }) => message)];
  const bare = (text: string) => text.replace(/[。.]$/, '');
  throw new Refused(
    'approvals.plan-not-publishable',
    {
      missingZh: named.map(({ zh }) => bare(zh)).join('、'),
      missingEn: named.map(({ en }) => bare(en)).join(', '),
    },
    { missing: blocking.map(({ code }) => code), findings },
  );
}

/** Writes the list as it is published, in one statement. */
async function freeze(tx: EntityManager, draft: PlanVersion, items: readonly DraftItem[]): Promise<void> {
  await tx.query(
    `INSERT INTO plan_item (plan_id, version_id, application_id, number, class, official_name, hosts, occupations, change,
                            note)
     SELECT $1, $2, * FROM unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                                  $10::text[])`,
    [
      draft.planId,
      draft.id,
      items.map(({ applicationId }) => applicationId),
      items.map(({ number }) => number),
      items.map((item) => item.class),
      items.map(({ officialName }) => officialName),
      items.map(({ hosts }) => hosts),
      items.map(({ occupations }) => occupations),
      items.map(({ change }) => change),
      items.map(({ note }) => note),
    ],
  );
}

/** To each lead applicant whose contest stands in the list for the first time. */
async function noticesOf(
  tx: EntityManager,
  { id, documentNumber }: PlanVersion,
  added: readonly DraftItem[],
): Promise<NoticeWish[]> {
  const leads: { applicationId: string; organisationId: string }[] = await tx.query(
    `SELECT id AS "applicationId", lead_organisation_id AS "organisationId" FROM class_application
      WHERE id = ANY($1::uuid[])`,
    [added.map(({ applicationId }) => applicationId)],
  );
  const people = new Map<string, string[]>();
  for (const organisationId of new Set(leads.map((lead) => lead.organisationId)))
    people.set(organisationId, await peopleOf(tx, { organisationIds: [organisationId], role: 'host' }));
  const leadOf = new Map(leads.map((lead) => [lead.applicationId, lead.organisationId]));
  return added.map(({ applicationId, officialName }) => ({
    to: people.get(leadOf.get(applicationId) ?? '') ?? [],
    code: 'approvals.notice-plan-published',
    params: { name: officialName, document: documentNumber },
    href: `/applications/${applicationId}`,
    subjectType: 'application',
    subjectId: applicationId,
    urgency: 'soon',
    dedupeKey: `plan-published:${id}:${applicationId}`,
  }));
}
