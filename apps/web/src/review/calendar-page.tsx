import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, InputNumber, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { collisionLook } from './background-sections.js';
import { CalendarGrid } from './calendar-grid.js';
import { calendarRows } from './calendar-weeks.js';
import type { CalendarCollision, CalendarContest } from './types.js';
import { useReviewText } from './words.js';
import './review.css';

/** The finals of a year by week, with what collides: same occupation, same city, same week. */
export default function CalendarPage() {
  const t = useReviewText();
  const [params, setParams] = useSearchParams();
  const chosen = Number(params.get('year')) || null;
  const calendar = useQuery(
    got('/api/v1/review-desk/calendar', { params: { query: chosen === null ? {} : { year: chosen } } }),
  );
  // Without a choice the server opens on the year that most applications under review are for.
  const year = chosen ?? calendar.data?.year ?? new Date().getFullYear();
  return (
    <div className="calendar-page">
      <PageHeader
        title={t('calendar.title')}
        crumbs={[{ label: t('nav.desk'), to: '/review' }]}
        line={t('calendar.line', { year })}
        actions={
          <>
            <label className="calendar-year">
              {t('calendar.year')}
              <InputNumber
                aria-label={t('calendar.year')}
                min={2000}
                max={2100}
                value={year}
                onChange={(value) => value && setParams({ year: String(value) }, { replace: true })}
              />
            </label>
            <Button icon={<Icon name="export" />} href={`/api/v1/review-desk/calendar.xlsx?year=${year}`}>
              {t('calendar.export')}
            </Button>
          </>
        }
      />
      <Answered query={calendar} lines={12}>
        {(read) => <Calendar year={year} contests={read.contests} collisions={read.collisions} />}
      </Answered>
    </div>
  );
}

function Calendar(props: {
  year: number;
  contests: readonly CalendarContest[];
  collisions: readonly CalendarCollision[];
}) {
  const { year, contests, collisions } = props;
  const t = useReviewText();
  const [by, setBy] = useState<'place' | 'occupation'>('place');
  const [only, setOnly] = useState(false);
  const noPlace = t('calendar.noPlace');
  const rows = useMemo(
    () => calendarRows(year, contests, collisions, by, only, noPlace),
    [year, contests, collisions, by, only, noPlace],
  );
  if (contests.length === 0)
    return <EmptyState icon="schedule" title={t('calendar.none')} line={t('calendar.noneLine')} />;
  return (
    <>
      <div className="calendar-tools">
        <Segmented
          aria-label={t('calendar.rowsBy')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'place', label: t('calendar.byPlace') },
            { value: 'occupation', label: t('calendar.byOccupation') },
          ]}
        />
        <Checkbox checked={only} onChange={({ target }) => setOnly(target.checked)}>
          {t('calendar.onlyCollisions')}
        </Checkbox>
        <span className="quiet figures">
          {t('calendar.contests', { count: contests.length })} ·{' '}
          {t('calendar.collisions', { count: collisions.length })}
        </span>
        <span className="calendar-legend">
          {(['both', 'occupation', 'place'] as const).map((kind) => (
            <StateTag key={kind} look={collisionLook[kind]} quiet>
              {t(`collision.${kind}`)}
            </StateTag>
          ))}
        </span>
      </div>
      <CalendarGrid year={year} rows={rows} />
      <CollisionTable contests={contests} collisions={collisions} />
    </>
  );
}

const order = ['both', 'occupation', 'place'];
/** More pairs than this nobody reads on a screen; the export has all. */
const listedMost = 200;

function CollisionTable(props: {
  contests: readonly CalendarContest[];
  collisions: readonly CalendarCollision[];
}) {
  const t = useReviewText();
  const byId = new Map(props.contests.map((contest) => [contest.id, contest]));
  const sorted = [...props.collisions].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.weekOf.localeCompare(b.weekOf),
  );
  return (
    <section className="page-section">
      <div className="section-head">
        <h2>{t('calendar.listTitle')}</h2>
      </div>
      {sorted.length === 0 ? <p className="quiet">{t('calendar.noCollisions')}</p> : null}
      {sorted.length > listedMost ? (
        <p className="quiet">{t('calendar.listedMost', { listed: listedMost, count: sorted.length })}</p>
      ) : null}
      <ul className="desk-list-plain">
        {sorted.slice(0, listedMost).map((collision) => {
          const [one, other] = [byId.get(collision.one), byId.get(collision.other)];
          if (!one || !other) return null;
          return (
            <li key={`${collision.one}${collision.other}`}>
              <div>
                <StateTag look={collisionLook[collision.kind]}>{t(`collision.${collision.kind}`)}</StateTag>{' '}
                <Link to={`/review/${one.id}`}>{one.name}</Link> ·{' '}
                <Link to={`/review/${other.id}`}>{other.name}</Link>
                <div className="quiet">
                  <span className="figures">
                    {one.finalFrom} – {one.finalTo} · {other.finalFrom} – {other.finalTo}
                  </span>
                  {collision.sharedOccupations.length > 0
                    ? ` · ${t('calendar.shared', { list: collision.sharedOccupations.join('、') })}`
                    : ''}
                  {collision.kind === 'occupation' ? '' : ` · ${one.placeName ?? ''}`}
                </div>
              </div>
              <Link className="nowrap" to={`/review/compare/${one.id}/${other.id}`}>
                <Icon name="columns" size="1em" /> {t('same.compare')}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
