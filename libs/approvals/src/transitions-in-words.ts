import { type ApplicationTransition, applicationTransitions } from './transitions.js';

/** The table of transitions as it stands in docs/rooms/approvals.md; a test holds the page against it. */
export function transitionsInWords(): string {
  const ways: readonly ApplicationTransition[] = applicationTransitions;
  const rows = ways.map(({ action, by, from, to, reason, article }) => {
    const needs = [...(reason ? ['reason'] : []), ...(article ? ['article'] : [])].join(', ') || '–';
    return `| ${action} | ${by} | ${from.join(', ')} | ${to === 'same' ? 'stays' : to} | ${needs} |`;
  });
  return ['| action | by | from | to | needs |', '|---|---|---|---|---|', ...rows].join('\n');
}
