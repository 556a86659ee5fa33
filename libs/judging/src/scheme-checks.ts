import type { Finding } from '@luban/events';
import type { EntityManager } from 'typeorm';

/** How far the marking of a skill is set up. */
export interface SkillSetUp {
  id: string;
  code: string;
  name: string;
  name_en: string | null;
  policy_name: string;
  /** Judges in a marking team, by the skill's policy. */
  panel_judges: number;
  /** Number of the scheme in force; null while there is none. */
  in_force: number | null;
  drafts: number;
  /** Codes of sub-criteria without a team. */
  unassigned: string[];
  sub_criteria: number;
  teams: number;
  judges: number;
  chiefs: number;
  /** Forms that the drawn works need, and those that are made. */
  wanted: number;
  made: number;
  marked: number;
  empty_seats: number;
  /** Codes of modules marked by the scheme in which it asks for nothing. */
  bare_modules: string[];
}

/** The set-up of the event's skills that are marked by a scheme, in their order; of one skill where it is named. */
export function skillSetUps(tx: EntityManager, eventId: string, skillId?: string): Promise<SkillSetUp[]> {
  return tx.query(
    `SELECT k.id, k.code, k.name, k.name_en, k.policy_name,
       (k.policy -> 'judgement' -> 'panel' ->> 'judges')::int AS panel_judges, s.number AS in_force,
       (SELECT count(*)::int FROM marking_scheme d
        WHERE d.event_id = k.event_id AND d.skill_id = k.id AND d.state = 'draft') AS drafts,
       (SELECT COALESCE(json_agg(sc.code ORDER BY sc.position), '[]') FROM sub_criterion sc
        WHERE sc.event_id = k.event_id AND sc.scheme_id = s.id AND sc.team_id IS NULL) AS unassigned,
       (SELECT count(*)::int FROM sub_criterion sc
        WHERE sc.event_id = k.event_id AND sc.scheme_id = s.id) AS sub_criteria,
       (SELECT count(*)::int FROM marking_team t WHERE t.event_id = k.event_id AND t.skill_id = k.id) AS teams,
       (SELECT count(*)::int FROM judge j WHERE j.event_id = k.event_id AND j.skill_id = k.id
        AND j.part = 'judge' AND j.ended_at IS NULL) AS judges,
       (SELECT count(*)::int FROM judge j WHERE j.event_id = k.event_id AND j.skill_id = k.id
        AND j.part = 'chiefJudge' AND j.ended_at IS NULL) AS chiefs,
       (SELECT count(*)::int FROM sub_criterion sc
        JOIN work w ON w.event_id = sc.event_id AND w.module_id = sc.module_id AND w.superseded_at IS NULL
        JOIN blind_code b ON b.event_id = w.event_id AND b.work_id = w.id
        WHERE sc.event_id = k.event_id AND sc.scheme_id = s.id AND sc.team_id IS NOT NULL) AS wanted,
       (SELECT count(*)::int FROM marking_form f
        JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id AND w.superseded_at IS NULL
        JOIN blind_code b ON b.event_id = f.event_id AND b.work_id = f.work_id
        WHERE f.event_id = k.event_id AND f.skill_id = k.id AND f.scheme_id = s.id) AS made,
       (SELECT count(*)::int FROM marking_form f
        WHERE f.event_id = k.event_id AND f.skill_id = k.id AND f.revision > 0) AS marked,
       (SELECT count(*)::int FROM marking_form f
        JOIN marking_team_member m ON m.event_id = f.event_id AND m.team_id = f.team_id AND m.part = 'member'
        LEFT JOIN marking_form_seat t ON t.event_id = f.event_id AND t.form_id = f.id AND t.seat = m.seat
        WHERE f.event_id = k.event_id AND f.skill_id = k.id AND f.scheme_id = s.id AND t.judge_id IS NULL
       ) AS empty_seats,
       (SELECT COALESCE(json_agg(m.code ORDER BY m.position), '[]') FROM module m
        WHERE m.event_id = k.event_id AND m.skill_id = k.id AND m.marked_by = 'scheme' AND s.id IS NOT NULL
          AND NOT EXISTS (SELECT FROM sub_criterion sc
            WHERE sc.event_id = m.event_id AND sc.scheme_id = s.id AND sc.module_id = m.id)) AS bare_modules
     FROM skill k
     LEFT JOIN marking_scheme s ON s.event_id = k.event_id AND s.skill_id = k.id AND s.state = 'inForce'
     WHERE k.event_id = $1 AND ($2::uuid IS NULL OR k.id = $2)
       AND EXISTS (SELECT 1 FROM module m WHERE m.event_id = k.event_id AND m.skill_id = k.id
                   AND m.marked_by = 'scheme')
     ORDER BY k.position, k.code`,
    [eventId, skillId ?? null],
  );
}

