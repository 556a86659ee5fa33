import type { Check, Outcome } from '../verdict.js';
import { evidenceOf, notStated, occupationNames, overOccupations } from '../verdict.js';
import { said } from '../words.js';

/**
 * Each occupation was contested in so many editions that the applicant held in the years before the plan year. An
 * edition whose occupations nobody stated may have been one of them.
 */
export const editionsHeld: Check<'editionsHeld'> = ({ editions, years }, subject) => {
  if (!subject.occupations) return notStated(said('申报职业', 'the occupations'));
  if (!subject.earlierEditions) return notStated(said('以往办赛', 'earlier editions'));
  const recent = subject.earlierEditions.filter(
    ({ year }) => year < subject.planYear && year >= subject.planYear - years,
  );
  const judged = subject.occupations.map(({ name }) => {
    const sure = recent.filter(({ occupations }) => occupations.includes(name)).length;
    const maybe = recent.filter(({ occupations }) => occupations.length === 0).length;
    const open = subject.partly?.includes('earlierEditions') || sure + maybe >= editions;
    const outcome: Outcome = sure >= editions ? 'passed' : open ? 'unknown' : 'failed';
    return { name, outcome };
  });
  return overOccupations(
    subject,
    judged,
    {
      passed: said(
        `近 ${years} 年内各职业均已办过 ${editions} 届以上。`,
        `Each occupation was held at least ${editions} times within ${years} years.`,
      ),
      failed: (names) =>
        said(
          `近 ${years} 年内未办满 ${editions} 届：${names.zh}。`,
          `Not held ${editions} times within ${years} years: ${names.en}.`,
        ),
      unknown: (names) =>
        said(
          `有的届次没有写明职业，无法确认是否办满 ${editions} 届：${names.zh}。`,
          `Some editions do not name their occupations; whether these were held ${editions} times is not known: ${names.en}.`,
        ),
    },
    [
      evidenceOf(said('申报职业', 'occupations'), occupationNames(subject)),
      evidenceOf(
        said(
          `${subject.planYear - years}–${subject.planYear - 1} 年届次`,
          `editions of ${subject.planYear - years}–${subject.planYear - 1}`,
        ),
        recent.map(({ year, occupations }) =>
          said(
            `${year}：${occupations.join('/') || '职业未载明'}`,
            `${year}: ${occupations.join('/') || 'occupations not stated'}`,
          ),
        ),
      ),
    ],
  );
};
