import type { Check } from '../verdict.js';
import { evidenceOf, notStated } from '../verdict.js';
import { said } from '../words.js';

const monthIndex = (day: string | null): number | null => {
  const found = /^(\d{4})-(\d{2})-\d{2}$/.exec(day ?? '');
  return found ? Number(found[1]) * 12 + Number(found[2]) - 1 : null;
};

/** No day of the final falls into these months, of whatever year. */
export const finalNotInMonths: Check<'finalNotInMonths'> = ({ months }, subject) => {
  const from = monthIndex(subject.finalFrom);
  const to = monthIndex(subject.finalTo);
  const known = from ?? to;
  if (known === null) return notStated(said('决赛时间', 'when the final is'));
  const first = from ?? known;
  const last = Math.min(Math.max(to ?? known, first), first + 11);
  const touched = Array.from({ length: last - first + 1 }, (_, step) => ((first + step) % 12) + 1);
  const hit = touched.filter((month) => months.includes(month));
  const said0 = [subject.finalFrom, subject.finalTo].filter((day) => day !== null);
  const evidence = [evidenceOf(said('决赛', 'final'), said0.join(' – '))];
  const avoided = [...months].sort((a, b) => a - b);
  if (hit.length > 0)
    return {
      outcome: 'failed',
      message: said(
        `决赛安排在 ${hit.join('、')} 月，赛事不宜集中在 ${avoided.join('、')} 月。`,
        `The final is in month ${hit.join(', ')}; contests should not bunch in months ${avoided.join(', ')}.`,
      ),
      evidence,
    };
  if (from === null || to === null)
    return {
      outcome: 'unknown',
      message: said(
        '决赛只写明了一端日期，无法判断。',
        'Only one end of the final is stated, so this cannot be judged.',
      ),
      evidence,
    };
  return {
    outcome: 'passed',
    message: said(
      `决赛避开了 ${avoided.join('、')} 月。`,
      `The final keeps clear of months ${avoided.join(', ')}.`,
    ),
    evidence,
  };
};
