import { formatMark } from './decimal.js';
import { byEntry } from './standing.js';
import type { Standing } from './standing.js';
import type { Warnings } from './warning.js';

/** Warns of what keeps totals from being known or makes them differ from what was given. Entries by name. */
export function warnOfMarks(group: string | null, members: readonly Standing[], warnings: Warnings): void {
  const named = (those: readonly Standing[]): string[] =>
    those.map((standing) => standing.input.entry).sort();
  const setAside = members.filter(
    ({ state, input, total }) =>
      state === 'status' && (total.totalHundredths !== null || input.scaledScore !== null),
  );
  if (setAside.length > 0)
    warnings.add(
      'marks-set-aside',
      {
        zh: `${setAside.length} 个参赛单元因状态(缺考、弃权、退赛或取消成绩)不排名,所给分数不采用。`,
        en: `${setAside.length} entries are not placed because of their status; the marks given for them are set aside.`,
      },
      { group, entries: named(setAside) },
    );
  for (const standing of members.filter(({ state }) => state === 'notMarked').sort(byEntry)) {
    const { openAspects, missingParts } = standing.total;
    const entries = [standing.input.entry];
    const spreads = openAspects.filter((mark) => mark.state === 'spread').map((mark) => mark.aspect);
    const unmarked = openAspects.filter((mark) => mark.state !== 'spread').map((mark) => mark.aspect);
    if (spreads.length > 0)
      warnings.add(
        'spread-open',
        {
          zh: `${standing.input.entry}:${listed(spreads, '、')} 裁判分差过大,须讨论后重新打分。`,
          en: `${standing.input.entry}: the scores for ${listed(spreads, ', ')} lie too far apart and must be given again.`,
        },
        { group, entries },
      );
    if (unmarked.length > 0)
      warnings.add(
        'not-marked',
        {
          zh: `${standing.input.entry}:${listed(unmarked, '、')} 未评完,总分未知(不是零分)。`,
          en: `${standing.input.entry}: ${listed(unmarked, ', ')} not fully marked; the total is unknown, not zero.`,
        },
        { group, entries },
      );
    if (openAspects.length + missingParts.length === 0)
      warnings.add(
        'not-marked',
        {
          zh: `${standing.input.entry}:尚无总分(不是零分)。`,
          en: `${standing.input.entry}: no total yet; it is unknown, not zero.`,
        },
        { group, entries },
      );
    if (missingParts.length > 0 && openAspects.length === 0)
      warnings.add(
        'part-missing',
        {
          zh: `${standing.input.entry}:缺少 ${listed(missingParts, '、')},总分未知(不是零分)。`,
          en: `${standing.input.entry}: ${listed(missingParts, ', ')} missing; the total is unknown, not zero.`,
        },
        { group, entries },
      );
  }
  const differing = members.filter(
    ({ input, total }) =>
      total.recomputedHundredths !== null && total.recomputedHundredths !== input.totalHundredths,
  );
  for (const { input, total } of differing.sort(byEntry)) {
    const used = total.from === 'total' ? input.totalHundredths : total.recomputedHundredths;
    warnings.add(
      'total-differs',
      {
        zh: `${input.entry}:所给总分 ${formatMark(input.totalHundredths as number)},由分项算得 ${formatMark(total.recomputedHundredths as number)};采用 ${formatMark(used as number)}。`,
        en: `${input.entry}: the total given is ${formatMark(input.totalHundredths as number)}, the marks give ${formatMark(total.recomputedHundredths as number)}; ${formatMark(used as number)} is used.`,
      },
      { group, entries: [input.entry] },
    );
  }
}

/** The first eight, then how many more. */
function listed(names: readonly string[], comma: string): string {
  const shown = names.slice(0, 8).join(comma);
  return names.length > 8 ? `${shown} … (${names.length})` : shown;
}
