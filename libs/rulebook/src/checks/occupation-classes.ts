import type { Check, Outcome } from '../verdict.js';
import { evidenceOf, notStated, overOccupations } from '../verdict.js';
import { said } from '../words.js';

/** The class 大类 is the first number of the code, in every edition of the classification. */
const classOf = (code: string | null): number | null => {
  const found = /^\s*(\d)(?=-|$)/.exec(code ?? '')?.[1];
  return found === undefined ? null : Number(found);
};

/** Occupations belong to these classes of 大典. One whose code is not known is not judged by its name. */
export const occupationClasses: Check<'occupationClasses'> = ({ classes }, subject) => {
  if (!subject.occupations) return notStated(said('申报职业', 'the occupations'));
  const judged = subject.occupations.map(({ name, code }) => {
    const found = classOf(code);
    const outcome: Outcome = found === null ? 'unknown' : classes.includes(found) ? 'passed' : 'failed';
    return { name: code ? `${name}（${code}）` : name, outcome };
  });
  const wanted = [...classes].sort((a, b) => a - b);
  return overOccupations(
    subject,
    judged,
    {
      passed: said(
        `各职业均属《大典》第 ${wanted.join('、')} 大类。`,
        `All occupations belong to classes ${wanted.join(', ')} of the classification.`,
      ),
      failed: (names) =>
        said(
          `不属《大典》第 ${wanted.join('、')} 大类：${names.zh}。`,
          `Not in classes ${wanted.join(', ')} of the classification: ${names.en}.`,
        ),
      unknown: (names) =>
        said(
          `在《大典》目录中查不到编码，无法判断大类：${names.zh}。`,
          `No code of the classification is known, so the class cannot be told: ${names.en}.`,
        ),
    },
    [
      evidenceOf(
        said('职业与编码', 'occupations and codes'),
        subject.occupations.map(({ name, code }) =>
          code ? said(`${name}（${code}）`, `${name} (${code})`) : name,
        ),
      ),
    ],
  );
};
