import { Injectable } from '@nestjs/common';
import { Audit, systemActor } from '@luban/audit';
import { type GrantedEvent, GrantedEvents } from '@luban/events';
import { DataSource, type EntityManager } from 'typeorm';
import type { ApplicationContent } from './application-content.js';
import { type ClassApplication } from './class-application.entity.js';
import { ClassStatus } from './class-status.entity.js';
import type { GrantedOccupation } from './class-status.js';
import { occupationInWords } from './plan-lines.js';

interface OpeningRow {
  statusId: string;
  officialName: string;
  class: ClassApplication['class'];
  occupations: GrantedOccupation[];
  eventId: string | null;
  planYear: number;
  level: ClassApplication['level'];
  edition: string | null;
  heldYear: number;
  divisionCode: string;
  placeDivisionCode: string | null;
  industryCode: string | null;
  finalFrom: string | null;
  finalTo: string | null;
  content: ApplicationContent;
  demo: boolean;
  leadOrganisationId: string;
  parties: { organisationId: string; part: 'lead' | 'coHost' | 'organiser' | 'coOrganiser' }[];
}

/** Opens the events of a published version: each granted contest becomes an event in set-up, once. */
@Injectable()
export class PlanOpening {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly events: GrantedEvents,
  ) {}

  /** The job `openGrantedEvents`. Running it twice opens nothing twice; an event that is there takes corrected facts over. */
  async run(versionId: string, progress: (done: number, total: number) => void): Promise<{ opened: number }> {
    const listed: { id: string }[] = await this.db.query(
      `SELECT s.id FROM plan_item i JOIN class_status s ON s.application_id = i.application_id
        WHERE i.version_id = $1 AND i.change <> 'removed' AND s.ended_at IS NULL
        ORDER BY i.class NULLS LAST, i.number`,
      [versionId],
    );
    let opened = 0;
    for (const [i, { id }] of listed.entries()) {
      progress(i, listed.length);
      if (await this.db.transaction((tx) => this.openOne(tx, id))) opened++;
    }
    progress(listed.length, listed.length);
    return { opened };
  }

  private async openOne(tx: EntityManager, statusId: string): Promise<boolean> {
    await tx.findOne(ClassStatus, { where: { id: statusId }, lock: { mode: 'pessimistic_write' } });
    const [row]: OpeningRow[] = await tx.query(openingSql, [statusId]);
    if (!row) return false;
    if (row.eventId !== null) {
      await this.bringUpToDate(tx, row, row.eventId);
      return false;
    }
    const eventId = await this.events.open(tx, systemActor, grantedEvent(row));
    await tx.query(`UPDATE class_status SET event_id = $2, version = version + 1 WHERE id = $1`, [
      statusId,
      eventId,
    ]);
    return true;
  }

  /** What a correction published: name, class and edition of the event follow. */
  private async bringUpToDate(tx: EntityManager, row: OpeningRow, eventId: string): Promise<void> {
    const [changed]: [{ id: string }[], number] = await tx.query(
      `UPDATE competition_event SET name = $2, class = $3, edition = $4, version = version + 1
        WHERE id = $1 AND (name, class, edition) IS DISTINCT FROM ($2, $3, $4) RETURNING id`,
      [eventId, row.officialName, row.class, row.edition],
    );
    if (changed.length === 0) return;
    await this.audit.record(tx, systemActor, 'event.edited', {
      eventId,
      subjectType: 'event',
      subjectId: eventId,
      after: { name: row.officialName, class: row.class, edition: row.edition },
    });
  }
}

const openingSql = `
  SELECT s.id AS "statusId", s.official_name AS "officialName", s.class, s.occupations, s.event_id AS "eventId",
         a.plan_year AS "planYear", a.level, a.edition, a.held_year AS "heldYear", a.division_code AS "divisionCode",
         a.place_division_code AS "placeDivisionCode", a.industry_code AS "industryCode",
         a.final_from::text AS "finalFrom", a.final_to::text AS "finalTo", a.content, a.demo,
         coalesce((SELECT jsonb_agg(jsonb_build_object('organisationId', p.organisation_id, 'part', p.part)
                                    ORDER BY (p.part = 'lead') DESC, p.position)
                     FROM application_party p
                    WHERE p.application_id = a.id AND p.organisation_id IS NOT NULL
                      AND p.part IN ('lead', 'coHost', 'organiser', 'coOrganiser')), '[]') AS parties,
         a.lead_organisation_id AS "leadOrganisationId"
    FROM class_status s JOIN class_application a ON a.id = s.application_id
   WHERE s.id = $1 AND s.ended_at IS NULL`;

const parts = { lead: 'host', coHost: 'host', organiser: 'organiser', coOrganiser: 'coOrganiser' } as const;

/** The event that was granted. Its days are those of the final; without them the last day of the year it is held. */
function grantedEvent(row: OpeningRow): GrantedEvent {
  const lead = { organisationId: row.leadOrganisationId, part: 'host' as const };
  const named = row.parties.map(({ organisationId, part }) => ({ organisationId, part: parts[part] }));
  const once = new Map([lead, ...named].map((party) => [`${party.organisationId} ${party.part}`, party]));
  const startsOn = row.finalFrom ?? row.finalTo ?? `${row.heldYear}-12-31`;
  return {
    name: row.officialName,
    level: row.level,
    class: row.class,
    edition: row.edition,
    heldYear: row.heldYear,
    divisionCode: row.placeDivisionCode ?? (row.divisionCode === '000000' ? null : row.divisionCode),
    industryCode: row.industryCode,
    startsOn,
    endsOn: row.finalTo ?? startsOn,
    demo: row.demo,
    parties: [...once.values()],
    skills: row.occupations.map((occupation) => ({
      name: occupationInWords(occupation).slice(0, 100),
      occupationCode: occupation.code,
      teamSize: occupation.teamSize,
      groups: uniqueGroups(row.content.groups ?? []),
    })),
  };
}

/** Groups by their code, each once; 其他 is the organiser's own. */
const uniqueGroups = (groups: readonly { code: string; name: string }[]) => [
  ...new Map(groups.map(({ code, name }) => [code, { code, name }])).values(),
];
