import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from '../look/icons.js';
import { StateTag } from '../parts/state-tag.js';
import { PlaceClock } from './place-clock.js';
import { competes, mayFollow, type FloorPlace, type TimeKind } from './types.js';
import { useFloorText } from './words.js';

/** The one or two things that usually come next stand as buttons, the others behind "more". */
const first: Record<FloorPlace['state'], readonly TimeKind[]> = {
  notStarted: ['start'],
  running: ['stop', 'pause'],
  paused: ['resume', 'stop'],
  stopped: [],
};

export function PlaceCard(props: {
  place: FloorPlace;
  seconds: number;
  isBusy: boolean;
  choice: ReactNode;
  onAct: (kind: TimeKind) => void;
  onDetails: () => void;
}) {
  const { place } = props;
  const t = useFloorText();
  const takesPart = competes(place);
  const buttons = takesPart ? first[place.state] : [];
  const others = takesPart ? mayFollow[place.state].filter((kind) => !buttons.includes(kind)) : [];
  const proposed = place.deductions.filter(({ state }) => state !== 'refused').length;
  return (
    <article className={`place is-${takesPart ? place.state : 'out'}`}>
      <header>
        {props.choice}
        <h2>
          {place.workstation ?? t('floor.noPlace')}
          <span className="figures quiet">{place.entryNumber}</span>
        </h2>
        {takesPart && place.status !== 'entered' ? null : (
          <StateTag look={takesPart ? 'waiting' : 'ended'} quiet>
            {t(`status.${place.status}`)}
          </StateTag>
        )}
      </header>
      {takesPart ? <PlaceClock place={place} seconds={props.seconds} /> : null}
      <footer>
        {buttons.map((kind) => (
          <Button
            key={kind}
            type={kind === 'start' ? 'primary' : 'default'}
            disabled={props.isBusy}
            onClick={() => props.onAct(kind)}
          >
            {t(`kind.${kind}`)}
          </Button>
        ))}
        {others.length > 0 ? (
          <Dropdown
            trigger={['click']}
            menu={{
              items: others.map((kind) => ({
                key: kind,
                label: t(`kind.${kind}`),
                onClick: () => props.onAct(kind),
              })),
            }}
          >
            <Button icon={<Icon name="menu" />} aria-label={t('more')} />
          </Dropdown>
        ) : null}
        <span className="grow" />
        <Button
          type="text"
          icon={<Icon name="history" />}
          aria-label={t('details')}
          title={t('details')}
          onClick={props.onDetails}
        >
          {proposed > 0 ? <span className="place-deductions figures">−{proposed}</span> : null}
        </Button>
      </footer>
    </article>
  );
}
