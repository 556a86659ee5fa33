import type { BackTestCase } from './back-test.js';
import { blankSubject } from './blank-subject.js';
import type { ClassSubject } from './class-subject.js';
import { contestKey } from './contest-key.js';
import { finalDatesOf } from './final-dates.js';
import { partiesOfHosts } from './host-names.js';
import { type CodeOfName, occupationsOfText } from './occupation-text.js';
import type { ContestClass, Grade } from './rule-pack.js';
import { said } from './words.js';

/** A contest as a public record has it, field by field as text. */
export interface ContestRecord {
  year: string;
  /** `一类`, `二类(RECALLED)`, `专项`. */
  class: string;
  officialName: string;
  hosts: string;
  occupations: string;
  datePlace: string;
  /** How sure the record is: `VERIFIED except class`. */
  status: string;
}

/** The class a record names and how sure that is; null: none of the two classes. */
export function classOfRecord({ class: text, status }: Pick<ContestRecord, 'class' | 'status'>): {
  class: ContestClass | null;
  grade: Grade;
} {
  const found = /^\s*(国家级)?(一|二)类/u.exec(text)?.[2];
  const unsure = /RECALLED/iu.test(text) || /class RECALLED|except class/iu.test(status);
  return {
    class: found === '一' ? 'one' : found === '二' ? 'two' : null,
    grade: unsure ? 'unverified' : 'verified',
  };
}

/**
 * The records as cases of a back-test, in their order. A record says who hosted, in which occupations and when; what an
 * application would have held beside that is not known. Earlier contests of the same lead in the records are evidence of
 * what was granted before; that there were no others is not.
 */
export function casesOfRecords(records: readonly ContestRecord[], codeOf?: CodeOfName): BackTestCase[] {
  const cases = records.map((record) => caseOf(record, codeOf));
  return cases.map((one) => ({ ...one, subject: withEarlier(one, cases) }));
}

function caseOf(record: ContestRecord, codeOf?: CodeOfName): BackTestCase {
  const planYear = /^\s*(\d{4})\s*$/u.exec(record.year)?.[1];
  const { class: classThen } = classOfRecord(record);
  const { occupations, complete } = occupationsOfText(record.occupations, codeOf);
  const parties = partiesOfHosts(record.hosts);
  const dates = finalDatesOf(record.datePlace, Number(planYear ?? 0));
  const subject = blankSubject({
    planYear: Number(planYear ?? 0),
    class: classThen,
    name: record.officialName,
    parties: parties.length > 0 ? parties : null,
    occupations: occupations.length > 0 ? occupations : null,
    occupationsComplete: complete,
    finalFrom: dates.from,
    finalTo: dates.to,
    partly: ['parties', 'earlierEditions', 'earlierGrants'],
  });
  const outOfScope =
    planYear === undefined
      ? said(`年度“${record.year}”无法识别`, `the year “${record.year}” cannot be read`)
      : classThen === null
        ? said(`“${record.class}”不属一类、二类`, `“${record.class}” is neither class one nor class two`)
        : null;
  return {
    officialName: record.officialName,
    planYear: subject.planYear,
    classThen,
    decisionThen: 'grant',
    subject,
    outOfScope,
  };
}

/** What the other records show of the same lead and the same contest in earlier years. */
function withEarlier({ subject }: BackTestCase, cases: readonly BackTestCase[]): ClassSubject {
  const lead = leadOf(subject);
  const key = contestKey(subject.name);
  const before = cases.filter((one) => one.outOfScope === null && one.planYear < subject.planYear);
  const ofLead = lead === null ? [] : before.filter((one) => leadOf(one.subject) === lead);
  const sameContest = before.filter((one) => contestKey(one.officialName) === key);
  return {
    ...subject,
    earlierGrants: [...new Set([...ofLead, ...sameContest])].map((one) => ({
      planYear: one.planYear,
      class: one.classThen,
      contest: one.officialName,
      // Another lead's occupations say nothing about this one.
      occupations: ofLead.includes(one) ? (one.subject.occupations ?? []) : [],
    })),
    earlierEditions: ofLead.map((one) => ({
      year: one.planYear,
      occupations: (one.subject.occupations ?? []).map(({ name }) => name),
    })),
  };
}

const leadOf = ({ parties }: ClassSubject): string | null =>
  parties?.find(({ part }) => part === 'lead')?.name ?? null;
