import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertStage, eventOf } from '@luban/events';
import { Clock, Invalid, Jobs, newId, NotFound, Refused, say } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  PublicationList,
  PublishableList,
  PublishableSkill,
  PublishResults,
} from './publication.dto.js';

interface Candidate extends PublishableSkill {
  latestVersionId: string | null;
}

/**
 * Publication: provisional 公示, then final 公布. What is published is a version; a later version published over it is a
 * correction 更正公告 and says why.
 */
@Injectable()
export class Publications {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Where each skill stands, with what is missing before it can be published. */
  async publishable(actor: Actor, eventId: string): Promise<PublishableList> {
    await eventOf(this.db.manager, actor, eventId);
    const skills = await candidates(this.db.manager, eventId);
    return { items: skills.map(({ latestVersionId: _id, ...skill }) => skill) };
  }

  async list(actor: Actor, eventId: string): Promise<PublicationList> {
    await eventOf(this.db.manager, actor, eventId);
    return { items: await publicationsOf(this.db.manager, eventId) };
  }

  /**
   * Publishes the latest version of each skill named. All or none. Refused: `results.not-publishable` with what each
   * skill lacks, `results.nothing-new`, `results.provisional-first`, `results.correction-needs-note`,
   * `results.names-need-basis`.
   */
  async publish(actor: Actor, eventId: string, request: PublishResults): Promise<PublicationList> {
    return this.db.transaction(async (tx) => {
      const event = await eventOf(tx, actor, eventId, 'forUpdate');
      assertStage(event, ['results', 'provisional', 'final']);
      const names = request.names ?? 'masked';
      if (names === 'full' && !request.namesBasis) throw new Invalid('results.names-need-basis');
      const chosen = choose(await candidates(tx, eventId), request);
      assertPublishable(chosen, request);
      const at = this.clock.now();
      await tx.query(
        `UPDATE publication SET superseded_at = $3
         WHERE event_id = $1 AND skill_id = ANY($2) AND superseded_at IS NULL`,
        [eventId, chosen.map((skill) => skill.skillId), at],
      );
      const ids = chosen.map(() => newId());
      await tx.query(
        `INSERT INTO publication (event_id, id, skill_id, result_version_id, kind, "by", at, note, names, names_basis)
         SELECT $1, p.id, p.skill_id, p.version_id, $5, $6, $7, $8, $9, $10
         FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS p(id, skill_id, version_id)`,
        [
          eventId,
          ids,
          chosen.map((skill) => skill.skillId),
          chosen.map((skill) => skill.latestVersionId),
          request.kind,
          actor.accountId,
          at,
          request.note ?? null,
          names,
          request.namesBasis ?? null,
        ],
      );
      await this.audit.recordMany(
        tx,
        actor,
        'results.published',
        chosen.map((skill, index) => ({
          eventId,
          skillId: skill.skillId,
          subjectType: 'publication',
          subjectId: ids[index] ?? '',
          before: { version: skill.publishedVersion, kind: skill.published },
          after: { version: skill.latestVersion, kind: request.kind, names },
          reason: request.note ?? null,
        })),
      );
      await this.jobs.request(tx, 'boardRefresh', eventId, { eventId, by: actor.accountId });
      return { items: await publicationsOf(tx, eventId) };
    });
  }
}

function choose(all: Candidate[], request: PublishResults): Candidate[] {
  if (!request.skillIds) return all.filter((skill) => !isPublished(skill, request.kind));
  const known = new Map(all.map((skill) => [skill.skillId, skill]));
  return [...new Set(request.skillIds)].map((id) => {
    const skill = known.get(id);
    if (!skill) throw new NotFound('events.skill-not-found', { skillId: id });
    return skill;
  });
}

const isPublished = (skill: Candidate, kind: 'provisional' | 'final'): boolean =>
  skill.publishedVersion === skill.latestVersion && (skill.published === kind || skill.published === 'final');

