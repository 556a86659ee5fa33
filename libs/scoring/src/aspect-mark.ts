import { measuredMark } from './calculation.js';
import type { EnteredValue } from './calculation.js';
import { formatMark, markOrNull } from './decimal.js';
import type { PanelRule } from './panel-rule.js';
import { multiply, roundHalfUp, showRatio, whole } from './ratio.js';
import type { Ratio } from './ratio.js';
import type { Aspect } from './scheme.js';
import type { Said } from './scoring-error.js';

/**
 * `unmarked` nothing entered; `incomplete` some judges missing; `spread` the scores lie too far apart and must be given
 * again; `invalid` a value that cannot be one; `marked`. Only `marked` has a mark: no other state ever counts as zero.
 */
export type AspectState = 'unmarked' | 'incomplete' | 'spread' | 'invalid' | 'marked';

export interface AspectMark {
  aspect: string;
  state: AspectState;
  /** Rounded half up to hundredths; null unless marked. */
  markHundredths: number | null;
  /** The mark before rounding, in hundredths; null unless marked. */
  exact: Ratio | null;
  /** Difference between the highest and lowest score given, where there are at least two. */
  spread: number | null;
  problem: Said | null;
  /** From what was entered to the mark, in order. */
  steps: AspectStep[];
}

/** One line of an aspect's arithmetic as a screen may show it; values are for reading only. */
export interface AspectStep {
  step: 'entered' | 'dropped' | 'mean' | 'calculation' | 'rounded';
  value: string;
}

/** `steps`: with the arithmetic to show; `marks`: the marks alone. */
export type Detail = 'steps' | 'marks';

type MarkedAspect = Pick<Aspect, 'id' | 'kind' | 'maxHundredths' | 'calculation'>;

/**
 * The mark of one aspect from what was entered: one agreed value for a measurement, one score per judge for a judgement
 * (null or blank = not yet given). Judgement: mean of the scores kept / 3 × max, so (2,3,2) of 2.00 → 1.56 and
 * (2,2,1) → 1.11 (DOMAIN.md 5, V). The spread looks at all scores, dropped ones included. With detail `marks` the steps
 * are left out, for totals of many entries.
 */
export function aspectMark(
  aspect: MarkedAspect,
  values: readonly EnteredValue[],
  panel: PanelRule,
  detail: Detail = 'steps',
): AspectMark {
  const given = values.filter((value) => !isBlank(value)) as Exclude<EnteredValue, null>[];
  if (given.length === 0) return notMarked(aspect, 'unmarked');
  return aspect.kind === 'measurement'
    ? measurement(aspect, given, detail)
    : judgement(aspect, given, panel, detail);
}

/** The arithmetic alone, for code that has checked its values: null unless marked. Hundredths, half up. */
export function computeAspectMark(
  aspect: MarkedAspect,
  values: readonly EnteredValue[],
  panel: PanelRule,
): number | null {
  return aspectMark(aspect, values, panel, 'marks').markHundredths;
}

function measurement(aspect: MarkedAspect, given: Exclude<EnteredValue, null>[], detail: Detail): AspectMark {
  if (given.length > 1)
    return notMarked(aspect, 'invalid', {
      zh: `测量评分点 ${aspect.id} 只取一个商定的值,收到 ${given.length} 个。`,
      en: `Measurement ${aspect.id} takes one agreed value; got ${given.length}.`,
    });
  const entered = given[0] as Exclude<EnteredValue, null>;
  const measured = measuredMark(aspect.calculation, aspect.maxHundredths, entered);
  if ('problem' in measured) return notMarked(aspect, 'invalid', measured.problem);
  const steps: AspectStep[] =
    detail === 'marks'
      ? []
      : [
          { step: 'entered', value: String(entered) },
          { step: 'calculation', value: aspect.calculation?.type ?? 'FULL_OR_ZERO' },
        ];
  return marked(aspect, measured.mark, null, steps, detail);
}

