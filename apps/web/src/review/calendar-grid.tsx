import { Tooltip } from 'antd';
import { Link } from 'react-router';
import { StateShape } from '../parts/state-tag.js';
import { collisionLook } from './background-sections.js';
import { type CalendarBar, type CalendarRow, monthWeeks } from './calendar-weeks.js';
import { useReviewText } from './words.js';

const weeks = 53;
const order = ['both', 'occupation', 'place'] as const;

/** Weeks across, areas or occupations down; each final is a bar, each collision a shape on it. */
export function CalendarGrid({ year, rows }: { year: number; rows: readonly CalendarRow[] }) {
  const t = useReviewText();
  const months = monthWeeks(year);
  return (
    <div className="calendar-grid" role="table" aria-label={t('calendar.title')}>
      <div className="calendar-row calendar-head" role="row">
        <div className="calendar-label" role="columnheader">
          {year}
        </div>
        <div className="calendar-track" role="columnheader">
          {months.map((week, month) => (
            <span key={month} className="calendar-month figures" style={{ left: `${(week / weeks) * 100}%` }}>
              {month + 1}
              {t('calendar.months')}
            </span>
          ))}
        </div>
      </div>
      {rows.map((row) => (
        <div key={row.key} className="calendar-row" role="row">
          <div className="calendar-label" role="rowheader" title={row.label}>
            {row.label}
          </div>
          <div className="calendar-track" role="cell" style={{ height: `${row.lanes * 26 + 6}px` }}>
            {months.map((week, month) => (
              <span key={month} className="calendar-line" style={{ left: `${(week / weeks) * 100}%` }} />
            ))}
            {row.bars.map((bar) => (
              <Bar key={bar.contest.id} bar={bar} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function Bar({ bar }: { bar: CalendarBar }) {
  const t = useReviewText();
  const { contest, collisions, fromWeek, toWeek, lane, nameBefore } = bar;
  const worst = order.find((kind) => collisions.some((one) => one.kind === kind));
  const words = t('calendar.contest', { name: contest.name, from: contest.finalFrom, to: contest.finalTo });
  const why = [...new Set(collisions.map(({ kind }) => t(`collision.${kind}`)))].join('、');
  const span = toWeek - fromWeek + 1;
  return (
    <Tooltip
      title={
        <>
          <div>{words}</div>
          <div>
            {contest.leadName} · {contest.placeName ?? ''}
          </div>
          <div>{contest.occupations.join('、')}</div>
          {why ? <strong>{why}</strong> : null}
        </>
      }
    >
      <Link
        to={`/review/${contest.id}`}
        className={`calendar-final${nameBefore ? ' calendar-final-before' : ''}`}
        aria-label={[words, why].filter(Boolean).join('，')}
        style={{
          ...(nameBefore
            ? { right: `${((weeks - toWeek - 1) / weeks) * 100}%` }
            : { left: `${(fromWeek / weeks) * 100}%` }),
          top: `${lane * 26 + 4}px`,
        }}
      >
        <span
          className={`calendar-bar${worst ? ` calendar-bar-${worst}` : ''}`}
          style={{ width: `calc(var(--week) * ${span})` }}
        >
          {worst ? <StateShape look={collisionLook[worst]} size={12} /> : null}
        </span>
        <span className="calendar-name">{contest.name}</span>
      </Link>
    </Tooltip>
  );
}
