import { resultRowsSql } from '@luban/results';
import type { Clause, Policy } from '@luban/scoring';
import type { EntityManager } from 'typeorm';
import { clauseOf } from './give-awards.service.js';
import {
  delegationTable,
  type DelegationStanding,
  specialAwards,
  type SpecialAwards,
} from './event-awards.js';

export interface PublishedPlacing {
  entryId: string;
  position: number | null;
  rank: number | null;
  names: string[];
  units: string[];
  teamName: string | null;
  delegation: string;
  delegationId: string;
  totalHundredths: number | null;
  scaledScore: number | null;
  award: string | null;
  status: string;
}

export interface PublishedGroup {
  groupId: string;
  name: string;
  placings: PublishedPlacing[];
}

export interface PublishedSkill {
  skillId: string;
  code: string;
  name: string;
  nameEn: string | null;
  kind: 'provisional' | 'final';
  version: number;
  publishedAt: string;
  /** Why a correction was published; null for a first publication. */
  note: string | null;
  policyName: string;
  scaled: boolean;
  /** Award code → the clause it rests on. */
  clauses: Record<string, Clause | null>;
  groups: PublishedGroup[];
}

/** Everything published of an event, as everybody may see it. */
export interface PublishedResults extends SpecialAwards {
  eventId: string;
  skills: PublishedSkill[];
  delegations: DelegationStanding[];
}

interface Publication {
  skill_id: string;
  code: string;
  name: string;
  name_en: string | null;
  kind: 'provisional' | 'final';
  number: number;
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
    `SELECT p.skill_id, k.code, k.name, k.name_en, p.kind, v.number, p.at, p.note, p.names, v.policy_name, v.policy
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
  return {
    eventId,
    skills,
    delegations: delegationTable(skills, policies),
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
    publishedAt: publication.at.toISOString(),
    note: publication.note,
    policyName: publication.policy_name,
    scaled: publication.policy.scale.kind !== 'none',
    clauses: Object.fromEntries([...awards].map((award) => [award, clauseOf(publication.policy, award)])),
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
