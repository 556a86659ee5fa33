import type { Finding } from '@luban/events';
import type { EntityManager } from 'typeorm';

interface SkillSetUp {
  id: string;
  name: string;
  in_force: number;
  unassigned: string[];
  wanted: number;
  made: number;
  empty_seats: number;
  chiefs: number;
}

/**
 * Pre-flight of the marking set-up before an event enters `competition`: every skill marked by a scheme has one in
 * force, a chief judge, a team for each sub-criterion, and a form with a full panel for each work.
 */
export async function checkMarkingSetUp(tx: EntityManager, eventId: string): Promise<Finding[]> {
  const skills: SkillSetUp[] = await tx.query(
    `SELECT k.id, k.name,
       (SELECT count(*)::int FROM marking_scheme s
        WHERE s.event_id = k.event_id AND s.skill_id = k.id AND s.state = 'inForce') AS in_force,
       (SELECT COALESCE(json_agg(sc.code ORDER BY sc.position), '[]') FROM sub_criterion sc
        JOIN marking_scheme s ON s.event_id = sc.event_id AND s.id = sc.scheme_id AND s.state = 'inForce'
        WHERE sc.event_id = k.event_id AND sc.skill_id = k.id AND sc.team_id IS NULL) AS unassigned,
       (SELECT count(*)::int FROM sub_criterion sc
        JOIN marking_scheme s ON s.event_id = sc.event_id AND s.id = sc.scheme_id AND s.state = 'inForce'
        JOIN work w ON w.event_id = sc.event_id AND w.module_id = sc.module_id AND w.superseded_at IS NULL
        JOIN blind_code b ON b.event_id = w.event_id AND b.work_id = w.id
        WHERE sc.event_id = k.event_id AND sc.skill_id = k.id AND sc.team_id IS NOT NULL) AS wanted,
       (SELECT count(*)::int FROM marking_form f
        JOIN marking_scheme s ON s.event_id = f.event_id AND s.id = f.scheme_id AND s.state = 'inForce'
        JOIN blind_code b ON b.event_id = f.event_id AND b.work_id = f.work_id
        WHERE f.event_id = k.event_id AND f.skill_id = k.id) AS made,
       (SELECT count(*)::int FROM marking_form f
        JOIN marking_team_member m ON m.event_id = f.event_id AND m.team_id = f.team_id AND m.part = 'member'
        LEFT JOIN marking_form_seat t ON t.event_id = f.event_id AND t.form_id = f.id AND t.seat = m.seat
        WHERE f.event_id = k.event_id AND f.skill_id = k.id AND t.judge_id IS NULL) AS empty_seats,
       (SELECT count(*)::int FROM judge j WHERE j.event_id = k.event_id AND j.skill_id = k.id
        AND j.part = 'chiefJudge' AND j.ended_at IS NULL) AS chiefs
     FROM skill k
     WHERE k.event_id = $1 AND EXISTS (SELECT 1 FROM module m WHERE m.event_id = k.event_id AND m.skill_id = k.id
                                       AND m.marked_by = 'scheme')
     ORDER BY k.position, k.code`,
    [eventId],
  );
  const findings = skills.flatMap((skill) => faultsOf(eventId, skill));
  if (findings.length > 0 || skills.length === 0) return findings;
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
  ];
}

function faultsOf(eventId: string, skill: SkillSetUp): Finding[] {
  const faults: Finding[] = [];
  const say = (code: string, zh: string, en: string, tab: string) =>
    faults.push({
      code,
      severity: 'blocking',
      message: { zh: `${skill.name}：${zh}`, en: `${skill.name}: ${en}` },
      href: `/events/${eventId}/skills/${skill.id}/${tab}`,
      params: {},
    });
  if (skill.chiefs === 0) say('judging.no-chief', '没有裁判长。', 'has no chief judge.', 'judges');
  if (skill.in_force === 0) {
    say('judging.no-scheme', '没有启用的评分方案。', 'has no marking scheme in force.', 'scheme');
    return faults;
  }
  if (skill.unassigned.length > 0) {
    const codes = skill.unassigned.join('、');
    say(
      'judging.sub-criteria-unassigned',
      `${codes} 没有裁判组。`,
      `${codes} have no marking team.`,
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
  return faults;
}
