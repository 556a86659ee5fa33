import { formatMark } from '@luban/scoring';
import type { ImplausibleDto } from './marking-desk.dto.js';

/** A finished form as this looks at it. */
export interface FinishedForm {
  formId: string;
  workCode: string;
  subCriterionCode: string;
  totalHundredths: number;
  maxHundredths: number;
}

/** A number measured on a form. */
export interface MeasuredValue {
  formId: string;
  workCode: string;
  subCriterionCode: string;
  aspectCode: string;
  value: string;
}

/** With fewer works nothing is far from the others. */
const worksMin = 5;
/** A total nearer to the median than this share of the maximum is no outlier, however close the others lie together. */
const shareMin = 0.1;
/** 1.4826 · MAD is the standard deviation of a normal sample; three of them away is worth a second look. */
const distanceMax = 3;

/**
 * What a chief judge should look at twice: a form that comes to nothing, and totals or measured values more than three
 * scaled MADs from the median of the same sub-criterion or aspect. A hint, never a refusal: the outlier may be the
 * winner.
 */
export function implausible(
  forms: readonly FinishedForm[],
  values: readonly MeasuredValue[],
): ImplausibleDto[] {
  const found: ImplausibleDto[] = forms
    .filter(({ totalHundredths }) => totalHundredths === 0)
    .map(({ totalHundredths, maxHundredths: _max, ...form }) => ({
      ...form,
      kind: 'allZero',
      aspectCode: null,
      value: formatMark(totalHundredths),
      median: null,
      distance: null,
    }));
  for (const group of groups(forms, ({ subCriterionCode }) => subCriterionCode)) {
    const totals = group.map(({ totalHundredths }) => totalHundredths);
    for (const { index, median, distance } of outliers(totals)) {
      const { totalHundredths, maxHundredths, ...form } = group[index] as FinishedForm;
      if (totalHundredths === 0 || Math.abs(totalHundredths - median) < shareMin * maxHundredths) continue;
      const value = formatMark(totalHundredths);
      found.push({
        ...form,
        kind: 'totalOutlier',
        aspectCode: null,
        value,
        median: formatMark(Math.round(median)),
        distance,
      });
    }
  }
  for (const group of groups(values, ({ aspectCode }) => aspectCode)) {
    for (const { index, median, distance } of outliers(group.map(({ value }) => Number(value)))) {
      const measured = group[index] as MeasuredValue;
      found.push({ ...measured, kind: 'valueOutlier', median: String(Number(median.toFixed(4))), distance });
    }
  }
  return found;
}

function outliers(values: readonly number[]): { index: number; median: number; distance: number }[] {
  if (values.length < worksMin) return [];
  const middle = medianOf(values);
  const mad = medianOf(values.map((value) => Math.abs(value - middle)));
  if (mad === 0) return [];
  return values.flatMap((value, index) => {
    const distance = Math.abs(value - middle) / (1.4826 * mad);
    return distance > distanceMax
      ? [{ index, median: middle, distance: Math.round(distance * 10) / 10 }]
      : [];
  });
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return [...found.values()];
}
