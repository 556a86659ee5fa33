/** When the final was, as far as the text says it. */
export interface FinalDates {
  from: string | null;
  to: string | null;
}

const day = (year: string, month: string, date: string): string => `${year}-${month}-${date}`;
const lastDay: Record<string, string> = { '02': '28', '04': '30', '06': '30', '09': '30', '11': '30' };

/**
 * The days of the final in a published record: `2003-10-20..11-04 长春`, `2018-09 河北` (the whole month), `闭幕 2021-12-19`
 * (its last day only), several places with `;` between them. `规程 2021-09` is the date of a paper, not of the final. A
 * day without a year is of the plan year.
 */
export function finalDatesOf(text: string, planYear: number): FinalDates {
  const found = text
    .split(/[;；]/u)
    .filter((part) => !/规程|通知|初赛/u.test(part))
    .flatMap((part) => [datesOf(part, String(planYear))])
    .filter((dates) => dates !== null);
  const from = found.map((dates) => dates.from).filter((one) => one !== null);
  const to = found.map((dates) => dates.to).filter((one) => one !== null);
  return { from: from.sort()[0] ?? null, to: to.sort().at(-1) ?? null };
}

function datesOf(part: string, planYear: string): FinalDates | null {
  const span = /(?<![\d-])(?:(\d{4})-)?(\d{2})-(\d{2})\.\.(?:(\d{4})-)?(?:(\d{2})-)?(\d{2})(?!\d)/u.exec(
    part,
  );
  if (span) {
    const [, year = planYear, month = '', date = '', toYear = year, toMonth = month, toDate = ''] = span;
    return { from: day(year, month, date), to: day(toYear, toMonth, toDate) };
  }
  const single = /(\d{4})-(\d{2})-(\d{2})/u.exec(part);
  if (single) {
    const on = day(single[1] ?? '', single[2] ?? '', single[3] ?? '');
    return /闭幕/u.test(part) ? { from: null, to: on } : { from: on, to: on };
  }
  const months = /(\d{4})-(\d{2})(?:\.\.(\d{2}))?(?![-\d])/u.exec(part);
  if (!months) return null;
  const [, year = '', month = '', toMonth = month] = months;
  return { from: day(year, month, '01'), to: day(year, toMonth, lastDay[toMonth] ?? '31') };
}
