import { contestKey } from '../contest-key.js';
import type { Check } from '../verdict.js';
import { evidenceOf, notStated, together } from '../verdict.js';
import { said } from '../words.js';

/** At least so many years lie between two editions of one contest that were granted. */
export const rhythmYears: Check<'rhythmYears'> = ({ class: wanted, years, strategicExempt }, subject) => {
  if (wanted !== null && subject.class !== wanted) return null;
  if (!subject.earlierGrants) return notStated(said('以往的批准情况', 'what was granted in earlier years'));
  const key = contestKey(subject.name);
  const recent = subject.earlierGrants
    .filter((one) => contestKey(one.contest) === key)
    .map(({ planYear }) => planYear)
    .filter((year) => year < subject.planYear && subject.planYear - year < years)
    .sort((a, b) => b - a);
  const evidence = [
    evidenceOf(said('本届计划年度', 'this plan year'), subject.planYear),
    evidenceOf(said('此前获批年度', 'granted before for'), recent.map(String)),
  ];
  const [last] = recent;
  if (last === undefined && subject.partly?.includes('earlierGrants'))
    return { ...notStated(said('以往的全部批准情况', 'all that was granted in earlier years')), evidence };
  if (last === undefined)
    return {
      outcome: 'passed',
      message: said(
        `近 ${years - 1} 年内未获批同一赛事，符合 ${years} 年一届。`,
        `The same contest was not granted within ${years - 1} year(s): once in ${years} years holds.`,
      ),
      evidence,
    };
  const strategic = together(
    (subject.occupations ?? []).map((one) =>
      one.strategic === null ? 'unknown' : one.strategic ? 'passed' : 'failed',
    ),
    subject.occupations !== null && subject.occupations.length > 0 && subject.occupationsComplete,
  );
  const outcome = strategicExempt ? strategic : 'failed';
  const message = {
    passed: said(
      `${last} 年度已获批，因各职业属国家战略急需可连年举办。`,
      `Granted for ${last} already; all occupations are strategic, so it may be held again.`,
    ),
    failed: said(
      `同一赛事 ${last} 年度已获批，不足 ${years} 年。`,
      `The same contest was granted for ${last}: less than ${years} years ago.`,
    ),
    unknown: said(
      `同一赛事 ${last} 年度已获批，是否属国家战略急需不明。`,
      `The same contest was granted for ${last}; whether it is strategic is not known.`,
    ),
  }[outcome];
  return { outcome, message, evidence };
};
