import { formatMark } from './decimal.js';
import type { SchemeTree } from './scheme.js';
import type { Said } from './scoring-error.js';

/** One fault of a marking scheme. A blocking one keeps the scheme from being used for marking. */
export interface SchemeFinding {
  code: SchemeFindingCode;
  severity: 'warning' | 'blocking';
  /** What it is about: an aspect id, a sub-criterion's or criterion's code, a section's number; null = the whole. */
  at: string | null;
  message: Said;
}

export type SchemeFindingCode =
  | 'total-not-100'
  | 'no-aspects'
  | 'section-deviates'
  | 'section-unknown'
  | 'section-weights-not-100'
  | 'criterion-deviates'
  | 'criteria-count'
  | 'sub-criterion-empty'
  | 'duplicate-id'
  | 'descriptors-missing'
  | 'zero-max'
  | 'bad-max';

export interface SchemeCheckOptions {
  /** Points by which a section's marks may differ from its weight; 500 = ±5.00 (DOMAIN.md 5, V, a warning only). */
  sectionToleranceHundredths?: number;
  /** What a scheme must sum to; 10000 = 100.00. */
  totalHundredths?: number;
}

/** Marks per standard section as summed from the aspects; aspects without a section are under null. */
export function marksBySection(tree: SchemeTree): Map<string | null, number> {
  const marks = new Map<string | null, number>();
  for (const aspect of aspectsOf(tree))
    marks.set(aspect.section, (marks.get(aspect.section) ?? 0) + aspect.maxHundredths);
  return marks;
}

/** What a scheme is out of: the sum of its aspects, never a sum the sheet states. Hundredths. */
export function schemeMaxHundredths(tree: SchemeTree): number {
  let sum = 0;
  for (const aspect of aspectsOf(tree)) sum += aspect.maxHundredths;
  return sum;
}

/** All aspects in the scheme's order. */
export function* aspectsOf(tree: SchemeTree) {
  for (const criterion of tree.criteria) for (const sub of criterion.subCriteria) yield* sub.aspects;
}

/**
 * Holds a scheme against the rules of DOMAIN.md 5: total 100.00, sections within ±5 points of their weight, 5 to 9
 * criteria, four descriptors per judgement aspect, every id once. Changes nothing; the same tree gives the same
 * findings in the same order (the whole first, then top to bottom).
 */
export function checkScheme(tree: SchemeTree, options: SchemeCheckOptions = {}): SchemeFinding[] {
  const findings: SchemeFinding[] = [];
  checkTotal(tree, options.totalHundredths ?? 10_000, findings);
  checkSections(tree, options.sectionToleranceHundredths ?? 500, findings);
  checkCriteria(tree, findings);
  checkAspects(tree, findings);
  return findings;
}

function checkTotal(tree: SchemeTree, expected: number, findings: SchemeFinding[]): void {
  if (aspectsOf(tree).next().done) {
    findings.push({
      code: 'no-aspects',
      severity: 'blocking',
      at: null,
      message: { zh: '评分方案没有任何评分点。', en: 'The scheme has no aspects.' },
    });
    return;
  }
  const total = schemeMaxHundredths(tree);
  if (total === expected) return;
  findings.push({
    code: 'total-not-100',
    severity: 'blocking',
    at: null,
    message: {
      zh: `各评分点配分合计 ${formatMark(total)},应为 ${formatMark(expected)}。`,
      en: `The aspects sum to ${formatMark(total)}, not ${formatMark(expected)}.`,
    },
  });
}

function checkSections(tree: SchemeTree, tolerance: number, findings: SchemeFinding[]): void {
  if (tree.sections.length === 0) return;
  const marks = marksBySection(tree);
  let weights = 0;
  for (const section of tree.sections) {
    weights += section.weightHundredths;
    const given = marks.get(section.number) ?? 0;
    if (Math.abs(given - section.weightHundredths) <= tolerance) continue;
    findings.push({
      code: 'section-deviates',
      severity: 'warning',
      at: section.number,
      message: {
        zh: `标准分项 ${section.number} 权重 ${formatMark(section.weightHundredths)},实配 ${formatMark(given)},偏差超过 ±${formatMark(tolerance)} 分。`,
        en: `Section ${section.number} weighs ${formatMark(section.weightHundredths)} but carries ${formatMark(given)}: more than ±${formatMark(tolerance)} points apart.`,
      },
    });
  }
  if (weights !== 10_000)
    findings.push({
      code: 'section-weights-not-100',
      severity: 'warning',
      at: null,
      message: {
        zh: `标准分项权重合计 ${formatMark(weights)},应为 100.00。`,
        en: `The section weights sum to ${formatMark(weights)}, not 100.00.`,
      },
    });
}

