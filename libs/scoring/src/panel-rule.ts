/** How the scores of several judges become one mark for a judgement aspect. */
export interface PanelRule {
  /** How many judges score; with fewer the aspect is not marked. */
  judges: number;
  dropHighest: number;
  dropLowest: number;
  /** `zeroToThree`: steps 0–3 against four descriptors. `marks`: each judge gives a mark from 0.00 to the maximum. */
  scores: 'zeroToThree' | 'marks';
  /** A difference from this many steps on must be discussed and scored again; null where the rule knows none. */
  spreadFrom: number | null;
}

/** WorldSkills (DOMAIN.md 5, V): mean of three / 3 × max = sum / 9 × max; a spread of 2 or more is re-scored. */
export const MEAN_OF_THREE: PanelRule = {
  judges: 3,
  dropHighest: 0,
  dropLowest: 0,
  scores: 'zeroToThree',
  spreadFrom: 2,
};

/**
 * Chinese panels (DOMAIN.md 5, V~, S46): five judges, one highest and one lowest dropped, mean of the rest. Here on
 * the steps 0–3; a contest whose judges give marks sets `scores: 'marks'`. The dropping stands in for the spread rule.
 */
export const TRIMMED_MEAN_OF_FIVE: PanelRule = {
  judges: 5,
  dropHighest: 1,
  dropLowest: 1,
  scores: 'zeroToThree',
  spreadFrom: null,
};
