import { type CompetitionEvent, type Finding, finding, type GrantedChange } from '@luban/events';
import { Refused } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import './class-status-messages.js';
import type { GrantedOccupation } from './class-status.js';
import { grantedFor, otherOccupationsIn, plainName } from './granted-skills.js';
import { occupationInWords } from './plan-lines.js';

/** What was granted for an event, as amendments have made it. Days are `YYYY-MM-DD`. */
interface Grant {
  applicationId: string;
  officialName: string;
  class: 'one' | 'two' | null;
  level: CompetitionEvent['level'];
  edition: string | null;
  heldYear: number;
  industryCode: string | null;
  placeDivisionCode: string | null;
  finalFrom: string | null;
  finalTo: string | null;
  occupations: GrantedOccupation[];
  endedAt: Date | null;
  endReason: string | null;
}

type Both = { zh: string; en: string };
type Refusal = (what: Both, granted: string) => Refused;

/**
 * For events: an event of a granted contest keeps to what was granted, and no other event bears its official name. What
 * `amendmentWeights` calls substantial changes by an amendment, after which the event takes the amended value; what is
 * minor there (days within the year, another place in the same city) is the organiser's. Throws `Refused`
 * `approvals.beyond-the-grant` with `href` of the application, `approvals.official-name-granted`.
 *
 * A granted occupation may have several skills (职工 and 学生 apart), and a skill may be deleted: neither adds an
 * occupation. What was granted and has no skill is said by `grantFindings` before registration opens.
 */
export async function keepWithinGrant(tx: EntityManager, change: GrantedChange): Promise<void> {
  const { event, basics, skill } = change;
  if (basics && basics.before?.name !== basics.after.name) await assertNameFree(tx, basics.after);
  const before = basics?.before ?? null;
  if (!before && !skill) return;
  const grant = await grantOf(tx, event.id);
  if (!grant || grant.endedAt) return;
  const href = `/applications/${grant.applicationId}`;
  const beyond: Refusal = (what, granted) =>
    new Refused(
      'approvals.beyond-the-grant',
      { event: event.name, whatZh: what.zh, whatEn: what.en, granted, href },
      { href, applicationId: grant.applicationId },
    );
  if (basics && before) assertFactsHold(before, basics.after, grant, beyond);
  if (skill) await assertSkillGranted(tx, skill, grant.occupations, beyond);
}

/**
 * For the way into registration: class status that has ended blocks, and so does a skill whose occupation is no
 * longer granted (an amendment may have taken it out); granted occupations without a skill, and days other than those of
 * the granted final, are named. Of an event without a grant only a name like those of granted ones is said.
 */
export async function grantFindings(tx: EntityManager, eventId: string): Promise<Finding[]> {
  const [event]: { name: string; startsOn: string; endsOn: string }[] = await tx.query(
    `SELECT name, starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM competition_event WHERE id = $1`,
    [eventId],
  );
  const grant = await grantOf(tx, eventId);
  if (!event) return [];
  const basics = `/events/${eventId}/basics`;
  if (!grant)
    return likeGranted.test(plainName(event.name))
      ? [finding('warning', 'approvals.series-without-grant', { name: event.name }, basics)]
      : [];
  const href = `/applications/${grant.applicationId}`;
  if (grant.endedAt)
    return [finding('blocking', 'approvals.class-status-ended', { reason: grant.endReason }, href)];
  const days = daysFinding(event, grant, basics);
  const skills: { name: string; occupationCode: string | null }[] = await tx.query(
    `SELECT name, occupation_code AS "occupationCode" FROM skill WHERE event_id = $1 ORDER BY position, code`,
    [eventId],
  );
  const granted = grant.occupations;
  const names = skills.map(({ name }) => name);
  const others = await otherOccupationsIn(tx, names, granted);
  const beyond = skills.filter((skill, i) => grantedFor(skill, granted).length === 0 || others[i]?.length);
  if (beyond.length > 0) {
    const params = { count: beyond.length, names: beyond.map(({ name }) => name).join('、') };
    return [finding('blocking', 'approvals.skills-not-granted', params, href), ...days];
  }
  const held = new Set(skills.flatMap((skill) => grantedFor(skill, granted)));
  const unheld = granted.filter((one) => !held.has(one));
  const holds = finding('passed', 'approvals.class-status-holds', { name: grant.officialName }, href);
  if (unheld.length === 0) return [holds, ...days];
  const params = { count: unheld.length, names: unheld.map(occupationInWords).join('、') };
  return [holds, finding('warning', 'approvals.occupations-not-held', params, href), ...days];
}