function checkCriteria(tree: SchemeTree, findings: SchemeFinding[]): void {
  const count = tree.criteria.length;
  if (count < 5 || count > 9)
    findings.push({
      code: 'criteria-count',
      severity: 'warning',
      at: null,
      message: {
        zh: `共有 ${count} 个评分项,通常为 5 至 9 个。`,
        en: `There are ${count} criteria; 5 to 9 are usual.`,
      },
    });
  for (const criterion of tree.criteria) {
    let sum = 0;
    for (const sub of criterion.subCriteria) for (const aspect of sub.aspects) sum += aspect.maxHundredths;
    if (criterion.declaredHundredths !== null && criterion.declaredHundredths !== sum)
      findings.push({
        code: 'criterion-deviates',
        severity: 'warning',
        at: criterion.code,
        message: {
          zh: `评分项 ${criterion.code} 声明 ${formatMark(criterion.declaredHundredths)} 分,各评分点合计 ${formatMark(sum)} 分。`,
          en: `Criterion ${criterion.code} declares ${formatMark(criterion.declaredHundredths)} but its aspects sum to ${formatMark(sum)}.`,
        },
      });
  }
}

function checkAspects(tree: SchemeTree, findings: SchemeFinding[]): void {
  const sections = new Set(tree.sections.map((section) => section.number));
  const seen = new Set<string>();
  const once = (id: string): void => {
    if (seen.has(id))
      findings.push({
        code: 'duplicate-id',
        severity: 'blocking',
        at: id,
        message: { zh: `编号 ${id} 重复。`, en: `The code ${id} is used more than once.` },
      });
    seen.add(id);
  };
  for (const criterion of tree.criteria) {
    once(criterion.code);
    for (const sub of criterion.subCriteria) {
      once(sub.code);
      if (sub.aspects.length === 0)
        findings.push({
          code: 'sub-criterion-empty',
          severity: 'warning',
          at: sub.code,
          message: { zh: `子项 ${sub.code} 没有评分点。`, en: `Sub-criterion ${sub.code} has no aspects.` },
        });
      for (const aspect of sub.aspects) {
        once(aspect.id);
        checkMax(aspect.id, aspect.maxHundredths, findings);
        if (aspect.kind === 'judgement') checkDescriptors(aspect.id, aspect.descriptors, findings);
        if (sections.size > 0 && (aspect.section === null || !sections.has(aspect.section)))
          findings.push({
            code: 'section-unknown',
            severity: 'warning',
            at: aspect.id,
            message: {
              zh: `评分点 ${aspect.id} 没有归入已列出的标准分项(${aspect.section ?? '空'})。`,
              en: `Aspect ${aspect.id} belongs to no listed section (${aspect.section ?? 'none'}).`,
            },
          });
      }
    }
  }
}

function checkMax(id: string, maxHundredths: number, findings: SchemeFinding[]): void {
  if (maxHundredths === 0)
    findings.push({
      code: 'zero-max',
      severity: 'warning',
      at: id,
      message: { zh: `评分点 ${id} 配分为 0.00。`, en: `Aspect ${id} carries 0.00.` },
    });
  else if (maxHundredths < 0 || !Number.isSafeInteger(maxHundredths))
    findings.push({
      code: 'bad-max',
      severity: 'blocking',
      at: id,
      message: { zh: `评分点 ${id} 的配分无效。`, en: `Aspect ${id} has an invalid maximum mark.` },
    });
}

function checkDescriptors(id: string, descriptors: string[], findings: SchemeFinding[]): void {
  const written = descriptors.filter((text) => text.trim() !== '').length;
  if (descriptors.length === 4 && written === 4) return;
  findings.push({
    code: 'descriptors-missing',
    severity: 'warning',
    at: id,
    message: {
      zh: `评价类评分点 ${id} 应有 0–3 四级描述,现有 ${written} 条。`,
      en: `Judgement aspect ${id} needs four descriptors (0–3); ${written} are written.`,
    },
  });
}
