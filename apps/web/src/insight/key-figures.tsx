import { Link } from 'react-router';
import { formatCount } from '../language/format.js';
import { useInsightText } from './words.js';
import { contestsPath, type YearInsight } from './year-scope.js';

/** The few numbers of the year, each leading to what it counts. */
export function KeyFigures({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const { totals, before, record } = year;
  const all = year.participation.find((row) => row.class === 'all');
  const change = (now: number, then: number | undefined) =>
    then === undefined
      ? t('key.noBefore')
      : now === then
        ? t('key.same')
        : t(now > then ? 'key.more' : 'key.less', { count: formatCount(Math.abs(now - then)) });
  const held = contestsPath(year, { stage: 'held' });
  const figures = [
    {
      key: 'applications',
      count: totals.applications,
      to: contestsPath(year, {}),
      line: change(totals.applications, before?.applications),
    },
    {
      key: 'granted',
      count: totals.granted,
      to: contestsPath(year, { stage: 'granted' }),
      line: change(totals.granted, before?.granted),
    },
    {
      key: 'published',
      count: totals.published,
      to: contestsPath(year, { stage: 'published' }),
      line:
        record?.published?.classOne == null && record?.published?.classTwo == null
          ? change(totals.published, before?.published)
          : t('key.recorded', {
              count: (record.published.classOne ?? 0) + (record.published.classTwo ?? 0),
            }),
    },
    { key: 'open', count: totals.open, to: contestsPath(year, { stage: 'open' }), line: null },
    {
      key: 'occupations',
      count: year.occupations.different,
      to: contestsPath(year, { stage: 'granted' }),
      line: null,
    },
    { key: 'events', count: totals.held, to: held, line: null },
    { key: 'competitors', count: all?.competitors ?? 0, to: held, line: null },
  ] as const;
  return (
    <ul className="key-figures">
      {figures.map(({ key, count, to, line }) => (
        <li key={key}>
          <Link to={to}>
            <span className="key-name">{t(`key.${key}`)}</span>
            <span className="key-number figures">{formatCount(count)}</span>
            <span className="key-line quiet figures">{line ?? ' '}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
