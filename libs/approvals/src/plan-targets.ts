import type { Said } from '@luban/platform';
import type { PlanClassCountDto } from './plan-reply.dto.js';

/** What the counting of a plan needs. */
export interface PlanFigures {
  targetOne: number | null;
  targetTwo: number | null;
  lines: readonly { class: 'one' | 'two' | null }[];
  listed: readonly { class: 'one' | 'two' | null }[];
  undecided: readonly { class: 'one' | 'two' | null }[];
  /** Whether the level always has both classes. */
  bothClasses: boolean;
}

/** Target against granted, by class (DOMAIN.md 1: targets are "about N"; 2021 planned 70 of class two and approved 77). */
export function classCounts(figures: PlanFigures): PlanClassCountDto[] {
  const { targetOne, targetTwo, lines, listed, undecided, bothClasses } = figures;
  const of = (rows: readonly { class: 'one' | 'two' | null }[], wanted: 'one' | 'two' | null) =>
    rows.filter((row) => row.class === wanted).length;
  const all = [...lines, ...listed, ...undecided];
  const shown = ([null, 'one', 'two'] as const).filter(
    (wanted) =>
      of(all, wanted) > 0 ||
      (wanted === 'one' && (bothClasses || targetOne !== null)) ||
      (wanted === 'two' && (bothClasses || targetTwo !== null)),
  );
  return [...(shown.length === 0 ? ([null] as const) : shown)]
    .sort((a, b) => order(a) - order(b))
    .map((wanted) => {
      const target = wanted === 'one' ? targetOne : wanted === 'two' ? targetTwo : null;
      const granted = of(lines, wanted);
      return {
        class: wanted,
        target,
        granted,
        published: of(listed, wanted),
        undecided: of(undecided, wanted),
        words: comparison(target, granted),
      };
    });
}

/** Target against granted in words. Exceeding a target is said, and hinders nothing. */
export function comparison(target: number | null, granted: number): Said {
  if (target === null) return { zh: `已同意 ${granted} 项`, en: `${granted} granted` };
  if (granted > target)
    return {
      zh: `已同意 ${granted} 项，比目标（约 ${target} 项）多 ${granted - target} 项；目标为约数，不妨碍公布`,
      en: `${granted} granted, ${granted - target} more than the target of about ${target}; a target hinders nothing`,
    };
  if (granted === target)
    return {
      zh: `已同意 ${granted} 项，与目标（约 ${target} 项）相符`,
      en: `${granted} granted, as the target of about ${target} says`,
    };
  return {
    zh: `已同意 ${granted} 项，比目标（约 ${target} 项）少 ${target - granted} 项`,
    en: `${granted} granted, ${target - granted} fewer than the target of about ${target}`,
  };
}

const order = (of: 'one' | 'two' | null): number => (of === 'one' ? 1 : of === 'two' ? 2 : 3);
