import type { Role } from '@luban/audit';

/**
 * The stages of an event, in order: 筹备, 报名, 赛前准备, 竞赛与评分, 成绩核定, 公示, 公布. Where an event stands is
 * governed by `transitions` alone: the server refuses and the web hides by this one table.
 */
export const stages = [
  'draft',
  'registration',
  'preparation',
  'competition',
  'results',
  'provisional',
  'final',
] as const;
export type Stage = (typeof stages)[number];

/** What people call a stage. */
export const stageNames: Readonly<Record<Stage, { zh: string; en: string }>> = {
  draft: { zh: '筹备', en: 'Set-up' },
  registration: { zh: '报名', en: 'Registration' },
  preparation: { zh: '赛前准备', en: 'Preparation' },
  competition: { zh: '竞赛与评分', en: 'Competition' },
  results: { zh: '成绩核定', en: 'Results check' },
  provisional: { zh: '公示', en: 'Provisional' },
  final: { zh: '公布', en: 'Final' },
};

/** One way from a stage to another. Roles are those held for the event itself. */
export interface Transition {
  from: Stage;
  to: Stage;
  direction: 'forward' | 'back';
  roles: readonly Role[];
  /** A step back undoes what others rely on: it says why, and the reason is kept. */
  needsReason: boolean;
  /** The verb on the button. */
  action: { zh: string; en: string };
}

/** Who runs the event up to the results; publication is the host's alone (DOMAIN.md 9: an organiser must not publish). */
const both = ['host', 'organiser'] as const;
const host = ['host'] as const;

/** Every way there is. Steps back go one stage at a time, so that each can be checked and explained. */
export const transitions: readonly Transition[] = [
  forward('draft', 'registration', both, '开放报名', 'Open registration'),
  forward('registration', 'preparation', both, '结束报名，进入赛前准备', 'Close registration and prepare'),
  forward('preparation', 'competition', both, '开赛', 'Start the competition'),
  forward('competition', 'results', both, '结束评分，核定成绩', 'End marking and check results'),
  forward('results', 'provisional', host, '公示成绩', 'Publish provisionally'),
  forward('provisional', 'final', host, '正式公布', 'Publish as final'),
  back('registration', 'draft', both, '退回筹备', 'Back to set-up'),
  back('preparation', 'registration', both, '重新开放报名', 'Reopen registration'),
  back('competition', 'preparation', both, '退回赛前准备', 'Back to preparation'),
  back('results', 'competition', both, '退回竞赛与评分', 'Back to marking'),
  back('provisional', 'results', host, '撤回公示', 'Withdraw the provisional results'),
  back('final', 'provisional', host, '重新公示', 'Back to provisional'),
];

/** The ways that lead out of a stage for somebody who holds these roles in the event. */
export function nextStages(stage: Stage, roles: readonly Role[]): Transition[] {
  return transitions.filter(
    ({ from, roles: allowed }) => from === stage && allowed.some((role) => roles.includes(role)),
  );
}

/** The way from one stage to another, or undefined where there is none. */
export const transition = (from: Stage, to: Stage): Transition | undefined =>
  transitions.find((way) => way.from === from && way.to === to);

/** Whether a stage stands at or after another in the life of an event. */
export const isAtLeast = (stage: Stage, least: Stage): boolean =>
  stages.indexOf(stage) >= stages.indexOf(least);

function forward(from: Stage, to: Stage, roles: readonly Role[], zh: string, en: string): Transition {
  return { from, to, direction: 'forward', roles, needsReason: false, action: { zh, en } };
}

function back(from: Stage, to: Stage, roles: readonly Role[], zh: string, en: string): Transition {
  return { from, to, direction: 'back', roles, needsReason: true, action: { zh, en } };
}
