import { Refused } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { MarkingTeamMemberDto } from './marking-team.dto.js';

/**
 * A team has as many seats as the policy's panel has judges, numbered from 1 without a gap; everyone in it is a judge
 * of the skill (never the chief judge, who enters no score), and nobody sits twice.
 */
export async function assertSeating(
  tx: EntityManager,
  eventId: string,
  skillId: string,
  panel: number,
  members: MarkingTeamMemberDto[],
): Promise<void> {
  const seats = members.flatMap((m) => (m.part === 'member' ? [m.seat ?? 0] : [])).sort((a, b) => a - b);
  if (seats.length !== panel || seats.some((seat, index) => seat !== index + 1)) {
    throw new Refused('judging.seats-wrong', { panel });
  }
  if (new Set(members.map((m) => m.judgeId)).size !== members.length) {
    throw new Refused('judging.judge-twice-in-team');
  }
  const judges: { id: string }[] = await tx.query(
    `SELECT id FROM judge WHERE event_id = $1 AND skill_id = $2 AND part = 'judge' AND ended_at IS NULL AND id = ANY($3)`,
    [eventId, skillId, members.map((m) => m.judgeId)],
  );
  if (judges.length !== members.length) throw new Refused('judging.not-a-judge');
}
