import type { Check, Outcome } from '../verdict.js';
import { evidenceOf, notStated, overOccupations } from '../verdict.js';
import { said } from '../words.js';

/** The same lead applicant was not granted the same occupation for the plan year before. Occupations are told by name. */
export const notTwoYearsRunning: Check<'notTwoYearsRunning'> = ({ classes, strategicExempt }, subject) => {
  if (classes.length > 0 && (subject.class === null || !classes.includes(subject.class))) return null;
  if (!subject.occupations) return notStated(said('申报职业', 'the occupations'));
  if (!subject.earlierGrants)
    return notStated(said('上一年度的批准情况', 'what was granted the year before'));
  const lastYear = subject.earlierGrants.filter(({ planYear }) => planYear === subject.planYear - 1);
  const grantedThen = new Set(
    lastYear.flatMap(({ occupations }) => occupations.map(({ name }) => name.trim())),
  );
  const unseen: Outcome = subject.partly?.includes('earlierGrants') ? 'unknown' : 'passed';
  const judged = subject.occupations.map(({ name, strategic }) => {
    const again = grantedThen.has(name.trim());
    const exempt: Outcome = strategic === null ? 'unknown' : strategic ? 'passed' : 'failed';
    return { name, outcome: again ? (strategicExempt ? exempt : ('failed' as const)) : unseen };
  });
  const before = subject.planYear - 1;
  return overOccupations(
    subject,
    judged,
    {
      passed: said(
        `${before} 年度未批准同一申办主体的同一职业。`,
        `None of these occupations was granted to the same applicant for ${before}.`,
      ),
      failed: (names) =>
        said(
          `同一申办主体 ${before} 年度已获批同一职业：${names.zh}。`,
          `Granted to the same applicant for ${before} already: ${names.en}.`,
        ),
      unknown: (names) =>
        said(
          `${before} 年度是否获批同一职业、是否属国家战略急需，资料不全：${names.zh}。`,
          `Whether these were granted for ${before}, or are strategic, is not fully known: ${names.en}.`,
        ),
    },
    [evidenceOf(said(`${before} 年度获批职业`, `granted for ${before}`), [...grantedThen])],
  );
};
