import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertStage, eventOf } from '@luban/events';
import { assertMay } from '@luban/identity';
import { isId, NotFound, Refused } from '@luban/platform';
import { DataSource } from 'typeorm';
import { assertMarksNothing } from './floor-access.js';
import type { LabelRelease, ReleaseLabels, WorkLabel } from './label.dto.js';
import { sheetCode } from './sheet-code.js';

/**
 * Labels 加密标签 that put a work code on what was made at a workstation: the one place where codes leave the database
 * before decoding. They name workstation and code, nothing of the maker; whoever marks never gets them; each release is
 * recorded with its purpose (DOMAIN.md 4, layer 3 done on paper; a coding judge of its own comes with three layers).
 */
@Injectable()
export class Labels {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  async release(actor: Actor, eventId: string, wish: ReleaseLabels): Promise<LabelRelease> {
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forShare');
      const [session] = isId(wish.sessionId)
        ? ((await tx.query(
            `SELECT t.id, t.skill_id AS "skillId", t.module_id AS "moduleId", s.name AS "skillName", m.code AS "moduleCode",
                    m.name AS "moduleName", t.name AS "sessionName", t.starts_at AS "startsAt"
               FROM session t
               JOIN skill s ON s.event_id = t.event_id AND s.id = t.skill_id
               JOIN module m ON m.event_id = t.event_id AND m.id = t.module_id
              WHERE t.event_id = $1 AND t.id = $2`,
            [eventId, wish.sessionId],
          )) as (Omit<LabelRelease, 'labels' | 'versionCode'> & {
            id: string;
            skillId: string;
            moduleId: string;
          })[])
        : [];
      if (!session) throw new NotFound('registration.session-not-of-module');
      const { id, skillId, moduleId, ...shown } = session;
      assertMay(actor, 'labels.print', { eventId, skillId });
      assertMarksNothing(actor, eventId, skillId);
      assertStage(event, ['preparation', 'competition'], 'registration.labels-wrong-stage');
      const labels: WorkLabel[] = await tx.query(
        `SELECT w.code AS "workstationCode", k.code AS "workCode"
           FROM placement p
           JOIN blind_code b ON b.event_id = p.event_id AND b.entry_id = p.entry_id AND b.module_id = p.module_id
           JOIN work k ON k.event_id = b.event_id AND k.id = b.work_id
           LEFT JOIN workstation w ON w.event_id = p.event_id AND w.id = p.workstation_id
          WHERE p.event_id = $1 AND p.session_id = $2 AND p.module_id = $3 AND ($4::uuid IS NULL OR p.workstation_id = $4)
          ORDER BY w.code`,
        [eventId, id, moduleId, wish.workstationId ?? null],
      );
      if (labels.length === 0) throw new Refused('registration.no-labels');
      await this.audit.record(tx, actor, 'labels.released', {
        eventId,
        skillId,
        subjectType: 'session',
        subjectId: id,
        after: { labels: labels.length },
        reason: wish.purpose,
      });
      return { ...shown, labels, versionCode: sheetCode({ id, labels }) };
    });
  }
}