function judgement(
  aspect: MarkedAspect,
  given: Exclude<EnteredValue, null>[],
  panel: PanelRule,
  detail: Detail,
): AspectMark {
  if (given.length > panel.judges)
    return notMarked(aspect, 'invalid', {
      zh: `评价评分点 ${aspect.id} 应有 ${panel.judges} 名裁判打分,收到 ${given.length} 个。`,
      en: `Judgement ${aspect.id} takes ${panel.judges} judges' scores; got ${given.length}.`,
    });
  /** Steps 0–3, or hundredths where judges give marks. */
  const scores: number[] = [];
  for (const value of given) {
    const score = panel.scores === 'zeroToThree' ? stepScore(value) : markScore(value, aspect.maxHundredths);
    if (score === null) return notMarked(aspect, 'invalid', notAScore(aspect, panel));
    scores.push(score);
  }
  scores.sort((a, b) => a - b);
  const perUnit = panel.scores === 'marks' ? 100 : 1;
  const spread = scores.length < 2 ? null : ((scores.at(-1) as number) - (scores[0] as number)) / perUnit;
  const steps: AspectStep[] =
    detail === 'marks' ? [] : [{ step: 'entered', value: given.map(String).join(', ') }];
  if (panel.spreadFrom !== null && spread !== null && spread >= panel.spreadFrom)
    return { ...notMarked(aspect, 'spread'), spread, steps };
  if (scores.length < panel.judges) return { ...notMarked(aspect, 'incomplete'), spread, steps };
  const kept = scores.slice(panel.dropLowest, scores.length - panel.dropHighest);
  const average: Ratio = { n: BigInt(kept.reduce((sum, score) => sum + score, 0)), d: BigInt(kept.length) };
  if (detail === 'steps') {
    const show = (score: Ratio): string => showRatio({ n: score.n, d: score.d * BigInt(perUnit) });
    const dropped = [
      ...scores.slice(0, panel.dropLowest),
      ...scores.slice(scores.length - panel.dropHighest),
    ];
    if (kept.length < scores.length)
      steps.push({ step: 'dropped', value: dropped.map((score) => show(whole(score))).join(', ') });
    steps.push({ step: 'mean', value: show(average) });
  }
  const exact =
    panel.scores === 'marks' ? average : multiply(average, { n: BigInt(aspect.maxHundredths), d: 3n });
  return marked(aspect, exact, spread, steps, detail);
}

function marked(
  aspect: MarkedAspect,
  exact: Ratio,
  spread: number | null,
  steps: AspectStep[],
  detail: Detail,
): AspectMark {
  const markHundredths = roundHalfUp(exact);
  if (detail === 'steps') steps.push({ step: 'rounded', value: formatMark(markHundredths) });
  return { aspect: aspect.id, state: 'marked', markHundredths, exact, spread, problem: null, steps };
}

function notMarked(aspect: MarkedAspect, state: AspectState, problem: Said | null = null): AspectMark {
  return { aspect: aspect.id, state, markHundredths: null, exact: null, spread: null, problem, steps: [] };
}

/** 0–3 as an integer or its digit; anything else is no score. */
function stepScore(value: Exclude<EnteredValue, null>): number | null {
  if (typeof value === 'boolean') return null;
  const text = String(value).trim();
  return /^[0-3]$/.test(text) ? Number(text) : null;
}

function markScore(value: Exclude<EnteredValue, null>, maxHundredths: number): number | null {
  if (typeof value === 'boolean') return null;
  const hundredths = markOrNull(String(value).trim());
  return hundredths === null || hundredths > maxHundredths ? null : hundredths;
}

function notAScore(aspect: MarkedAspect, panel: PanelRule): Said {
  return panel.scores === 'zeroToThree'
    ? {
        zh: `评价评分点 ${aspect.id} 的打分须为 0、1、2 或 3。`,
        en: `A score for judgement ${aspect.id} is 0, 1, 2 or 3.`,
      }
    : {
        zh: `评价评分点 ${aspect.id} 的打分须在 0.00 与配分之间。`,
        en: `A score for judgement ${aspect.id} lies between 0.00 and the maximum.`,
      };
}

function isBlank(value: EnteredValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}
