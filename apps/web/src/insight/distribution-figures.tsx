import { Link } from 'react-router';
import { Bars } from './parts/bars.js';
import { Columns } from './parts/columns.js';
import { Figure } from './parts/figure.js';
import { ClausePopover } from '../parts/clause.js';
import { useLanguage, useSaid } from '../language/language.js';
import { useInsightText } from './words.js';
import { contestsPath, percentOf, type YearInsight } from './year-scope.js';

/** 行业分布, by section of GB/T 4754. */
export function IndustriesFigure({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const name = ({ code, name: said }: YearInsight['industries'][number]) =>
    code === 'none' ? t('none') : (said ?? code);
  return (
    <Figure
      title={t('industries.title')}
      note={year.notes.industries}
      empty={year.industries.length === 0 ? t('nothing') : undefined}
      table={{
        columns: [t('industries.column'), t('key.applications'), t('key.granted'), t('key.published')],
        rows: year.industries.map((row) => ({
          key: row.code,
          name: name(row),
          cells: [
            { value: row.applications, to: contestsPath(year, { industry: row.code }) },
            { value: row.granted, to: contestsPath(year, { industry: row.code, stage: 'granted' }) },
            { value: row.published, to: contestsPath(year, { industry: row.code, stage: 'published' }) },
          ],
        })),
      }}
    >
      <Bars
        bars={year.industries.map((row) => ({
          key: row.code,
          label: name(row),
          value: row.granted,
          whole: row.applications,
          said: t('industries.bar', {
            name: name(row),
            granted: row.granted,
            applications: row.applications,
          }),
          note: (
            <>
              {row.granted}
              <span className="quiet">{` / ${row.applications}`}</span>
            </>
          ),
          to: contestsPath(year, { industry: row.code }),
        }))}
      />
    </Figure>
  );
}

/** The words of a month of the plan year, or of what stands beside it. */
export function useMonthName(): (month: string) => string {
  const t = useInsightText();
  return (month) =>
    /^\d/.test(month) ? t('months.month', { month }) : t(`months.${month}` as 'months.none');
}

/** 决赛月份: finals of each month, and those that the rule asks to avoid. */
export function MonthsFigure({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const said = useSaid();
  const monthName = useMonthName();
  const language = useLanguage();
  const { items, avoided, inAvoided, dated, clause } = year.months;
  const line =
    clause && avoided.length > 0 && dated > 0 ? (
      <>
        <span aria-hidden="true">▲ </span>
        <Link to={contestsPath(year, { months: avoided.join(','), stage: 'granted' })}>
          {t('months.avoided', {
            months: avoided.join(language === 'en' ? ', ' : '、'),
            count: inAvoided,
            percent: percentOf(inAvoided, dated),
          })}
        </Link>{' '}
        <ClausePopover
          clause={{
            name: said(clause.article),
            text: said(clause.title),
            source: clause.source,
            verified: clause.verified,
          }}
        >
          {said(clause.title)}
        </ClausePopover>
        {clause.verified ? null : t('months.unverified')}
      </>
    ) : null;
  return (
    <Figure
      title={t('months.title')}
      note={year.notes.months}
      line={line}
      empty={year.totals.granted === 0 ? t('nothing') : undefined}
      table={{
        columns: [t('months.column'), t('class.one'), t('class.two'), t('class.none'), t('total')],
        rows: items.map(({ month, one, two, none, count }) => ({
          key: month,
          name: monthName(month),
          cells: [
            { value: one, to: contestsPath(year, { months: month, class: 'one', stage: 'granted' }) },
            { value: two, to: contestsPath(year, { months: month, class: 'two', stage: 'granted' }) },
            { value: none, to: contestsPath(year, { months: month, class: 'none', stage: 'granted' }) },
            { value: count, to: contestsPath(year, { months: month, stage: 'granted' }) },
          ],
        })),
      }}
    >
      <Columns
        columns={items.map(({ month, count }) => ({
          key: month,
          label: /^\d/.test(month) ? month : monthName(month),
          lower: count,
          upper: 0,
          flagged: avoided.includes(Number(month)),
          said: t('months.bar', { month: monthName(month), count }),
          ...(count > 0 ? { to: contestsPath(year, { months: month, stage: 'granted' }) } : {}),
        }))}
      />
    </Figure>
  );
}
