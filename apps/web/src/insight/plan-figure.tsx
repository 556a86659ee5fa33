import { Link } from 'react-router';
import { formatCount } from '../language/format.js';
import { Bars } from './parts/bars.js';
import { Figure } from './parts/figure.js';
import { useInsightText } from './words.js';
import { contestsPath, percentOf, recordedOf, type YearInsight } from './year-scope.js';

/** 计划进度: what was granted of each class against its target. */
export function PlanFigure({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const { plan, classes, record } = year;
  const line = plan?.documentNumber
    ? t('plan.publishedBy', {
        document: plan.documentNumber,
        day: plan.signedOn ?? '–',
        count: plan.published,
      })
    : plan
      ? t('plan.draft')
      : t(record?.published ? 'plan.elsewhere' : 'plan.none');
  const recorded = (['target', 'published'] as const).filter(
    (of) => (record?.[of]?.classOne ?? record?.[of]?.classTwo ?? null) !== null,
  );
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
          ...recorded.map((of) => t(`plan.recorded.${of}`)),
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
            ...recorded.map((of) => ({ value: recordedOf(record, row.class)[of] })),
          ],
        })),
      }}
    >
      {classes.map((row) => {
        const fromRecord = recordedOf(record, row.class);
        const target = row.target ?? fromRecord.target;
        const aim =
          row.target !== null
            ? t('plan.aim', { count: row.target })
            : target === null
              ? t('plan.noAim')
              : t('plan.aimRecorded', { count: target });
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
                  target,
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
              {fromRecord.published === null ? null : (
                <span>{t('plan.publishedRecorded', { count: fromRecord.published })}</span>
              )}
              <span>{over > 0 ? t('plan.over', { count: over }) : aim}</span>
            </p>
          </div>
        );
      })}
      <RecordLine record={record} />
    </Figure>
  );
}

/** What only public records say of the year's plan, with where it stands and how sure that is. */
function RecordLine({ record }: { record: YearInsight['record'] }) {
  const t = useInsightText();
  if (record === null) return null;
  const { published, target } = record;
  const counts = [
    ...(published?.classOne == null ? [] : [`${t('years.one')} ${published.classOne}`]),
    ...(published?.classTwo == null ? [] : [`${t('years.two')} ${published.classTwo}`]),
    ...(published?.occupations == null ? [] : [`${t('occupations.occupations')} ${published.occupations}`]),
  ];
  const said = [
    ...(published === null
      ? []
      : [
          t('plan.recordPublished', {
            counts: counts.length > 0 ? counts.join(t('plan.and')) : t('years.unknown'),
          }),
        ]),
    ...(target === null
      ? []
      : [t('plan.recordTarget', { one: target.classOne ?? '–', two: target.classTwo ?? '–' })]),
  ];
  const sources = [published, target].flatMap((one) =>
    one === null
      ? []
      : [
          `${one.document === null || one.source.includes(one.document) ? one.source : `${one.document}，${one.source}`}，${t(one.verified ? 'years.verified' : 'years.unverified')}`,
        ],
  );
  return (
    <p className="plan-record">
      {t('plan.record', { said: said.join('；') })}{' '}
      <span className="quiet record-source">
        {t('plan.source', { source: [...new Set(sources)].join('；') })}
      </span>
    </p>
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
