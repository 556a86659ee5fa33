import { contestClasses } from './plan-figures.js';
import type { ContestDto } from './year-insight.dto.js';

/**
 * Contests as the published lists have them: by authority and class, those with a published number by it, the others after
 * them in the order in which they were made.
 */
export const inPublishedOrder = (contests: readonly ContestDto[]): ContestDto[] =>
  [...contests].sort(
    (a, b) =>
      a.divisionCode.localeCompare(b.divisionCode) ||
      contestClasses.indexOf(a.class) - contestClasses.indexOf(b.class) ||
      (a.number ?? unnumbered) - (b.number ?? unnumbered) ||
      a.applicationId.localeCompare(b.applicationId),
  );

/** After every number that a list can give. */
const unnumbered = 1_000_000;
