import { type Finding, finding } from '@luban/events';
import { defineMessages, type Said } from '@luban/platform';
import type { PlanVersion } from './annual-plan.entity.js';
import { planCodeOf } from './plan-code.js';
import { changesIn } from './plan-differences.js';
import type { PlanStanding } from './plan-standing.js';
import { comparison } from './plan-targets.js';

defineMessages({
  'approvals.plan-number-missing': {
    zh: '还没有登记发文字号。',
    en: 'The document number 发文字号 is not recorded.',
  },
  'approvals.plan-signer-missing': { zh: '还没有登记签发人。', en: 'The signer 签发人 is not recorded.' },
  'approvals.plan-date-missing': { zh: '还没有登记成文日期。', en: 'The date 成文日期 is not recorded.' },
  'approvals.plan-scan-missing': {
    zh: '还没有上传盖章扫描件。',
    en: 'The scan of the stamped document is not uploaded.',
  },
  'approvals.plan-scan-outdated': {
    zh: '盖章件对应的是修改前的名单（上传时核对码 {scanCode}，现在 {code}）。请重新打印用印稿盖章后上传，或改回原样。',
    en: 'The stamped scan belongs to what the notice said before (check code {scanCode}, now {code}). Print the copy again, have it stamped and attach it, or undo the change.',
  },
  'approvals.plan-number-used': {
    zh: '发文字号 {number} 已用于{year}年竞赛计划第 {version} 版。一个文号只对应一份文件，请核对。',
    en: 'Document number {number} belongs to version {version} of the plan of {year}. One number is one document: please check.',
  },
  'approvals.plan-date-before-last': {
    zh: '成文日期 {day} 早于上一版（{last}）。请核对。',
    en: 'The date {day} lies before that of the last version ({last}). Please check.',
  },
  'approvals.plan-facts-there': {
    zh: '发文字号 {number}，签发人 {signer}，成文日期 {day}，盖章扫描件已上传。',
    en: 'Document {number}, signed by {signer} on {day}, stamped scan uploaded.',
  },
  'approvals.plan-empty': {
    zh: '没有可公布的赛事：本年度还没有同意的申报。',
    en: 'There is nothing to publish: no application of this year is granted.',
  },
  'approvals.plan-unchanged': {
    zh: '与上一版相比没有变化，无需再公布。',
    en: 'Nothing differs from the last version: there is nothing to publish.',
  },
  'approvals.plan-changes': {
    zh: '将公布：新增 {added} 项，取消 {removed} 项，更正 {corrected} 项。',
    en: 'To be published: {added} added, {removed} removed, {corrected} corrected.',
  },
  'approvals.plan-note-missing': { zh: '还没有更正说明。', en: 'The correction has no note.' },
  'approvals.supplement-corrects': {
    zh: '增补中含有取消或更正的内容（{count} 项），应以更正公布。',
    en: 'This supplement removes or corrects something ({count}): that is a correction.',
  },
  'approvals.plan-undecided': {
    zh: '还有 {count} 份申报没有审核决定，公布后如同意须增补。',
    en: '{count} applications are still undecided; if granted later, they need a supplement.',
  },
  'approvals.plan-conditions-open': {
    zh: '有 {count} 项是有条件同意，条件尚未全部落实。',
    en: '{count} contests were granted with conditions that are not met yet.',
  },
  'approvals.plan-target-exceeded': {
    zh: '同意的数量多于目标。',
    en: 'More were granted than the target says.',
  },
  'approvals.plan-number-year': {
    zh: '发文字号的年份与成文日期（{day}）不是同一年，请核对。',
    en: 'The year in the document number is not that of its date ({day}). Please check.',
  },
});

/** The four facts without which a plan stays 拟稿, each with its name. */
export const planFacts: readonly {
  code: string;
  name: Said;
  isThere: (version: PlanVersion) => boolean;
}[] = [
  {
    code: 'approvals.plan-number-missing',
    name: { zh: '发文字号', en: 'document number' },
    isThere: ({ documentNumber }) => documentNumber !== null,
  },
  {
    code: 'approvals.plan-signer-missing',
    name: { zh: '签发人', en: 'signer' },
    isThere: ({ signer }) => signer !== null,
  },
  {
    code: 'approvals.plan-date-missing',
    name: { zh: '成文日期', en: 'date of the document' },
    isThere: ({ signedOn }) => signedOn !== null,
  },
  {
    code: 'approvals.plan-scan-missing',
    name: { zh: '盖章扫描件', en: 'stamped scan' },
    isThere: ({ scanHash }) => scanHash !== null,
  },
];

