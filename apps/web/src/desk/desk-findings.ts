import type { Finding } from '../parts/finding-list.js';
import type { Deduction, Desk } from './types.js';
import type { useDeskText } from './words.js';

/** What keeps the skill from being locked and computed: the manifest of its forms. */
export function deskFindings(
  t: ReturnType<typeof useDeskText>,
  { counts, strays, cells }: Desk,
  deductions: readonly Deduction[],
): Finding[] {
  if (cells.length === 0) return [];
  const undecided = deductions.filter(({ state }) => state === 'proposed').length;
  const open = counts.notStarted + counts.inProgress + counts.reopened;
  const find = (code: string, severity: Finding['severity'], message: string, href?: string): Finding => ({
    code,
    severity,
    message,
    href,
  });
  return [
    counts.missing > 0
      ? find('missing', 'blocking', t('check.missing', { count: counts.missing }), '?state=missing')
      : [],
    open > 0 ? find('open', 'blocking', t('check.open', { count: open }), '?state=notStarted') : [],
    counts.spread > 0
      ? find('spread', 'blocking', t('check.spread', { count: counts.spread }), '?state=spread')
      : [],
    counts.submitted > 0
      ? find('submitted', 'blocking', t('check.submitted', { count: counts.submitted }), '?state=submitted')
      : [],
    undecided > 0 ? find('deductions', 'blocking', t('check.deductions', { count: undecided })) : [],
    strays.length > 0 ? find('strays', 'warning', t('check.strays', { count: strays.length })) : [],
    counts.signed > 0 ? find('signed', 'passed', t('check.signed', { count: counts.signed })) : [],
  ].flat();
}
