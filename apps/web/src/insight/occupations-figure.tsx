import { Link } from 'react-router';
import { formatCount } from '../language/format.js';
import { Bars } from './parts/bars.js';
import { Figure } from './parts/figure.js';
import { useInsightText } from './words.js';
import { contestsPath, type YearInsight } from './year-scope.js';

/** How many of the most frequent occupations the picture shows; the numbers show all that came. */
const shown = 8;

/** 职业分布: by 大类, the most frequent, and what is new. */
export function OccupationsFigure({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const { majors, most, different, fresh, freshInCatalogue, firstTime, green, digital } = year.occupations;
  const majorName = ({ code, name }: YearInsight['occupations']['majors'][number]) =>
    code === 'none' ? t('occupations.outside') : `${code} ${name ?? ''}`.trim();
  const facts = [
    ['fresh', fresh.length, 'new'],
    ['firstTime', firstTime, 'firstTime'],
    ['green', green, 'green'],
    ['digital', digital, 'digital'],
  ] as const;
  return (
    <Figure
      title={t('occupations.title')}
      note={year.notes.occupations}
      empty={different === 0 ? t('nothing') : undefined}
      line={different === 0 ? null : t('occupations.all', { count: different })}
      table={{
        columns: [
          t('occupations.name'),
          { text: t('occupations.code') },
          t('occupations.occupations'),
          t('occupations.contests'),
        ],
        rows: [
          ...majors
            .filter(({ contests }) => contests > 0)
            .map((row) => ({
              key: `major ${row.code}`,
              name: <strong>{majorName(row)}</strong>,
              cells: [
                { value: '' },
                { value: row.occupations },
                { value: row.contests, to: contestsPath(year, { major: row.code, stage: 'granted' }) },
              ],
            })),
          ...most.map((row) => ({
            key: row.key,
            name: row.name,
            cells: [
              { value: row.code ?? '–' },
              { value: '' },
              { value: row.contests, to: contestsPath(year, { occupation: row.key, stage: 'granted' }) },
            ],
          })),
        ],
      }}
    >
      <Bars
        labels="above"
        bars={majors
          .filter(({ contests }) => contests > 0)
          .map((row) => ({
            key: row.code,
            label: majorName(row),
            value: row.occupations,
            said: `${majorName(row)}：${t('occupations.all', { count: row.occupations })}`,
            to: contestsPath(year, { major: row.code, stage: 'granted' }),
          }))}
      />
      <ul className="small-facts">
        {facts.map(([what, count, covers]) => (
          <li key={what}>
            {count > 0 ? (
              <Link to={contestsPath(year, { covers, stage: 'granted' })}>
                <span className="small-fact-number figures">{formatCount(count)}</span>
                {t(`occupations.${what}`)}
              </Link>
            ) : (
              <span>
                <span className="small-fact-number figures">0</span>
                {t(`occupations.${what}`)}
              </span>
            )}
            {what === 'fresh' ? (
              <span className="quiet">
                {freshInCatalogue > 0
                  ? t('occupations.freshOf', { count: fresh.length, all: freshInCatalogue })
                  : t('occupations.freshUnmarked')}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {fresh.length > 0 ? (
        <>
          <h3>{t('occupations.covered')}</h3>
          <ul className="covered">
            {fresh.map(({ key, name }) => (
              <li key={key}>
                <Link to={contestsPath(year, { occupation: key, stage: 'granted' })}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>{t('occupations.most')}</h3>
      <Bars
        bars={most.slice(0, shown).map((row) => ({
          key: row.key,
          label: row.name,
          value: row.contests,
          said: `${row.name} ${row.contests}`,
          note: (
            <>
              {row.contests}
              {row.isNew || row.firstTime ? (
                <span className="quiet">
                  {` ${row.isNew ? t('occupations.fresh') : t('occupations.firstTime')}`}
                </span>
              ) : null}
            </>
          ),
          to: contestsPath(year, { occupation: row.key, stage: 'granted' }),
        }))}
      />
    </Figure>
  );
}
