import type { Calculation } from '@luban/scoring';
import type { SeededRandom } from './seeded-random.js';

/** What the marks are made for. */
export interface MarkedAspect {
  id: string;
  kind: 'measurement' | 'judgement';
  maxHundredths: number;
  calculation: Calculation | null;
}

/** A plausible measured value for an aspect, from a maker of the given skill (0 to 1). */
export function measuredValue(aspect: MarkedAspect, skill: number, random: SeededRandom): string {
  const good = random.next() < 0.25 + 0.7 * skill;
  const calculation = aspect.calculation;
  switch (calculation?.type) {
    case 'NUMBER_COMPLETED': {
      const possible = Math.floor(Number(calculation.possible));
      return String(good ? random.whole(Math.ceil(possible / 2), possible) : random.whole(0, possible));
    }
    case 'CHOICE':
      return String(good ? 1 : random.whole(1, calculation.choices.length));
    case 'REGULAR_DIFFERENCE_DEDUCTION': {
      const steps = good ? random.whole(0, 1) : random.whole(1, 4);
      return plain(Number(calculation.target) + steps * Number(calculation.step));
    }
    case 'RANGED_SCORE': {
      const range = random.pick(calculation.ranges);
      const target = Number(calculation.target);
      return plain(good ? target : target - Number(range.lower));
    }
    default:
      return good ? '1' : '0';
  }
}

/** Three judges' scores that lie at most one apart, around the maker's skill. */
export function judgedScores(skill: number, judges: number, random: SeededRandom): string[] {
  const base = Math.max(0, Math.min(2, Math.round(skill * 3 - 0.5 + (random.next() - 0.5))));
  return Array.from({ length: judges }, () => String(base + (random.next() < 0.4 ? 1 : 0)));
}

/** At most four decimals, without trailing zeros. */
function plain(value: number): string {
  return String(Number(value.toFixed(4)));
}
