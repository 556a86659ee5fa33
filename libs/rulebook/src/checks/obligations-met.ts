import type { Check } from '../verdict.js';
import { evidenceOf, notStated } from '../verdict.js';
import { said } from '../words.js';

/** What was owed after earlier contests is done. */
export const obligationsMet: Check<'obligationsMet'> = (_none, { unmetObligations }) => {
  if (!unmetObligations) return notStated(said('赛后材料报送', 'what is owed after earlier contests'));
  if (unmetObligations.length === 0)
    return {
      outcome: 'passed',
      message: said('以往赛事的赛后材料均已报送。', 'Nothing is owed after earlier contests.'),
      evidence: [evidenceOf(said('未报送', 'owed'), '')],
    };
  return {
    outcome: 'failed',
    message: said(
      `以往赛事还有 ${unmetObligations.length} 项赛后材料未报送。`,
      `${unmetObligations.length} item(s) are still owed after earlier contests.`,
    ),
    evidence: unmetObligations.map(({ contest, title, dueOn }) =>
      evidenceOf(said('未报送', 'owed'), `${contest} · ${title}${dueOn ? ` · ${dueOn}` : ''}`),
    ),
  };
};
