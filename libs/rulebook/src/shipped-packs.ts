import { classStatus2018 } from './packs/class-status-2018.js';
import { classStatus2020 } from './packs/class-status-2020.js';
import { classStatus2023 } from './packs/class-status-2023.js';
import type { RulePack } from './rule-pack.js';

/** The packs that ship: national, in the order of their years. */
export const shippedPacks: readonly RulePack[] = [classStatus2018, classStatus2020, classStatus2023];

/** The shipped pack of a plan year; null before the first. */
export const shippedPackOf = (planYear: number): RulePack | null =>
  shippedPacks.filter(({ year }) => year <= planYear).at(-1) ?? null;
