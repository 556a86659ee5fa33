// What the way of an application is meant to be (DOMAIN.md 2), written out by hand: the table in the code is held
// against it. Each line: the action, whose it is, and from which states it leads where (`=`: it stays).
import type { ApplicationAction, ApplicationRole, ApplicationState } from '@luban/approvals';

const written = `
edit                applicant  draft= returned=
discard             applicant  draft=
submit              applicant  draft→submitted returned→submitted
withdraw            applicant  submitted→withdrawn accepted→withdrawn underReview→withdrawn returned→withdrawn granted→withdrawn grantedWithConditions→withdrawn
accept              acceptor   submitted→accepted
undoAcceptance      acceptor   accepted→submitted
returnUnaccepted    acceptor   submitted→returned
beginReview         reviewer   accepted→underReview
return              reviewer   accepted→returned underReview→returned
grant               reviewer   underReview→granted
grantWithConditions reviewer   underReview→grantedWithConditions
decline             reviewer   underReview→declined
undoDecision        reviewer   granted→underReview grantedWithConditions→underReview declined→underReview
meetCondition       applicant  grantedWithConditions=
confirmCondition    reviewer   grantedWithConditions=
returnCondition     reviewer   grantedWithConditions=
amend               applicant  granted= grantedWithConditions=
withdrawAmendment   applicant  granted= grantedWithConditions=
decideAmendment     reviewer   granted= grantedWithConditions=
revoke              reviewer   granted→revoked grantedWithConditions→revoked
`;

export interface MeantAction {
  action: ApplicationAction;
  by: ApplicationRole;
  /** Where it leads from each state that allows it. */
  ways: Partial<Record<ApplicationState, ApplicationState>>;
}

export const meantActions: readonly MeantAction[] = written
  .trim()
  .split('\n')
  .map((line) => {
    const [action, by, ...ways] = line.split(/\s+/) as [ApplicationAction, ApplicationRole, ...string[]];
    return {
      action,
      by,
      ways: Object.fromEntries(
        ways.map((way) => {
          const [from = '', to = from] = way.split(/=|→/).filter(Boolean);
          return [from, to];
        }),
      ),
    };
  });

/** The new state, or the code with which it is refused. */
export function meantOutcome(
  action: ApplicationAction,
  state: ApplicationState,
  role: ApplicationRole,
): string {
  const meant = meantActions.find((one) => one.action === action);
  if (!meant) throw new Error(`nobody wrote down what ${action} is meant to be`);
  if (meant.by !== role) return 'approvals.role-may-not';
  return meant.ways[state] ?? 'approvals.not-from-this-state';
}
