import type { Entry } from './entry.entity.js';

export type EntryState = Entry['state'];

/** The verbs that move an entry, and from where each may. The server refuses and the web hides by this one table. */
export const entrySteps = {
  submit: { from: ['draft', 'returned'], to: 'submitted', refusal: 'registration.not-to-submit' },
  recall: { from: ['submitted'], to: 'draft', refusal: 'registration.not-submitted' },
  accept: { from: ['submitted'], to: 'accepted', refusal: 'registration.not-submitted' },
  return: { from: ['submitted', 'accepted'], to: 'returned', refusal: 'registration.not-to-return' },
} as const satisfies Record<string, { from: readonly EntryState[]; to: EntryState; refusal: string }>;
export type EntryStep = keyof typeof entrySteps;

/** Whether an entry in this state may take the step. */
export const mayStep = (state: EntryState, step: EntryStep): boolean =>
  (entrySteps[step].from as readonly EntryState[]).includes(state);

/** States in which the delegation itself may change an entry; the organiser also corrects what is submitted or accepted. */
export const editableByDelegation: readonly EntryState[] = ['draft', 'returned'];

/** What people call a state. */
export const entryStateNames: Readonly<Record<EntryState, { zh: string; en: string }>> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '待审核', en: 'awaiting review' },
  returned: { zh: '已退回', en: 'returned' },
  accepted: { zh: '已通过', en: 'accepted' },
};
