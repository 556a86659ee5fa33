import type { ClassApplication } from './class-application.entity.js';

/** The states of an application 申报状态 (DOMAIN.md 2), in the order of its way. */
export const applicationStates = [
  'draft',
  'submitted',
  'accepted',
  'underReview',
  'returned',
  'granted',
  'grantedWithConditions',
  'declined',
  'withdrawn',
  'revoked',
] as const satisfies ClassApplication['state'][];
export type ApplicationState = (typeof applicationStates)[number];

/** By which part somebody acts on an application: for its lead applicant, or for the authority. */
export const applicationRoles = ['applicant', 'acceptor', 'reviewer'] as const;
export type ApplicationRole = (typeof applicationRoles)[number];

export interface ApplicationTransition {
  action: string;
  from: readonly ApplicationState[];
  /** `same`: recorded without leaving the state. */
  to: ApplicationState | 'same';
  by: ApplicationRole;
  /** Whether a reason has to be given. */
  reason: boolean;
  /** Whether it is a decision 决定, which also names the article it rests on. */
  article?: boolean;
}

const granted = ['granted', 'grantedWithConditions'] as const;

/**
 * The one table of what can be done to an application, by whom and from where. The server refuses and the screens hide
 * by it. `undo…` takes the authority's last step back, by whoever of the authority may take such steps; a decision only
 * until it stands in a published plan. Revoking and withdrawing are final.
 */
export const applicationTransitions = [
  { action: 'edit', from: ['draft', 'returned'], to: 'same', by: 'applicant', reason: false },
  { action: 'discard', from: ['draft'], to: 'same', by: 'applicant', reason: false },
  { action: 'submit', from: ['draft', 'returned'], to: 'submitted', by: 'applicant', reason: false },
  {
    action: 'withdraw',
    from: ['submitted', 'accepted', 'underReview', 'returned', ...granted],
    to: 'withdrawn',
    by: 'applicant',
    reason: true,
  },
  { action: 'accept', from: ['submitted'], to: 'accepted', by: 'acceptor', reason: false },
  { action: 'undoAcceptance', from: ['accepted'], to: 'submitted', by: 'acceptor', reason: true },
  { action: 'returnUnaccepted', from: ['submitted'], to: 'returned', by: 'acceptor', reason: true },
  { action: 'beginReview', from: ['accepted'], to: 'underReview', by: 'reviewer', reason: false },
  { action: 'return', from: ['accepted', 'underReview'], to: 'returned', by: 'reviewer', reason: true },
  {
    action: 'grant',
    from: ['underReview'],
    to: 'granted',
    by: 'reviewer',
    reason: true,
    article: true,
  },
  {
    action: 'grantWithConditions',
    from: ['underReview'],
    to: 'grantedWithConditions',
    by: 'reviewer',
    reason: true,
    article: true,
  },
  {
    action: 'decline',
    from: ['underReview'],
    to: 'declined',
    by: 'reviewer',
    reason: true,
    article: true,
  },
  {
    action: 'undoDecision',
    from: [...granted, 'declined'],
    to: 'underReview',
    by: 'reviewer',
    reason: true,
  },
  { action: 'meetCondition', from: ['grantedWithConditions'], to: 'same', by: 'applicant', reason: false },
  { action: 'confirmCondition', from: ['grantedWithConditions'], to: 'same', by: 'reviewer', reason: false },
  { action: 'returnCondition', from: ['grantedWithConditions'], to: 'same', by: 'reviewer', reason: true },
  { action: 'amend', from: granted, to: 'same', by: 'applicant', reason: true },
  { action: 'withdrawAmendment', from: granted, to: 'same', by: 'applicant', reason: false },
  {
    action: 'decideAmendment',
    from: granted,
    to: 'same',
    by: 'reviewer',
    reason: true,
    article: true,
  },
  { action: 'revoke', from: granted, to: 'revoked', by: 'reviewer', reason: true, article: true },
] as const satisfies readonly ApplicationTransition[];

export type ApplicationAction = (typeof applicationTransitions)[number]['action'];

/** The row of an action. */
export function transitionOf(action: ApplicationAction): ApplicationTransition {
  const found = applicationTransitions.find((way) => way.action === action);
  if (!found) throw new Error(`no transition is called ${action}`);
  return found;
}

/**
 * What an action does from a state by a part: the state it leads to, or the code with which it is refused:
 * `approvals.role-may-not` (not this part's to do) or `approvals.not-from-this-state`.
 */
export function transitionFor(
  action: ApplicationAction,
  state: ApplicationState,
  role: ApplicationRole,
): { to: ApplicationState } | { refusal: 'approvals.role-may-not' | 'approvals.not-from-this-state' } {
  const ways: readonly ApplicationTransition[] = applicationTransitions.filter(
    (way) => way.action === action,
  );
  const own = ways.filter((way) => way.by === role);
  if (own.length === 0) return { refusal: 'approvals.role-may-not' };
  const way = own.find(({ from }) => from.includes(state));
  if (!way) return { refusal: 'approvals.not-from-this-state' };
  return { to: way.to === 'same' ? state : way.to };
}

/** What somebody with these parts may do from a state: for buttons. */
export const actionsFrom = (
  state: ApplicationState,
  roles: readonly ApplicationRole[],
): ApplicationAction[] =>
  applicationTransitions
    .filter((way) => roles.includes(way.by) && (way.from as readonly ApplicationState[]).includes(state))
    .map(({ action }) => action);
