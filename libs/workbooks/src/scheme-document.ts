import {
  aspectsOf,
  formatMark,
  marksBySection,
  schemeMaxHundredths,
  type Criterion,
  type SchemeTree,
} from '@luban/scoring';
import type { SchemeReading } from './read-cis-scheme.js';

/** `luban.scheme/1`, as docs/formats.md describes it. Marks are decimal strings of two places, summed from the aspects. */
export interface SchemeDocument {
  format: 'luban.scheme/1';
  /** `declared` is what the sheet states for the criterion, null when it states nothing. */
  criteria: { code: string; name: string; marks: string; declared: string | null }[];
  sections: { number: string; name: string; weight: string; marks: string }[];
  aspects: { measurement: number; judgement: number; total: number };
  total: string;
  calculations: number;
  findings: {
    code: string;
    severity: 'warning' | 'blocking';
    cell: string;
    message: string;
    messageZh: string;
  }[];
  scheme: SchemeTree;
}

export function schemeDocument({ tree, calculations, findings }: SchemeReading): SchemeDocument {
  const counts = { measurement: 0, judgement: 0, total: 0 };
  for (const { kind } of aspectsOf(tree)) {
    counts[kind]++;
    counts.total++;
  }
  const bySection = marksBySection(tree);
  return {
    format: 'luban.scheme/1',
    criteria: tree.criteria.map((criterion) => ({
      code: criterion.code,
      name: criterion.name,
      marks: formatMark(marksOf(criterion)),
      declared: criterion.declaredHundredths === null ? null : formatMark(criterion.declaredHundredths),
    })),
    sections: tree.sections.map(({ number, name, weightHundredths }) => ({
      number,
      name,
      weight: formatMark(weightHundredths),
      marks: formatMark(bySection.get(number) ?? 0),
    })),
    aspects: counts,
    total: formatMark(schemeMaxHundredths(tree)),
    calculations,
    findings: findings.map(({ code, severity, cell, message }) => ({
      code,
      severity,
      cell,
      message: message.en,
      messageZh: message.zh,
    })),
    scheme: tree,
  };
}

function marksOf({ subCriteria }: Criterion): number {
  let sum = 0;
  for (const { aspects } of subCriteria) for (const { maxHundredths } of aspects) sum += maxHundredths;
  return sum;
}

/** True when the scheme cannot be used as it is: the command then ends with 1. */
export function isBlocked({ findings }: Pick<SchemeReading, 'findings'>): boolean {
  return findings.some(({ severity }) => severity === 'blocking');
}
