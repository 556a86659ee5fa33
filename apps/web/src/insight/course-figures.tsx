import { Link } from 'react-router';
import { formatCount } from '../language/format.js';
import { StateTag } from '../parts/state-tag.js';
import { Bars } from './parts/bars.js';
import { Figure } from './parts/figure.js';
import { useInsightText } from './words.js';
import { contestsPath, percentOf, queryOf, scopeOf, type YearInsight } from './year-scope.js';

/** 参赛情况: from events to those who were awarded. */
export function ParticipationFigure({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const all = year.participation.find((row) => row.class === 'all');
  const steps = ['delegations', 'entries', 'competitors', 'present', 'awarded'] as const;
  const held = contestsPath(year, { stage: 'held' });
  return (
    <Figure
      title={t('participation.title')}
      note={year.notes.participation}
      empty={!all || all.events === 0 ? t('participation.none') : undefined}
      line={
        all ? (
          <Link to={held}>
            {t('participation.step', { name: t('participation.events'), count: all.events })}
          </Link>
        ) : null
      }
      table={{
        columns: [
          t('list.class'),
          t('participation.events'),
          ...steps.map((step) => t(`participation.${step}`)),
        ],
        rows: year.participation.map((row) => ({
          key: row.class,
          name: t(`class.${row.class}`),
          cells: (['events', ...steps] as const).map((step) => ({
            value: row[step],
            to: contestsPath(year, { stage: 'held', ...(row.class === 'all' ? {} : { class: row.class }) }),
          })),
        })),
      }}
    >
      <Bars
        bars={steps.map((step) => {
          const count = all?.[step] ?? 0;
          const ofPeople = step === 'present' || step === 'awarded';
          return {
            key: step,
            label: t(`participation.${step}`),
            value: count,
            said: t('participation.step', { name: t(`participation.${step}`), count }),
            note: ofPeople ? (
              <>
                {formatCount(count)}
                <span className="quiet">{` ${percentOf(count, all?.competitors ?? 0)}`}</span>
              </>
            ) : (
              formatCount(count)
            ),
            to: held,
          };
        })}
      />
    </Figure>
  );
}

/** 条件与赛后材料: what is still owed. */
export function DutiesFigure({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const kinds = ['conditions', 'obligations'] as const;
  return (
    <Figure
      title={t('duties.title')}
      note={year.notes.duties}
      table={{
        columns: [t('duties.column'), t('duties.met'), t('duties.open'), t('duties.overdue')],
        rows: kinds.map((kind) => ({
          key: kind,
          name: t(`duties.${kind}`),
          cells: [
            { value: year.duties[kind].met },
            { value: year.duties[kind].open, to: contestsPath(year, { [kind]: 'open' }) },
            { value: year.duties[kind].overdue, to: contestsPath(year, { [kind]: 'overdue' }) },
          ],
        })),
      }}
    >
      {kinds.map((kind) => {
        const { open, overdue, met } = year.duties[kind];
        return (
          <div key={kind} className="duty">
            <Bars
              bars={[
                {
                  key: kind,
                  label: t(`duties.${kind}`),
                  value: met,
                  whole: met + open,
                  said: `${t(`duties.${kind}`)}：${t('duties.met')} ${met}，${t('duties.open')} ${open}，${t('duties.overdue')} ${overdue}`,
                  note: `${met} / ${met + open}`,
                  ...(open > 0 ? { to: contestsPath(year, { [kind]: 'open' }) } : {}),
                },
              ]}
            />
            <p className="plan-line figures">
              {open === 0 ? (
                <span>{t('duties.fine')}</span>
              ) : (
                <Link to={contestsPath(year, { [kind]: 'open' })}>{`${t('duties.open')} ${open}`}</Link>
              )}
              {overdue > 0 ? (
                <Link to={contestsPath(year, { [kind]: 'overdue' })}>
                  <StateTag look="warning" quiet>{`${t('duties.overdue')} ${overdue}`}</StateTag>
                </Link>
              ) : null}
            </p>
          </div>
        );
      })}
    </Figure>
  );
}

/** 下级竞赛与备案: each level below leads to its own year. */
export function LowerFigure({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const scope = scopeOf(year);
  const levelName = (level: string) => t(`levels.${level}` as 'levels.county');
  const levelPath = (level: string) =>
    `/insight?${queryOf({ ...scope, level: level as 'county' }).toString()}`;
  const filedPath = `/insight/filed-contests?${queryOf(scope).toString()}`;
  return (
    <Figure
      title={t('lower.title')}
      note={year.notes.lower}
      table={{
        columns: [
          t('lower.column'),
          t('lower.applications'),
          t('lower.granted'),
          t('lower.published'),
          t('lower.plans'),
          t('lower.filings'),
          t('lower.people'),
        ],
        rows: [
          ...year.lower.map((row) => ({
            key: row.level,
            name: levelName(row.level),
            cells: [
              { value: row.applications, to: levelPath(row.level) },
              { value: row.granted, to: levelPath(row.level) },
              { value: row.published, to: levelPath(row.level) },
              { value: row.plans },
              { value: null },
              { value: null },
            ],
          })),
          ...year.filings.map((row) => ({
            key: row.level,
            name: levelName(row.level),
            cells: [
              { value: null },
              { value: null },
              { value: null },
              { value: null },
              { value: row.filings, to: filedPath },
              { value: row.competitors },
            ],
          })),
        ],
      }}
    >
      <Bars
        bars={[
          ...year.lower.map((row) => ({
            key: row.level,
            label: levelName(row.level),
            value: row.granted,
            whole: row.applications,
            said: `${levelName(row.level)}：${t('lower.line', { applications: row.applications, granted: row.granted, plans: row.plans })}`,
            note: (
              <>
                {row.granted}
                <span className="quiet">{` / ${row.applications}`}</span>
              </>
            ),
            to: levelPath(row.level),
          })),
          ...year.filings.map((row) => ({
            key: row.level,
            label: levelName(row.level),
            value: row.filings,
            said: `${levelName(row.level)}：${t('lower.filed', { filings: row.filings, competitors: row.competitors })}`,
            note: (
              <>
                {row.filings}
                <span className="quiet">{` ${t('lower.filings')}`}</span>
              </>
            ),
            ...(row.filings > 0 ? { to: filedPath } : {}),
          })),
        ]}
      />
    </Figure>
  );
}
