import type { Criterion, SchemeTree, SubCriterion } from '@luban/scoring';

/** What a sub-criterion is out of, in hundredths. */
export const subSum = ({ aspects }: SubCriterion): number =>
  aspects.reduce((sum, { maxHundredths }) => sum + maxHundredths, 0);

/** What a criterion is out of, in hundredths. */
export const criterionSum = ({ subCriteria }: Criterion): number =>
  subCriteria.reduce((sum, sub) => sum + subSum(sub), 0);

export const treeCounts = (tree: SchemeTree) => ({
  criteria: tree.criteria.length,
  subCriteria: tree.criteria.reduce((sum, { subCriteria }) => sum + subCriteria.length, 0),
  aspects: tree.criteria.reduce(
    (sum, { subCriteria }) => sum + subCriteria.reduce((inner, { aspects }) => inner + aspects.length, 0),
    0,
  ),
});
