import type { Check, Verdict } from '../verdict.js';
import { evidenceOf, notStated, together } from '../verdict.js';
import { listed, listedWords, organisationKindInWords, said } from '../words.js';
import type { ClassSubject } from '../class-subject.js';

const leadWords = said('牵头申办单位', 'lead applicant');

export const leadsOf = (subject: ClassSubject) =>
  subject.parties?.filter(({ part }) => part === 'lead') ?? [];

/** Who may be lead applicant. Being co-host 联合主办 is not looked at. */
export const applicantKinds: Check<'applicantKinds'> = ({ kinds }, subject) => {
  const leads = leadsOf(subject);
  if (leads.length === 0) return notStated(leadWords);
  const allowed = listedWords(kinds.map((kind) => organisationKindInWords[kind]));
  const evidence = [
    evidenceOf(
      leadWords,
      leads.map(({ name }) => name),
    ),
    evidenceOf(
      said('单位类别', 'kind of organisation'),
      leads.flatMap(({ kind }) => (kind === null ? [] : [organisationKindInWords[kind]])),
    ),
  ];
  const outcome = together(
    leads.map(({ kind }) => (kind === null ? 'unknown' : kinds.includes(kind) ? 'passed' : 'failed')),
  );
  const name = listed(leads.map((lead) => lead.name));
  return { outcome, evidence, message: messageOf() };

  function messageOf(): Verdict['message'] {
    const wrong = leads.find(({ kind }) => kind !== null && !kinds.includes(kind));
    if (wrong?.kind) {
      const kind = organisationKindInWords[wrong.kind];
      return said(
        `牵头申办单位${wrong.name}属于${kind.zh}；申办主体应为：${allowed.zh}。`,
        `The lead applicant ${wrong.name} is a ${kind.en}; an applicant is one of: ${allowed.en}.`,
      );
    }
    if (outcome === 'unknown')
      return said(
        `${name.zh}属于哪一类单位不明；申办主体应为：${allowed.zh}。`,
        `What kind of organisation ${name.en} is, is not known; an applicant is one of: ${allowed.en}.`,
      );
    return said(
      `牵头申办单位${name.zh}属于${allowed.zh}之列。`,
      `The lead applicant ${name.en} is one of: ${allowed.en}.`,
    );
  }
};
