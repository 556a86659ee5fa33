import { resultRowsSql, versionCodeOf } from '@luban/results';
import type { Policy } from '@luban/scoring';
import type { EntityManager } from 'typeorm';
import { clauseOf } from './give-awards.service.js';
import { delegationTable, publishedClause, specialAwards, tableRule } from './event-awards.js';
import type {
  PublishedGroup,
  PublishedPlacing,
  PublishedResults,
  PublishedSkill,
} from './published-results.dto.js';

interface Publication {
  skill_id: string;
  code: string;
  name: string;
  name_en: string | null;
  kind: 'provisional' | 'final';
  number: number;
  inputs_hash: string;
  correction: boolean;
  at: Date;
  note: string | null;
  names: 'full' | 'masked';
  policy_name: string;
  policy: Policy;
}

type Row = Omit<PublishedPlacing, 'names' | 'delegation'> & {
  competitors: string[];
  delegationName: string;
  groupId: string;
  groupName: string;
  skillId: string;
};

/** Reads what is published now: the version of each skill's newest publication, in two statements. */
export async function publishedResults(tx: EntityManager, eventId: string): Promise<PublishedResults> {
  const publications: Publication[] = await tx.query(
    `SELECT p.skill_id, k.code, k.name, k.name_en, p.kind, v.number, v.inputs_hash, p.at, p.note, p.names, v.policy_name, v.policy,
            EXISTS (SELECT 1 FROM publication o WHERE o.event_id = p.event_id AND o.skill_id = p.skill_id
                    AND o.result_version_id <> p.result_version_id) AS correction
     FROM publication p
     JOIN skill k ON k.event_id = p.event_id AND k.id = p.skill_id
     JOIN result_version v ON v.event_id = p.event_id AND v.id = p.result_version_id
     WHERE p.event_id = $1 AND p.superseded_at IS NULL ORDER BY k.position, k.code`,
    [eventId],
  );
  const rows: Row[] = publications.length
    ? await tx.query(
        resultRowsSql(`EXISTS (SELECT 1 FROM publication p WHERE p.event_id = r.event_id
          AND p.result_version_id = r.version_id AND p.superseded_at IS NULL)`),
        [eventId],
      )
    : [];
  const skills = publications.map((publication) => skillOf(publication, rows));
  const policies = publications.map((publication) => publication.policy);
  const rule = tableRule(policies);
  return {
    eventId,
    skills,
    delegations: delegationTable(skills, policies),
    delegationsByPoints: rule?.orderBy === 'points',
    delegationsClause: rule ? publishedClause(rule.clause) : null,
    ...specialAwards(skills, policies),
  };
}

function skillOf(publication: Publication, rows: Row[]): PublishedSkill {
  const groups = new Map<string, PublishedGroup>();
  const awards = new Set<string>();
  for (const row of rows) {
    if (row.skillId !== publication.skill_id) continue;
    const group = groups.get(row.groupId) ?? { groupId: row.groupId, name: row.groupName, placings: [] };
    groups.set(row.groupId, group);
    if (row.award) awards.add(row.award);
    group.placings.push(placingOf(row, publication.names));
  }
  return {
    skillId: publication.skill_id,
    code: publication.code,
    name: publication.name,
    nameEn: publication.name_en,
    kind: publication.kind,
    version: publication.number,
    versionCode: versionCodeOf({ number: publication.number, inputsHash: publication.inputs_hash }),
    publishedAt: publication.at.toISOString(),
    note: publication.note,
    correction: publication.correction,
    policyName: publication.policy_name,
    scaled: publication.policy.scale.kind !== 'none',
    clauses: [...awards].flatMap((award) => {
      const clause = clauseOf(publication.policy, award);
      return clause ? [{ award, clause: publishedClause(clause) }] : [];
    }),
    groups: [...groups.values()],
  };
}

function placingOf(row: Row, names: 'full' | 'masked'): PublishedPlacing {
  return {
    entryId: row.entryId,
    position: row.position,
    rank: row.rank,
    names: names === 'full' ? row.competitors : row.competitors.map(maskedName),
    units: names === 'full' ? row.units : [],
    teamName: row.teamName,
    delegation: row.delegationName,
    delegationId: row.delegationId,
    totalHundredths: row.totalHundredths,
    scaledScore: row.scaledScore,
    award: row.award,
    status: row.status,
  };
}

/** 张三丰 → 张**: the family name stays, as the field publishes where no consent is recorded (DOMAIN.md 6). */
export function maskedName(name: string): string {
  const letters = [...name.trim()];
  return letters.map((letter, index) => (index === 0 || letter === ' ' ? letter : '*')).join('');
}
