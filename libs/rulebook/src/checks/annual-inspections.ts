import type { Check } from '../verdict.js';
import { evidenceOf, notStated } from '../verdict.js';
import { said, organisationKindInWords } from '../words.js';
import { leadsOf } from './applicant-kinds.js';

/**
 * So many passed yearly inspections 年审 in a row. The last of them may be that of the year before the plan year, or,
 * as inspections are settled a year late, that of the year before.
 */
export const annualInspections: Check<'annualInspections'> = ({ kinds, years }, subject) => {
  const leads = leadsOf(subject);
  if (leads.length === 0) return notStated(said('牵头申办单位', 'the lead applicant'));
  const bound = leads.filter(({ kind }) => kind !== null && kinds.includes(kind));
  const [first] = leads;
  if (bound.length === 0) {
    const unclear = leads.find(({ kind }) => kind === null);
    if (unclear)
      return notStated(said(`${unclear.name}属于哪一类单位`, `what kind of organisation ${unclear.name} is`));
    const kind = organisationKindInWords[first?.kind ?? 'other'];
    return {
      outcome: 'passed',
      message: said(
        `牵头申办单位属于${kind.zh}，不适用年审要求。`,
        `The lead applicant is a ${kind.en}: no yearly inspection is asked for.`,
      ),
      evidence: [
        evidenceOf(said('牵头申办单位', 'lead applicant'), first?.name ?? ''),
        evidenceOf(said('单位类别', 'kind of organisation'), kind),
      ],
    };
  }
  if (subject.inspectionYears === null) return notStated(said('民政部门年审', 'the yearly inspections'));
  const passed = [...new Set(subject.inspectionYears)].sort((a, b) => a - b);
  const evidence = [evidenceOf(said('年审合格年份', 'inspections passed in'), passed.map(String))];
  const unbroken = [1, 2].some((back) =>
    Array.from({ length: years }, (_, index) => subject.planYear - back - index).every((year) =>
      passed.includes(year),
    ),
  );
  return unbroken
    ? {
        outcome: 'passed',
        message: said(`连续 ${years} 年年审合格。`, `It passed ${years} yearly inspections in a row.`),
        evidence,
      }
    : {
        outcome: 'failed',
        message: said(
          `未见到 ${subject.planYear} 年度之前连续 ${years} 年年审合格（已填：${passed.join('、') || '无'}）。`,
          `There are not ${years} passed yearly inspections in a row before plan year ${subject.planYear} (stated: ${passed.join(', ') || 'none'}).`,
        ),
        evidence,
      };
};