function assertPublishable(chosen: Candidate[], request: PublishResults): void {
  if (chosen.length === 0) throw new Refused('results.nothing-new');
  const lacking = chosen.filter((skill) => skill.missing.length > 0);
  if (lacking.length > 0) {
    const skills = lacking.map(({ skillId, skillName, missing }) => ({ skillId, skillName, missing }));
    throw new Refused('results.not-publishable', { count: lacking.length }, { skills });
  }
  if (chosen.some((skill) => isPublished(skill, request.kind))) throw new Refused('results.nothing-new');
  if (request.kind === 'final' && chosen.some((skill) => skill.published === null)) {
    throw new Refused('results.provisional-first');
  }
  if (request.kind === 'provisional' && chosen.some((skill) => skill.published === 'final')) {
    throw new Refused('results.final-stays-final');
  }
  const corrects = chosen.some((skill) => skill.published && skill.publishedVersion !== skill.latestVersion);
  if (corrects && !request.note) throw new Refused('results.correction-needs-note');
}

/** Each skill with its latest version, what is published of it, and what it lacks; one statement. */
export async function candidates(tx: EntityManager, eventId: string): Promise<Candidate[]> {
  const rows: (Omit<Candidate, 'missing'> & { complete: boolean | null; waiting: number })[] = await tx.query(
    `SELECT k.id AS "skillId", k.name AS "skillName", k.name_en AS "skillNameEn", v.id AS "latestVersionId",
            COALESCE(v.number, 0) AS "latestVersion", v.complete, v.proven_at IS NOT NULL AS proven,
            EXISTS (SELECT 1 FROM decoding d WHERE d.event_id = k.event_id AND d.skill_id = k.id
                    AND d.witnessed_at IS NOT NULL) AS decoded,
            (SELECT count(*)::int FROM result r WHERE r.event_id = k.event_id AND r.version_id = v.id
             AND r.undecided) AS undecided,
            p.kind AS published, pv.number AS "publishedVersion",
            (SELECT count(*)::int FROM job_request j WHERE j.name = 'scoreRun' AND j.subject = k.id::text
             AND j.state IN ('waiting', 'queued', 'running')) AS waiting
     FROM skill k
     LEFT JOIN LATERAL (SELECT * FROM result_version v WHERE v.event_id = k.event_id AND v.skill_id = k.id
                        ORDER BY v.number DESC LIMIT 1) v ON TRUE
     LEFT JOIN LATERAL (SELECT * FROM publication p WHERE p.event_id = k.event_id AND p.skill_id = k.id
                        AND p.superseded_at IS NULL ORDER BY p.at DESC LIMIT 1) p ON TRUE
     LEFT JOIN result_version pv ON pv.event_id = p.event_id AND pv.id = p.result_version_id
     WHERE k.event_id = $1 ORDER BY k.position, k.code`,
    [eventId],
  );
  return rows.map(({ complete, waiting, ...row }) => ({
    ...row,
    missing: worded(
      [
        ...(row.latestVersion === 0 ? ['results.nothing-computed'] : []),
        ...(row.latestVersion > 0 && !complete ? ['results.marking-open'] : []),
        ...(row.undecided > 0 ? ['results.ties-undecided'] : []),
        ...(waiting > 0 ? ['results.run-waiting'] : []),
        ...(complete && !row.proven ? ['results.not-proven'] : []),
        ...(row.decoded ? [] : ['results.not-decoded']),
      ],
      row.undecided,
    ),
  }));
}

/** Each code in words. */
const worded = (codes: readonly string[], count: number): PublishableSkill['missing'] =>
  codes.map((code) => {
    const { zh, en } = say(code, { count });
    return { code, messageZh: zh, messageEn: en };
  });

function publicationsOf(tx: EntityManager, eventId: string): Promise<PublicationList['items']> {
  return tx.query(
    `SELECT p.id, p.skill_id AS "skillId", k.name AS "skillName", p.kind, v.number AS "versionNumber", p.at,
            a.display_name AS "by", p.note, p.names, p.names_basis AS "namesBasis", p.superseded_at AS "supersededAt"
     FROM publication p
     JOIN skill k ON k.event_id = p.event_id AND k.id = p.skill_id
     JOIN result_version v ON v.event_id = p.event_id AND v.id = p.result_version_id
     LEFT JOIN account a ON a.id = p."by"
     WHERE p.event_id = $1 ORDER BY p.at DESC, k.position`,
    [eventId],
  );
}
