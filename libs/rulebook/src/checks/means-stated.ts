import type { Words } from '../rule-pack.js';
import type { Check, Verdict } from '../verdict.js';
import { evidenceOf, notStated, together } from '../verdict.js';
import { said } from '../words.js';

/** Experts and judges named in the application. */
export const peopleAtLeast: Check<'peopleAtLeast'> = (wanted, subject) => {
  const enough = (known: number | null, atLeast: number) =>
    atLeast === 0 ? 'passed' : known === null ? 'unknown' : known >= atLeast ? 'passed' : 'failed';
  const outcome = together([enough(subject.experts, wanted.experts), enough(subject.judges, wanted.judges)]);
  const evidence = [
    evidenceOf(said('专家', 'experts'), subject.experts ?? ''),
    evidenceOf(said('裁判员', 'judges'), subject.judges ?? ''),
  ];
  if (outcome === 'unknown')
    return { ...notStated(said('专家和裁判员队伍', 'experts and judges')), evidence };
  const figures = said(
    `专家 ${subject.experts ?? 0} 人，裁判员 ${subject.judges ?? 0} 人（至少 ${wanted.experts} 和 ${wanted.judges}）`,
    `${subject.experts ?? 0} experts and ${subject.judges ?? 0} judges (at least ${wanted.experts} and ${wanted.judges})`,
  );
  return outcome === 'passed'
    ? { outcome, message: said(`${figures.zh}。`, `${figures.en}.`), evidence }
    : { outcome, message: said(`${figures.zh}，人数不足。`, `${figures.en}: too few.`), evidence };
};

/** Money is there and its sources are named. */
export const fundingStated: Check<'fundingStated'> = (_none, { fundingStated: stated, means }) =>
  yesOrNo(
    stated,
    said('经费来源', 'funding'),
    {
      yes: said('已说明经费来源。', 'The funding is stated.'),
      no: said('没有落实经费来源。', 'No funding is stated.'),
    },
    means && [
      evidenceOf(
        said('经费总额', 'amount'),
        means.fundingYuan === null ? '' : said(`${means.fundingYuan} 元`, `${means.fundingYuan} yuan`),
      ),
      evidenceOf(said('来源数', 'sources'), means.fundingSources.length),
      ...listEvidence(said('经费来源', 'named sources'), means.fundingSources),
    ],
  );

/** A safe place with equipment is named. */
export const venueStated: Check<'venueStated'> = (_none, { venueStated: stated, means }) =>
  yesOrNo(
    stated,
    said('场所、设施和安全', 'the venue'),
    {
      yes: said('已说明场所、设施和安全条件。', 'Venue, equipment and safety are stated.'),
      no: said('没有说明符合安全健康要求的场所、设施。', 'No safe and equipped venue is stated.'),
    },
    means && [
      evidenceOf(said('地点', 'place'), means.venuePlace ?? ''),
      evidenceOf(said('设施', 'facilities'), means.venueFacilities ?? ''),
      evidenceOf(said('安全', 'safety'), means.venueSafety ?? ''),
    ],
  );

/** The applicant's business covers training, use and evaluation of skilled people. */
export const businessCovers: Check<'businessCovers'> = (_none, { businessCovers: stated, means }) =>
  yesOrNo(
    stated,
    said('申办主体业务范围', 'the applicant’s business'),
    {
      yes: said(
        '业务范围包含技能人才培养、使用、评价、激励。',
        'Its business covers the training, use, evaluation and reward of skilled people.',
      ),
      no: said(
        '业务范围不包含技能人才培养、使用、评价、激励。',
        'Its business does not cover the training, use, evaluation and reward of skilled people.',
      ),
    },
    means?.businessNote ? [evidenceOf(said('业务范围', 'business'), means.businessNote)] : [],
  );

/** With what the applicant stated: its yes or no, and the figures and texts behind it where they are known. */
function yesOrNo(
  stated: boolean | null,
  what: Words,
  words: { yes: Words; no: Words },
  evidence: Verdict['evidence'] = [],
): Verdict {
  if (stated === null) return notStated(what);
  return {
    outcome: stated ? 'passed' : 'failed',
    message: stated ? words.yes : words.no,
    evidence: [
      evidenceOf(said('申报单位填报', 'the applicant states'), stated ? said('是', 'yes') : said('否', 'no')),
      ...evidence,
    ],
  };
}

const listEvidence = (label: Words, names: readonly string[]): Verdict['evidence'] =>
  names.length > 0 ? [evidenceOf(label, names)] : [];
