import type { ClassSubject, SubjectOccupation } from '../class-subject.js';
import type { CheckParameters } from '../rule-pack.js';
import type { Check, Outcome } from '../verdict.js';
import { evidenceOf, notStated, together } from '../verdict.js';
import { documentKindInWords, listed, said } from '../words.js';

type Wanted = CheckParameters['documentsComplete']['documents'][number];
type Had = NonNullable<ClassSubject['documents']>;

/** These documents are there. What is asked of first-time occupations only, or of each occupation, is looked at one by one. */
export const documentsComplete: Check<'documentsComplete'> = ({ documents: wanted }, subject) => {
  if (!subject.documents) return notStated(said('申报材料', 'the documents'));
  const had = subject.documents;
  const judged = wanted.flatMap((one) => judge(one, had, subject));
  const outcome = together(judged.map((one) => one.outcome));
  const evidence = [
    evidenceOf(
      said('已附材料', 'attached'),
      had.map(({ kind, occupation }) => {
        const { zh, en } = documentKindInWords[kind];
        return occupation ? said(`${zh}（${occupation}）`, `${en} (${occupation})`) : said(zh, en);
      }),
    ),
  ];
  const named = (which: Outcome) =>
    listed([...new Set(judged.filter((one) => one.outcome === which).map(({ name }) => name))]);
  const namedEn = (which: Outcome) =>
    [...new Set(judged.filter((one) => one.outcome === which).map(({ nameEn }) => nameEn))].join(', ');
  if (outcome === 'failed')
    return {
      outcome,
      message: said(`缺少：${named('failed').zh}。`, `Missing: ${namedEn('failed')}.`),
      evidence,
    };
  if (outcome === 'unknown')
    return {
      outcome,
      message: said(
        `是否需要以下材料不明：${named('unknown').zh}。`,
        `Whether these are needed is not known: ${namedEn('unknown')}.`,
      ),
      evidence,
    };
  return { outcome, message: said('要求的申报材料齐全。', 'All documents asked for are there.'), evidence };
};

function judge(
  wanted: Wanted,
  had: Had,
  subject: ClassSubject,
): { name: string; nameEn: string; outcome: Outcome }[] {
  const words = documentKindInWords[wanted.kind];
  const ofKind = had.filter(({ kind }) => kind === wanted.kind);
  if (!wanted.perOccupation && !wanted.firstTimeOnly)
    return [{ name: words.zh, nameEn: words.en, outcome: ofKind.length > 0 ? 'passed' : 'failed' }];
  if (!wanted.perOccupation && ofKind.length > 0) return [];
  const occupations = subject.occupations ?? [];
  const judged = occupations.map((occupation) => {
    const covered = ofKind.some(
      (one) => one.occupation === occupation.name || (one.occupation === null && occupations.length === 1),
    );
    return {
      name: `${words.zh}（${occupation.name}）`,
      nameEn: `${words.en} (${occupation.name})`,
      outcome: covered ? ('passed' as const) : neededFor(wanted, occupation),
    };
  });
  const unseen = subject.occupations !== null && subject.occupationsComplete;
  return unseen ? judged : [...judged, { name: words.zh, nameEn: words.en, outcome: 'unknown' as const }];
}

/** The outcome where it is not there. A copy of a standard is not asked for where there is none. */
function neededFor(wanted: Wanted, { heldBefore, standardExists }: SubjectOccupation): Outcome {
  if (wanted.firstTimeOnly && heldBefore) return 'passed';
  if (wanted.kind === 'standard' && standardExists === false) return 'passed';
  if (wanted.firstTimeOnly && heldBefore === null) return 'unknown';
  return wanted.kind === 'standard' && standardExists === null ? 'unknown' : 'failed';
}
