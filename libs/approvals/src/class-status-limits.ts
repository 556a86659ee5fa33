import { type Finding, finding, type GrantedChange, type GrantedFact } from '@luban/events';
import { Refused } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { GrantedOccupation } from './class-status.js';
import { occupationInWords } from './plan-lines.js';

interface StatusRow {
  applicationId: string;
  officialName: string;
  occupations: GrantedOccupation[];
  endedAt: Date | null;
  endReason: string | null;
}

/**
 * For events: an event of a granted contest keeps to what was granted. A skill names a granted occupation (by its code;
 * without code in the grant, by its name), and name, level, class and edition stay. Anything else is an amendment.
 * Throws `Refused` `approvals.beyond-the-grant` with `href` of the application.
 *
 * A granted occupation may have several skills (职工 and 学生 apart), and a skill may be deleted: neither adds an
 * occupation. What was granted and has no skill is said by `grantFindings` before registration opens.
 */
export async function keepWithinGrant(tx: EntityManager, change: GrantedChange): Promise<void> {
  const status = await statusOfEvent(tx, change.event.id);
  if (!status || status.endedAt) return;
  const { applicationId, occupations } = status;
  const beyond = (zh: string, en: string, granted: string): Refused => {
    const href = `/applications/${applicationId}`;
    return new Refused(
      'approvals.beyond-the-grant',
      { event: change.event.name, whatZh: zh, whatEn: en, granted, href },
      { href, applicationId },
    );
  };
  const [fact] = change.facts ?? [];
  if (fact) throw beyond(`改动${factWords[fact].zh}`, `changing ${factWords[fact].en}`, status.officialName);
  const { skill } = change;
  if (!skill) return;
  const byCode = occupations.some(({ code }) => code !== null && bare(code) === bare(skill.occupationCode));
  const byName =
    skill.occupationCode === null &&
    occupations.some(
      (granted) => skill.name === granted.name || skill.name === occupationInWords(granted).slice(0, 100),
    );
  const borrowed =
    (byCode || byName) && (await namesAnotherOccupation(tx, skill.name, skill.occupationCode, occupations));
  if ((byCode || byName) && !borrowed) return;
  const what = skill.occupationCode ? `${skill.name} ${skill.occupationCode}` : skill.name;
  const granted = occupations
    .map((one) => [occupationInWords(one), one.code].filter(Boolean).join(' '))
    .join('、');
  throw beyond(`竞赛项目“${what}”`, `the skill "${what}"`, granted);
}

/**
 * For the way into registration: class status that has ended blocks, and so does a skill whose occupation is no
 * longer granted (an amendment may have taken it out); granted occupations without a skill are named.
 * Events that are not held by a grant are passed over.
 */
export async function grantFindings(tx: EntityManager, eventId: string): Promise<Finding[]> {
  const status = await statusOfEvent(tx, eventId);
  if (!status) return [];
  const href = `/applications/${status.applicationId}`;
  if (status.endedAt)
    return [finding('blocking', 'approvals.class-status-ended', { reason: status.endReason }, href)];
  const skills: { name: string; code: string | null }[] = await tx.query(
    `SELECT name, occupation_code AS code FROM skill WHERE event_id = $1`,
    [eventId],
  );
  const isHeldBy = (granted: GrantedOccupation, { name, code }: { name: string; code: string | null }) =>
    (granted.code !== null && bare(granted.code) === bare(code)) ||
    name === granted.name ||
    name === occupationInWords(granted).slice(0, 100);
  const beyond = skills.filter((skill) => !status.occupations.some((granted) => isHeldBy(granted, skill)));
  if (beyond.length > 0) {
    const names = beyond.map(({ name }) => name).join('、');
    return [finding('blocking', 'approvals.skills-not-granted', { count: beyond.length, names }, href)];
  }
  const unheld = status.occupations.filter((granted) => !skills.some((skill) => isHeldBy(granted, skill)));
  const holds = finding('passed', 'approvals.class-status-holds', { name: status.officialName }, href);
  if (unheld.length === 0) return [holds];
  const params = { count: unheld.length, names: unheld.map(occupationInWords).join('、') };
  return [holds, finding('warning', 'approvals.occupations-not-held', params, href)];
}

const factWords: Record<GrantedFact, { zh: string; en: string }> = {
  name: { zh: '赛事名称', en: 'the name' },
  level: { zh: '赛事级别', en: 'the level' },
  class: { zh: '竞赛类别', en: 'the class' },
  edition: { zh: '届次', en: 'the edition' },
};

/** A code without its marks of green and digital occupations: `4-04-05-01 S` is `4-04-05-01`. */
const bare = (code: string | null): string | null => code?.split(' ')[0] ?? null;

async function statusOfEvent(tx: EntityManager, eventId: string): Promise<StatusRow | null> {
  const [row]: StatusRow[] = await tx.query(
    `SELECT application_id AS "applicationId", official_name AS "officialName", occupations, ended_at AS "endedAt",
            end_reason AS "endReason"
       FROM class_status WHERE event_id = $1`,
    [eventId],
  );
  return row ?? null;
}

/** Whether a skill borrows a granted code for an occupation of the classification that was not granted. */
async function namesAnotherOccupation(
  tx: EntityManager,
  name: string,
  code: string | null,
  granted: readonly GrantedOccupation[],
): Promise<boolean> {
  if (granted.some((one) => name.includes(one.name) || (one.detail && name.includes(one.detail))))
    return false;
  const [row]: { found: boolean }[] = await tx.query(
    `SELECT EXISTS (SELECT 1 FROM occupation WHERE name = $1)
        AND NOT EXISTS (SELECT 1 FROM occupation WHERE name = $1 AND split_part(code, ' ', 1) = $2) AS found`,
    [name, bare(code)],
  );
  return row?.found ?? false;
}
