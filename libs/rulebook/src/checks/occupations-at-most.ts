import type { Check } from '../verdict.js';
import { evidenceOf, notStated } from '../verdict.js';
import { classInWords, said } from '../words.js';

/**
 * How many occupations 职业（工种） an application may hold. Two directions of one occupation are one occupation. A list
 * that is known to be incomplete fails by what it names, and passes by nothing.
 */
export const occupationsAtMost: Check<'occupationsAtMost'> = ({ class: wanted, most }, subject) => {
  if (wanted !== null && subject.class !== wanted) return null;
  if (!subject.occupations) return notStated(said('申报职业', 'the occupations'));
  const names = [...new Set(subject.occupations.map(({ name }) => name.trim()))];
  const count = names.length;
  const which =
    wanted === null ? said('', 'an application') : said(classInWords[wanted].zh, classInWords[wanted].en);
  const evidence = [
    evidenceOf(said('职业数', 'occupations'), count),
    evidenceOf(said('上限', 'limit'), most),
    evidenceOf(said('职业', 'which'), names),
  ];
  if (count > most)
    return {
      outcome: 'failed',
      message: said(
        `申报 ${count} 个职业，${which.zh}最多 ${most} 个。`,
        `${count} occupations; ${which.en} holds at most ${most}.`,
      ),
      evidence,
    };
  if (!subject.occupationsComplete || count === 0)
    return {
      outcome: 'unknown',
      message: said(
        `来源没有列全职业（已列 ${count} 个），是否超过 ${most} 个不明。`,
        `The source does not list all occupations (${count} named); whether there are more than ${most} is not known.`,
      ),
      evidence,
    };
  return {
    outcome: 'passed',
    message: said(
      `申报 ${count} 个职业，未超过${which.zh}上限 ${most} 个。`,
      `${count} occupations; ${which.en} holds at most ${most}.`,
    ),
    evidence,
  };
};