/** Names of the series 「{年}年全国行业职业技能竞赛——」, which the naming rule gives to granted contests only. */
const likeGranted = /^[12]\d{3}年(度)?全国行业职业技能竞赛/u;

/** Facts of an event that only an amendment changes; after it the event takes the amended value. */
const fixedFacts = [
  { fact: 'name', zh: '赛事名称', en: 'the name', granted: ({ officialName }: Grant) => officialName },
  { fact: 'level', zh: '赛事级别', en: 'the level', granted: ({ level }: Grant) => level },
  { fact: 'class', zh: '竞赛类别', en: 'the class', granted: (grant: Grant) => grant.class },
  { fact: 'edition', zh: '届次', en: 'the edition', granted: ({ edition }: Grant) => edition },
  { fact: 'heldYear', zh: '举办年度', en: 'the year', granted: ({ heldYear }: Grant) => heldYear },
  { fact: 'industryCode', zh: '所属行业', en: 'the industry', granted: (grant: Grant) => grant.industryCode },
  // A special contest 专项赛 is none of those that are granted with a class.
  { fact: 'specialKind', zh: '专项赛类型', en: 'the special kind', granted: () => null },
] as const satisfies readonly (Both & {
  fact: keyof CompetitionEvent;
  granted: (grant: Grant) => unknown;
})[];

function assertFactsHold(
  before: CompetitionEvent,
  after: CompetitionEvent,
  grant: Grant,
  beyond: Refusal,
): void {
  const changing = ({ zh, en }: Both): Both => ({ zh: `改动${zh}`, en: `changing ${en}` });
  for (const { fact, granted, ...words } of fixedFacts) {
    if (before[fact] === after[fact] || after[fact] === granted(grant)) continue;
    throw beyond(changing(words), `${grant.officialName}${inWords(fact, granted(grant))}`);
  }
  const cityOf = (code: string | null) => code?.slice(0, 4) ?? null;
  const city = cityOf(grant.placeDivisionCode);
  if (before.divisionCode !== after.divisionCode && city && cityOf(after.divisionCode) !== city)
    throw beyond(
      changing({ zh: '举办城市', en: 'the city' }),
      `${grant.officialName}（${grant.placeDivisionCode}）`,
    );
  const away = (['startsOn', 'endsOn'] as const).find(
    (day) =>
      before[day] !== after[day] &&
      Number(after[day].slice(0, 4)) !== grant.heldYear &&
      after[day] !== grant.finalFrom &&
      after[day] !== grant.finalTo,
  );
  if (away)
    throw beyond(
      { zh: `把举办日期改到 ${after[away]}`, en: `moving it to ${after[away]}` },
      `${grant.heldYear} 年${finalInWords(grant) && `，决赛 ${finalInWords(grant)}`}`,
    );
}

