import { useEvent } from '../frame/event.js';
import { StateShape } from '../parts/state-tag.js';
import { dayLanes, type Axis, type Block, type DayLanes } from './day-lanes.js';
import type { Module, Session } from './types.js';
import { useEventsText } from './words.js';

/** The sessions of a skill on their days: a lane for each module, a block for each sitting; a block opens its session. */
export function DayTimeline(props: {
  modules: readonly Module[];
  sessions: readonly Session[];
  onOpen?: ((session: Session) => void) | undefined;
}) {
  const event = useEvent();
  const { axis, days } = dayLanes(event, props.modules, props.sessions);
  const hours = Array.from({ length: axis.toHour - axis.fromHour + 1 }, (_, n) => axis.fromHour + n);
  return (
    <div className="timeline" role="group">
      <div className="timeline-axis figures" aria-hidden="true">
        {hours.map((hour) => (
          <span
            key={hour}
            style={{ left: `${((hour - axis.fromHour) / (axis.toHour - axis.fromHour)) * 100}%` }}
          >
            {String(hour % 24).padStart(2, '0')}:00
          </span>
        ))}
      </div>
      {days.map((day) => (
        <Day key={day.day} day={day} axis={axis} onOpen={props.onOpen} />
      ))}
    </div>
  );
}

function Day({
  day,
  axis,
  onOpen,
}: {
  day: DayLanes;
  axis: Axis;
  onOpen?: ((session: Session) => void) | undefined;
}) {
  const t = useEventsText();
  const hours = axis.toHour - axis.fromHour;
  return (
    <section className="timeline-day" aria-label={day.day}>
      <h3 className="timeline-date">
        <span>{day.number === null ? t('session.outside') : t('session.day', { n: day.number })}</span>
        <span className="quiet figures">{day.day.slice(5)}</span>
      </h3>
      <div className="timeline-lanes" style={{ '--hours': hours } as React.CSSProperties}>
        {day.lanes.length === 0 ? <div className="timeline-lane" /> : null}
        {day.lanes.map(({ module, blocks }) => (
          <div key={module.id} className={`timeline-lane timeline-${module.part}`}>
            {blocks.map((block) => (
              <SessionBlock key={block.session.id} block={block} day={day.day} onOpen={onOpen} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function SessionBlock({
  block,
  day,
  onOpen,
}: {
  block: Block;
  day: string;
  onOpen?: ((session: Session) => void) | undefined;
}) {
  const t = useEventsText();
  const { session, module, from, to } = block;
  const label = t('session.label', {
    module: `${module.code} ${module.name}`,
    name: session.name,
    day,
    from,
    to,
  });
  const short = block.short ? t('session.short', { minutes: module.durationMinutes }) : null;
  const inside = (
    <>
      <span className="timeline-what">
        {short ? <StateShape look="blocking" title={short} size={12} /> : null}
        <strong>{module.code}</strong> {session.name}
      </span>
      <span className="figures">
        {from}–{to}
      </span>
    </>
  );
  const place = { left: `${block.leftPercent}%`, width: `${block.widthPercent}%` };
  const title = short ? `${label}. ${short}` : label;
  return onOpen ? (
    <button
      type="button"
      className="timeline-block"
      style={place}
      aria-label={title}
      title={title}
      onClick={() => onOpen(session)}
    >
      {inside}
    </button>
  ) : (
    <div className="timeline-block" style={place} title={title}>
      {inside}
    </div>
  );
}