/**
 * Pre-flight of the marking set-up before an event enters `competition`: every skill marked by a scheme has one in
 * force, a chief judge, a team for each sub-criterion, and a form with a full panel for each work.
 */
export async function checkMarkingSetUp(tx: EntityManager, eventId: string): Promise<Finding[]> {
  const skills = await skillSetUps(tx, eventId);
  const findings = skills.flatMap((skill) => setUpFindings(eventId, skill));
  if (findings.some(({ severity }) => severity === 'blocking') || skills.length === 0) return findings;
  return [
    {
      code: 'judging.set-up-complete',
      severity: 'passed',
      message: {
        zh: `${skills.length} 个赛项的评分方案、裁判组和评分表均已就绪。`,
        en: `Scheme, teams and forms are ready in all ${skills.length} skills.`,
      },
      href: null,
      params: {},
    },
    ...findings,
  ];
}

/** What keeps the marking of a skill from beginning, each with the screen where it is mended. */
export function setUpFindings(eventId: string, skill: SkillSetUp): Finding[] {
  const faults: Finding[] = [];
  const say = (
    code: string,
    zh: string,
    en: string,
    tab: 'judges' | 'scheme',
    severity: 'blocking' | 'warning' = 'blocking',
  ) =>
    faults.push({
      code,
      severity,
      message: { zh: `${skill.name}：${zh}`, en: `${skill.name_en ?? skill.name}: ${en}` },
      href: `/events/${eventId}/skills/${skill.id}/${tab}`,
      params: {},
    });
  // On WorldSkills events the screens say Expert and Chief Expert (GLOSSARY).
  const chief = skill.policy_name.startsWith('worldskills') ? 'Chief Expert' : 'chief judge';
  if (skill.chiefs === 0) say('judging.no-chief', '没有裁判长。', `has no ${chief}.`, 'judges');
  if (skill.in_force === null) {
    say('judging.no-scheme', '没有启用的评分方案。', 'has no marking scheme in force.', 'scheme');
    return faults;
  }
  if (skill.unassigned.length > 0) {
    const codes = skill.unassigned;
    say(
      'judging.sub-criteria-unassigned',
      `${codes.join('、')} 没有裁判组。`,
      `no marking team for ${codes.join(', ')}.`,
      'judges',
    );
  }
  if (skill.made < skill.wanted) {
    const missing = skill.wanted - skill.made;
    say(
      'judging.forms-missing',
      `还缺 ${missing} 张评分表，正在生成。`,
      `${missing} forms are still being made.`,
      'judges',
    );
  }
  if (skill.empty_seats > 0) {
    say(
      'judging.stand-in-missing',
      `${skill.empty_seats} 个席位因回避空缺，请为裁判组增加替补裁判。`,
      `${skill.empty_seats} seats are empty for compatriots: please add stand-ins to the teams.`,
      'judges',
    );
  }
  if (skill.bare_modules.length > 0) {
    say(
      'judging.module-without-criteria',
      `模块 ${skill.bare_modules.join('、')} 在评分方案中没有评分项，不会产生成绩。`,
      `the scheme asks for nothing in module ${skill.bare_modules.join(', ')}: no marks come of it.`,
      'scheme',
      'warning',
    );
  }
  return faults;
}
