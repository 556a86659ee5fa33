import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { sees } from '@luban/identity';
import { DataSource } from 'typeorm';
import { applicationsInReach } from './application-reach.js';
import type { ClassStatusDto, ClassStatusFilterDto, ClassStatusListDto } from './class-status.dto.js';

interface StatusRow extends Omit<ClassStatusDto, 'grantedAt' | 'publishedAt' | 'endedAt'> {
  grantedAt: Date;
  publishedAt: Date | null;
  endedAt: Date | null;
}

/** Class statuses that were granted: to whom, for what, and the event that is held by each. */
@Injectable()
export class ClassStatusQueries {
  constructor(private readonly db: DataSource) {}

  /**
   * Those of applications in reach, the latest year first; by an event, also for everybody who sees the event (what was
   * granted stands in a published list).
   */
  async list(actor: Actor, filter: ClassStatusFilterDto): Promise<ClassStatusListDto> {
    const inReach = await applicationsInReach(this.db.manager, actor, 'a', 4);
    const ofEvent = filter.eventId !== undefined && sees(actor, { eventId: filter.eventId });
    const reach = ofEvent ? { sql: 'TRUE', params: [] } : inReach;
    const rows: StatusRow[] = await this.db.query(
      `SELECT s.application_id AS "applicationId", s.level, s.division_code AS "divisionCode", s.plan_year AS "planYear",
              a.held_year AS "heldYear", s.class, s.official_name AS "officialName", a.edition,
              s.granted_at AS "grantedAt", v.document_number AS "documentNumber", v.published_at AS "publishedAt",
              s.event_id AS "eventId", s.ended_at AS "endedAt", s.end_reason AS "endReason",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('name', o ->> 'name', 'detail', o -> 'detail',
                        'code', o -> 'code', 'teamSize', o -> 'teamSize', 'held',
                        CASE WHEN s.event_id IS NULL THEN NULL ELSE EXISTS (
                          SELECT 1 FROM skill k WHERE k.event_id = s.event_id AND
                            (split_part(k.occupation_code, ' ', 1) = split_part(o ->> 'code', ' ', 1)
                              OR k.name = o ->> 'name')) END) ORDER BY n), '[]')
                 FROM jsonb_array_elements(s.occupations) WITH ORDINALITY AS held (o, n)) AS occupations
         FROM class_status s JOIN class_application a ON a.id = s.application_id
         LEFT JOIN plan_version v ON v.id = s.plan_version_id
        WHERE ($1::uuid IS NULL OR s.application_id = $1) AND ($2::uuid IS NULL OR s.event_id = $2)
          AND ($3::int IS NULL OR s.plan_year = $3) AND ${reach.sql}
        ORDER BY s.plan_year DESC, s.class NULLS LAST, s.official_name LIMIT 500`,
      [filter.applicationId ?? null, filter.eventId ?? null, filter.planYear ?? null, ...reach.params],
    );
    const items = rows.map((row) => ({
      ...row,
      grantedAt: row.grantedAt.toISOString(),
      publishedAt: row.publishedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
    }));
    return { items, next: null };
  }
}
