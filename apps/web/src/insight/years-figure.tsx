import { StateTag } from '../parts/state-tag.js';
import { Columns } from './parts/columns.js';
import { Figure } from './parts/figure.js';
import { useInsightText } from './words.js';
import { queryOf, scopeOf, type YearInsight } from './year-scope.js';

type Row = YearInsight['years'][number];
type Recorded = Row['records'][number];

/** 历年对照: each plan year beside what public records say of it. */
export function YearsFigure({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const path = (of: number) => `/insight?${queryOf({ ...scopeOf(year), year: of }).toString()}`;
  const ascending = [...year.years].reverse().slice(-24);
  // A level without classes has one kind of contest; beside classes, those without one go with class two.
  const classless = ascending.every(({ one, two }) => one + two === 0);
  const someNone = ascending.some(({ granted, one, two }) => granted > one + two);
  return (
    <Figure
      wide
      title={t('years.title')}
      note={year.notes.years}
      empty={year.years.length === 0 ? t('nothing') : undefined}
      line={
        <span className="legend">
          <span className="legend-lower">{classless ? t('key.granted') : t('years.legendOne')}</span>
          {classless ? null : (
            <span className="legend-upper">{t(someNone ? 'years.legendRest' : 'years.legendTwo')}</span>
          )}
          {year.years.some(({ records }) => records.length > 0) ? (
            <span className="legend-mark">{t('years.legendRecord')}</span>
          ) : null}
        </span>
      }
      table={{
        columns: [
          t('years.column'),
          t('key.applications'),
          `${t('years.inSystem')} · ${t('years.one')}`,
          `${t('years.inSystem')} · ${t('years.two')}`,
          t('years.published'),
          { text: t('years.record') },
        ],
        rows: year.years.map((row) => ({
          key: String(row.year),
          name: String(row.year),
          cells: [
            { value: row.applications, to: path(row.year) },
            { value: row.one, to: path(row.year) },
            { value: row.two, to: path(row.year) },
            { value: row.published, to: path(row.year) },
            { value: row.records.map((record) => wordsOf(record, t)).join('；') },
          ],
        })),
      }}
    >
      <Columns
        columns={ascending.map((row) => ({
          key: String(row.year),
          label: String(row.year),
          lower: classless ? row.granted : row.one,
          upper: classless ? 0 : row.granted - row.one,
          mark: recordedTotal(row),
          current: row.year === year.planYear,
          said: `${classless ? `${row.year}：${t('key.granted')} ${row.granted}` : t('years.bar', { year: row.year, one: row.one, two: row.two })} ${row.records.map((record) => wordsOf(record, t)).join('；')}`,
          to: path(row.year),
        }))}
      />
      <Records year={year} />
    </Figure>
  );
}

/** What is on public record, each with its source and how sure it is. */
function Records({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const recorded = year.years.filter(
    ({ records, recordedContests }) => records.length > 0 || recordedContests > 0,
  );
  if (recorded.length === 0) return null;
  return (
    <details className="records">
      <summary>{t('years.record')}</summary>
      <ul>
        {recorded.map((row) => (
          <li key={row.year}>
            <span className="figures">{row.year}</span>
            <span>
              {row.records.map((record) => (
                <span key={record.figure} className="record">
                  {wordsOf(record, t)}{' '}
                  <StateTag look={record.verified ? 'passed' : 'unknown'} quiet>
                    {record.verified ? t('years.verified') : t('years.unverified')}
                  </StateTag>{' '}
                  <span className="quiet record-source">
                    {[record.document, record.source].filter(Boolean).join(' · ')}
                  </span>
                </span>
              ))}
              {row.recordedContests > 0 ? (
                <span className="record quiet">
                  {t('years.recordContests', { count: row.recordedContests })}
                  {row.recordedVerified < row.recordedContests
                    ? `（${t('years.verified')} ${row.recordedVerified}）`
                    : ''}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function recordedTotal({ records }: Row): number | null {
  const published = records.find(({ figure }) => figure === 'published');
  if (!published || (published.classOne === null && published.classTwo === null)) return null;
  return (published.classOne ?? 0) + (published.classTwo ?? 0);
}

function wordsOf(record: Recorded, t: ReturnType<typeof useInsightText>): string {
  const figures = [
    record.classOne === null ? null : `${t('years.one')} ${record.classOne}`,
    record.classTwo === null ? null : `${t('years.two')} ${record.classTwo}`,
    record.occupations === null ? null : `${t('occupations.occupations')} ${record.occupations}`,
  ].filter((text) => text !== null);
  const what = record.figure === 'target' ? t('years.recordTarget') : t('years.recordPublished');
  return `${what} ${figures.length > 0 ? figures.join(' · ') : t('years.unknown')}`;
}