/** A published version of the same authority, of any year. */
export interface UsedNumber {
  documentNumber: string;
  year: number;
  version: number;
}

/**
 * What stands between a draft and its publication. A target exceeded or a decision outstanding only warns. `used`: the
 * published versions of the authority that bear the draft's document number.
 */
export function planFindings(
  version: PlanVersion,
  standing: PlanStanding,
  undecided: number,
  used: readonly UsedNumber[] = [],
): Finding[] {
  const missing = planFacts
    .filter(({ isThere }) => !isThere(version))
    .map(({ code }) => finding('blocking', code));
  const { documentNumber, signer, signedOn } = version;
  const facts =
    missing.length > 0
      ? missing
      : [finding('passed', 'approvals.plan-facts-there', { number: documentNumber, signer, day: signedOn })];
  const numberYear = /〔(\d{4})〕/.exec(documentNumber ?? '')?.[1];
  const differs = numberYear !== undefined && signedOn !== null && !signedOn.startsWith(numberYear);
  return [
    ...facts,
    ...conflicts(version, standing, used),
    ...(differs ? [finding('warning', 'approvals.plan-number-year', { day: signedOn })] : []),
    ...contents(version, standing),
    ...(undecided > 0 ? [finding('warning', 'approvals.plan-undecided', { count: undecided })] : []),
    ...openConditions(standing),
    ...targets(standing),
  ];
}

/** What contradicts what was stamped or published before. */
function conflicts(
  version: PlanVersion,
  { place, published, items }: PlanStanding,
  used: readonly UsedNumber[],
): Finding[] {
  const { scanHash, scanCode, signedOn } = version;
  const code = planCodeOf(place, version, items);
  const last = published?.signedOn ?? null;
  return [
    ...(scanHash !== null && scanCode !== code
      ? [finding('blocking', 'approvals.plan-scan-outdated', { scanCode: scanCode ?? '–', code })]
      : []),
    ...used
      .slice(0, 1)
      .map(({ documentNumber, year, version: earlier }) =>
        finding('blocking', 'approvals.plan-number-used', { number: documentNumber, year, version: earlier }),
      ),
    ...(signedOn !== null && last !== null && signedOn < last
      ? [finding('blocking', 'approvals.plan-date-before-last', { day: signedOn, last })]
      : []),
  ];
}

function contents({ kind, correctionNote }: PlanVersion, { items, lines }: PlanStanding): Finding[] {
  const changes = changesIn(items);
  const all = changes.added + changes.removed + changes.corrected;
  const findings: Finding[] = [];
  if (kind === 'plan' && lines.length === 0) findings.push(finding('blocking', 'approvals.plan-empty'));
  else if (all === 0) findings.push(finding('blocking', 'approvals.plan-unchanged'));
  else findings.push(finding('passed', 'approvals.plan-changes', { ...changes }));
  if (kind === 'correction' && !correctionNote?.trim())
    findings.push(finding('blocking', 'approvals.plan-note-missing'));
  const beyond = changes.removed + changes.corrected;
  if (kind === 'supplement' && beyond > 0)
    findings.push(finding('blocking', 'approvals.supplement-corrects', { count: beyond }));
  return findings;
}

function openConditions({ lines }: PlanStanding): Finding[] {
  const count = lines.filter((line) => line.openConditions > 0).length;
  return count > 0 ? [finding('warning', 'approvals.plan-conditions-open', { count })] : [];
}

function targets({ plan, lines }: PlanStanding): Finding[] {
  const pairs = [
    ['one', plan?.targetOne ?? null, '一类', 'Class one'],
    ['two', plan?.targetTwo ?? null, '二类', 'Class two'],
  ] as const;
  return pairs.flatMap(([of, target, zh, en]): Finding[] => {
    const granted = lines.filter((line) => line.class === of).length;
    if (target === null || granted <= target) return [];
    const words = comparison(target, granted);
    return [
      {
        ...finding('warning', 'approvals.plan-target-exceeded'),
        message: { zh: `${zh}${words.zh}。`, en: `${en}: ${words.en}.` },
      },
    ];
  });
}
