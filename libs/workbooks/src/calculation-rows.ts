import type { Calculation } from '@luban/scoring';

/** Numbers the calculations of a scheme from 1 for a sheet that lists them; equal ones share a row. */
export class CalculationRows {
  readonly rows: Calculation[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(calculation: Calculation): number {
    const key = JSON.stringify(calculation);
    const number = this.#numbers.get(key) ?? this.rows.push(calculation);
    this.#numbers.set(key, number);
    return number;
  }
}