async function assertSkillGranted(
  tx: EntityManager,
  { before, after }: NonNullable<GrantedChange['skill']>,
  occupations: readonly GrantedOccupation[],
  beyond: Refusal,
): Promise<void> {
  const differs = (...facts: ('name' | 'occupationCode' | 'worldSkillNumber' | 'teamSize')[]) =>
    !before || facts.some((fact) => before[fact] !== after[fact]);
  if (!differs('name', 'occupationCode', 'worldSkillNumber', 'teamSize')) return;
  const held = grantedFor(after, occupations);
  if (differs('name', 'occupationCode', 'worldSkillNumber')) {
    const [others = []] = held.length > 0 ? await otherOccupationsIn(tx, [after.name], occupations) : [];
    const what = after.occupationCode ? `${after.name} ${after.occupationCode}` : after.name;
    const granted = occupations
      .map((one) => [occupationInWords(one), one.code].filter(Boolean).join(' '))
      .join('、');
    if (held.length === 0 || others.length > 0)
      throw beyond({ zh: `竞赛项目“${what}”`, en: `the skill "${what}"` }, granted);
  }
  if (differs('teamSize') && held.length > 0 && !held.some(({ teamSize }) => teamSize === after.teamSize))
    throw beyond(
      {
        zh: `把“${after.name}”的组队人数定为 ${after.teamSize} 人`,
        en: `teams of ${after.teamSize} in "${after.name}"`,
      },
      held.map((one) => `${occupationInWords(one)} ${one.teamSize}`).join('、'),
    );
}

/** Refuses the official name of a contest to every other event; blanks and width of signs make no other name. */
async function assertNameFree(
  tx: EntityManager,
  { id, name }: Pick<CompetitionEvent, 'id' | 'name'>,
): Promise<void> {
  // Contests entered from records of earlier years have no event of ours: theirs may be set up again.
  const [taken]: { officialName: string }[] = await tx.query(
    `SELECT s.official_name AS "officialName" FROM class_status s JOIN class_application a ON a.id = s.application_id
      WHERE s.event_id IS DISTINCT FROM $1 AND (s.event_id IS NOT NULL OR NOT a.historic)
        AND regexp_replace(normalize(s.official_name, NFKC), '\\s', '', 'g') = $2
        AND NOT EXISTS (SELECT 1 FROM class_status own WHERE own.event_id = $1 AND own.official_name = s.official_name)
      LIMIT 1`,
    [id, plainName(name)],
  );
  if (taken) throw new Refused('approvals.official-name-granted', { name: taken.officialName });
}

/** A warning where the days are not those of the granted final. */
function daysFinding(event: { startsOn: string; endsOn: string }, grant: Grant, href: string): Finding[] {
  const from = grant.finalFrom ?? grant.finalTo;
  if (from === null || (event.startsOn === from && event.endsOn === (grant.finalTo ?? from))) return [];
  const days = spanInWords(event.startsOn, event.endsOn);
  const params = { days, final: finalInWords(grant) };
  return [finding('warning', 'approvals.days-not-as-granted', params, href)];
}

const spanInWords = (from: string, to: string): string => (from === to ? from : `${from} – ${to}`);

const finalInWords = ({ finalFrom, finalTo }: Grant): string => {
  const from = finalFrom ?? finalTo;
  return from === null ? '' : spanInWords(from, finalTo ?? from);
};

/** A granted value beside the name, where it can be read as it stands. */
const inWords = (fact: (typeof fixedFacts)[number]['fact'], value: unknown): string =>
  (fact === 'heldYear' || fact === 'edition' || fact === 'industryCode') && value !== null
    ? `（${String(value)}）`
    : '';

async function grantOf(tx: EntityManager, eventId: string): Promise<Grant | null> {
  const [row]: Grant[] = await tx.query(
    `SELECT s.application_id AS "applicationId", s.official_name AS "officialName", s.class, a.level, a.edition,
            a.held_year AS "heldYear", a.industry_code AS "industryCode", a.place_division_code AS "placeDivisionCode",
            a.final_from::text AS "finalFrom", a.final_to::text AS "finalTo", s.occupations, s.ended_at AS "endedAt",
            s.end_reason AS "endReason"
       FROM class_status s JOIN class_application a ON a.id = s.application_id WHERE s.event_id = $1`,
    [eventId],
  );
  return row ?? null;
}
