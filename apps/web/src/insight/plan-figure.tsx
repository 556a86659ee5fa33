import { Link } from 'react-router';
import { formatCount } from '../language/format.js';
import { Bars } from './parts/bars.js';
import { Figure } from './parts/figure.js';
import { useInsightText } from './words.js';
import { contestsPath, percentOf, type YearInsight } from './year-scope.js';

/** 计划进度: what was granted of each class against its target. */
export function PlanFigure({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const { plan, classes } = year;
  const line = plan?.documentNumber
    ? t('plan.publishedBy', {
        document: plan.documentNumber,
        day: plan.signedOn ?? '–',
        count: plan.published,
      })
    : plan
      ? t('plan.draft')
      : t('plan.none');
  return (
    <Figure
      title={t('plan.title')}
      note={year.notes.classes}
      empty={classes.length === 0 ? t('nothing') : undefined}
      line={
        plan ? (
          <Link to={`/annual-plans/${year.level}/${year.divisionCode}/${year.planYear}`}>{line}</Link>
        ) : (
          line
        )
      }
      table={{
        columns: [
          t('list.class'),
          t('plan.target'),
          t('key.applications'),
          t('key.open'),
          t('key.granted'),
          t('key.published'),
          t('key.events'),
        ],
        rows: classes.map((row) => ({
          key: row.class,
          name: t(`class.${row.class}`),
          cells: [
            { value: row.target },
            { value: row.applications, to: contestsPath(year, { class: row.class }) },
            { value: row.open, to: contestsPath(year, { class: row.class, stage: 'open' }) },
            { value: row.granted, to: contestsPath(year, { class: row.class, stage: 'granted' }) },
            { value: row.published, to: contestsPath(year, { class: row.class, stage: 'published' }) },
            { value: row.held, to: contestsPath(year, { class: row.class, stage: 'held' }) },
          ],
        })),
      }}
    >
      {classes.map((row) => {
        const aim = row.target === null ? t('plan.noAim') : t('plan.aim', { count: row.target });
        const details = t('plan.line', {
          granted: row.granted,
          published: row.published,
          open: row.open,
          applications: row.applications,
        });
        const over = row.target !== null && row.granted > row.target ? row.granted - row.target : 0;
        return (
          <div key={row.class} className="plan-class">
            <Bars
              bars={[
                {
                  key: row.class,
                  label: t(`class.${row.class}`),
                  value: row.granted,
                  whole: row.granted + row.open,
                  target: row.target,
                  said: `${t(`class.${row.class}`)}，${aim}，${details}`,
                  note: (
                    <>
                      <strong>{row.granted}</strong>
                      {row.target === null ? null : ` / ${row.target}`}
                      {row.target === null ? null : (
                        <span className="quiet">{` ${percentOf(row.granted, row.target)}`}</span>
                      )}
                    </>
                  ),
                  to: contestsPath(year, { class: row.class, stage: 'granted' }),
                },
              ]}
            />
            <p className="plan-line figures">
              {(
                [
                  ['applications', {}],
                  ['open', { stage: 'open' }],
                  ['granted', { stage: 'granted' }],
                  ['published', { stage: 'published' }],
                ] as const
              ).map(([what, filter]) => (
                <Link key={what} to={contestsPath(year, { class: row.class, ...filter })}>
                  {`${t(`key.${what}`)} ${formatCount(row[what])}`}
                </Link>
              ))}
              <span>{over > 0 ? t('plan.over', { count: over }) : aim}</span>
            </p>
          </div>
        );
      })}
    </Figure>
  );
}

/** 申报状态: where the applications stand, as one bar for each state. */
export function StatesFigure({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const states = year.states.filter(({ count }) => count > 0);
  const name = (state: string) => t(`state.${state}` as 'state.granted');
  return (
    <Figure
      title={t('states.title')}
      note={year.notes.states}
      empty={states.length === 0 ? t('nothing') : undefined}
      table={{
        columns: [t('states.column'), t('class.one'), t('class.two'), t('class.none'), t('total')],
        rows: year.states.map(({ state, one, two, none, count }) => ({
          key: state,
          name: name(state),
          cells: [
            { value: one, to: contestsPath(year, { state, class: 'one' }) },
            { value: two, to: contestsPath(year, { state, class: 'two' }) },
            { value: none, to: contestsPath(year, { state, class: 'none' }) },
            { value: count, to: contestsPath(year, { state }) },
          ],
        })),
      }}
    >
      <Bars
        bars={states.map(({ state, count }) => ({
          key: state,
          label: name(state),
          value: count,
          said: `${name(state)} ${count}`,
          to: contestsPath(year, { state }),
        }))}
      />
    </Figure>
  );
}
