import { existsSync, readFileSync } from 'node:fs';
import { meantActions, meantOutcome } from '../../../test/support/transition-table.js';
import { stateNames } from './review-names.js';
import {
  actionsFrom,
  applicationRoles,
  applicationStates,
  applicationTransitions,
  transitionFor,
} from './transitions.js';
import { transitionsInWords } from './transitions-in-words.js';

it('has exactly the actions that were meant', () => {
  expect(applicationTransitions.map(({ action }) => action).sort()).toEqual(
    meantActions.map(({ action }) => action).sort(),
  );
});

describe.each(applicationStates)('from %s', (state) => {
  it.each(applicationRoles)('allows the %s what was meant and refuses the rest with its code', (role) => {
    for (const { action } of applicationTransitions) {
      const outcome = transitionFor(action, state, role);
      const found = 'refusal' in outcome ? outcome.refusal : outcome.to;
      expect(`${action}: ${found}`).toBe(`${action}: ${meantOutcome(action, state, role)}`);
    }
  });

  it('offers exactly what it allows', () => {
    for (const role of applicationRoles) {
      const allowed = applicationTransitions
        .filter(({ action }) => 'to' in transitionFor(action, state, role))
        .map(({ action }) => action);
      expect(actionsFrom(state, [role])).toEqual(allowed);
    }
  });
});

it('asks a reason and an article for every decision', () => {
  const decisions = applicationTransitions.filter((way) => 'article' in way && way.article);
  expect(decisions.map(({ action }) => action)).toEqual([
    'grant',
    'grantWithConditions',
    'decline',
    'decideAmendment',
    'revoke',
  ]);
  expect(decisions.every(({ reason }) => reason)).toBe(true);
});

it('can reach every state from a draft, and has words for each', () => {
  const reached = new Set<string>(['draft']);
  for (const _ of applicationStates)
    for (const { from, to } of applicationTransitions)
      if (to !== 'same' && from.some((state) => reached.has(state))) reached.add(to);
  expect([...reached].sort()).toEqual([...applicationStates].sort());
  expect(Object.keys(stateNames).sort()).toEqual([...applicationStates].sort());
});

it('stands in the documentation as it is in the code', () => {
  const page = 'docs/rooms/approvals.md';
  expect(existsSync(page)).toBe(true);
  // However wide the columns of the page are drawn.
  const plain = (text: string) => text.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');
  expect(plain(readFileSync(page, 'utf8'))).toContain(plain(transitionsInWords()));
});
