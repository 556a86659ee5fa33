// Registration in the one world of the tests: delegations of Jiangsu's cities and entries with people of known names.
import { type Actor, Audit, type Role } from '@luban/audit';
import { newId, type StandingClock } from '@luban/platform';
import {
  CheckIns,
  Delegation,
  Delegations,
  Draws,
  Entries,
  Entry,
  EntryReviews,
  Placements,
  Quotas,
  Rosters,
} from '@luban/registration';
import { Jobs } from '@luban/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { givenActor } from './world.js';

const cities = [
  '南京市',
  '苏州市',
  '无锡市',
  '常州市',
  '镇江市',
  '扬州市',
  '泰州市',
  '南通市',
  '盐城市',
  '淮安市',
  '宿迁市',
  '连云港市',
  '徐州市',
];
const givenNames = [
  '子轩',
  '雨桐',
  '浩然',
  '思远',
  '佳怡',
  '晨曦',
  '志强',
  '梦琪',
  '文博',
  '嘉豪',
  '静怡',
  '俊杰',
];
const surnames = [
  '陈',
  '林',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '马',
  '朱',
  '胡',
  '郭',
  '何',
  '高',
  '罗',
  '郑',
  '梁',
  '谢',
  '宋',
];

/** Delegations of the first `count` cities. */
export async function givenDelegations(tx: EntityManager, eventId: string, count = 3): Promise<Delegation[]> {
  const rows = Array.from({ length: count }, (_, at) => ({
    eventId,
    id: newId(),
    code: String(at + 1).padStart(2, '0'),
    name: at < cities.length ? `${cities[at]}代表队` : `第 ${at + 1} 代表队`,
    position: at + 1,
  }));
  await tx.insert(Delegation, rows);
  return tx.find(Delegation, { where: { eventId }, order: { position: 'ASC' } });
}

/** The n-th person of the world: always the same name, born 2004 to 2006. */
export function personNamed(n: number): { name: string; birthDate: string; unit: string } {
  const name = `${surnames[n % surnames.length]}${givenNames[Math.floor(n / surnames.length) % givenNames.length]}`;
  const day = String(1 + (n % 28)).padStart(2, '0');
  return {
    name,
    birthDate: `${2004 + (n % 3)}-${String(1 + (n % 12)).padStart(2, '0')}-${day}`,
    unit: '金陵职业技术学院',
  };
}

export interface GivenEntry {
  eventId: string;
  delegationId: string;
  skillId: string;
  groupId: string;
  state?: Entry['state'];
  people?: { name: string; birthDate: string | null; unit?: string | null }[];
}

let people = 0;

/** An entry with its people, accepted unless told otherwise. */
export async function givenEntry(tx: EntityManager, given: GivenEntry): Promise<Entry> {
  const id = newId();
  const { eventId, delegationId, skillId, groupId, state = 'accepted' } = given;
  await tx.insert(Entry, { eventId, id, delegationId, skillId, groupId, state });
  for (const [at, person] of (given.people ?? [personNamed((people += 1))]).entries()) {
    const personId = newId();
    await tx.query(`INSERT INTO person (id, name, birth_date) VALUES ($1, $2, $3)`, [
      personId,
      person.name,
      person.birthDate,
    ]);
    await tx.query(
      `INSERT INTO competitor (event_id, id, entry_id, person_id, unit, position) VALUES ($1, $2, $3, $4, $5, $6)`,
      [eventId, newId(), id, personId, person.unit ?? null, at + 1],
    );
  }
  return tx.findOneByOrFail(Entry, { eventId, id });
}

/** The services of registration on a database and a clock of the test's own. */
export function registrationOn(source: DataSource, clock: StandingClock) {
  const audit = new Audit(clock);
  const jobs = new Jobs(clock, source);
  return {
    delegations: new Delegations(source, audit),
    quotas: new Quotas(source, audit),
    rosters: new Rosters(source, audit, clock),
    entries: new Entries(source, audit, clock),
    reviews: new EntryReviews(source, audit, clock),
    checkIns: new CheckIns(source, audit, clock, jobs),
    draws: new Draws(source, audit, clock, jobs),
    placements: new Placements(source, audit, clock),
  };
}

/** Somebody with a role in an event. */
export const actorIn = (
  tx: EntityManager,
  eventId: string,
  role: Role,
  reach: { skillId?: string; delegationId?: string } = {},
): Promise<Actor & { accountId: string }> => givenActor(tx, { role, eventId, ...reach });
