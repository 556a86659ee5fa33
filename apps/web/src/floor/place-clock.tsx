import { useTimes } from '../language/times.js';
import { StateTag } from '../parts/state-tag.js';
import { clockText, lookOf, type FloorPlace } from './types.js';
import { useFloorText } from './words.js';

/** A place's clock as it runs: what is left, what was worked. */
export function PlaceClock({ place, seconds }: { place: FloorPlace; seconds: number }) {
  const t = useFloorText();
  const times = useTimes();
  const worked = place.workedSeconds + (place.state === 'running' ? seconds : 0);
  const left = place.allowedSeconds - worked;
  return (
    <div className="place-clock">
      <StateTag look={lookOf[place.state]} quiet>
        {t(`state.${place.state}`)}
      </StateTag>
      <span className={`place-left figures${left < 0 ? ' is-over' : ''}`}>
        <small>
          {t(place.state === 'stopped' ? 'floor.worked' : left < 0 ? 'floor.over' : 'floor.left')}
        </small>
        {clockText(place.state === 'stopped' ? worked : left)}
      </span>
      <span className="quiet figures">
        {place.stoppedAt
          ? t('floor.stoppedAt', { time: times.show(place.stoppedAt, 'time') })
          : place.startedAt
            ? t('floor.startedAt', { time: times.show(place.startedAt, 'time') })
            : t('floor.allowed', { time: clockText(place.allowedSeconds) })}
      </span>
    </div>
  );
}
