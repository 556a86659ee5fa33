/**
 * Who sits where when a form is marked. A marking team marks a sub-criterion for all entries (V, DOMAIN.md 5), and an
 * expert never marks his own delegation. Withholding exactly one coded work would tell a judge which code is his own
 * delegation's, so compatriots are handled in one of two ways:
 * - `open`: the work is seen with its maker; a stand-in takes the compatriot's seat for that work;
 * - `coded`: the work is known by its code only, and every member marks every code: nothing is withheld.
 */
export interface TeamSeat {
  judgeId: string;
  /** Delegations this judge may not mark: his own and those of declared conflicts 回避. */
  barredFrom: ReadonlySet<string>;
}

export interface SeatedTeam {
  /** Members in seat order; seat 1 first. */
  members: TeamSeat[];
  /** Stand-ins in the order in which they are asked. */
  standIns: TeamSeat[];
}

/** For one work: the judge of each seat (index 0 = seat 1), or the seats for which no unbarred stand-in was left. */
export function seatsFor(
  team: SeatedTeam,
  mode: 'open' | 'coded',
  delegationId: string,
): { seats: string[]; unfilled: number[] } {
  if (mode === 'coded') return { seats: team.members.map((m) => m.judgeId), unfilled: [] };
  const free = team.standIns.filter((s) => !s.barredFrom.has(delegationId));
  const unfilled: number[] = [];
  const seats = team.members.map((member, index) => {
    if (!member.barredFrom.has(delegationId)) return member.judgeId;
    const standIn = free.shift();
    if (!standIn) unfilled.push(index + 1);
    return standIn?.judgeId ?? member.judgeId;
  });
  return { seats, unfilled };
}
