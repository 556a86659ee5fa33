import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useLive } from '../api/live.js';
import { got, outdate } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { ByHand } from '../look/by-hand.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { PlaceCard } from './place-card.js';
import { PlaceDrawer } from './place-drawer.js';
import { TimeDialog } from './time-dialog.js';
import { competes, mayFollow, type FloorPlace, type TimeKind } from './types.js';
import { useRecordTime } from './use-record-time.js';
import { useSecondsSince } from './use-floor-clock.js';
import { useFloorText } from './words.js';

const path = '/api/v1/events/{eventId}/skills/{skillId}/floor';

/** The floor judge's tablet: every workstation of a session with its running clock, and what may happen to it next. */
export default function FloorPage() {
  const t = useFloorText();
  const times = useTimes();
  const language = useLanguage();
  const { id: eventId } = useEvent();
  const { skillId = '' } = useParams();
  const floor = useQuery({
    ...got(path, { params: { path: { eventId, skillId } } }),
    refetchInterval: 20_000,
  });
  const read = () => void outdate(path);
  useLive(`/api/v1/events/${eventId}/progress/live`, read, read);
  const seconds = useSecondsSince(floor.dataUpdatedAt);
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [asked, setAsked] = useState<{ kind: TimeKind; places: FloorPlace[] } | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const { record, isPending } = useRecordTime(eventId);
  const sessionId = search.get('session');
  const places = useMemo(
    () => (floor.data?.places ?? []).filter((place) => sessionId === null || place.sessionId === sessionId),
    [floor.data, sessionId],
  );
  if (floor.isPending) return <Loading />;
  if (floor.isError) return <LoadError error={floor.error} onRetry={() => void floor.refetch()} />;
  const { data } = floor;
  const skill = language === 'en' && data.skillNameEn ? data.skillNameEn : data.skillName;
  const act = (kind: TimeKind, wanted: FloorPlace[]) => {
    // What needs no reason is done by one tap; ending a clock is asked about.
    if (kind === 'start' || kind === 'resume') {
      record({ kind, placementIds: wanted.map(({ placementId }) => placementId) }, () => setChosen(null));
    } else setAsked({ kind, places: wanted });
  };
  const selected = places.filter(({ placementId }) => chosen?.includes(placementId));
  const open = data.places.find(({ placementId }) => placementId === openId);
  return (
    <ByHand>
      <PageHeader title={t('floor.title', { skill })} line={t('floor.line')} />
      {data.places.length === 0 ? (
        <EmptyState icon="timer" title={t('floor.none')} line={t('floor.noneLine')} />
      ) : (
        <>
          <div className="floor-bar">
            <Segmented
              aria-label={t('floor.session')}
              value={sessionId ?? 'all'}
              onChange={(value) =>
                setSearch(value === 'all' ? {} : { session: String(value) }, { replace: true })
              }
              options={[
                { value: 'all', label: t('floor.allSessions') },
                ...data.sessions.map(({ id, name, startsAt }) => ({
                  value: id,
                  label: `${name} ${times.show(startsAt, 'time')}`,
                })),
              ]}
            />
            {chosen === null ? (
              <Button onClick={() => setChosen([])}>{t('floor.select')}</Button>
            ) : (
              <>
                <Button
                  onClick={() =>
                    setChosen(
                      places
                        .filter((place) => competes(place) && place.state === 'notStarted')
                        .map(({ placementId }) => placementId),
                    )
                  }
                >
                  {t('floor.selectAll')}
                </Button>
                <Button onClick={() => setChosen(null)}>{t('floor.cancel')}</Button>
              </>
            )}
          </div>
          {chosen !== null && chosen.length > 0 ? (
            <div className="floor-many">
              <span>{t('floor.selected', { count: selected.length })}</span>
              {(['start', 'pause', 'resume', 'stop', 'extraTime'] as const)
                .filter((kind) => selected.every(({ state }) => mayFollow[state].includes(kind)))
                .map((kind) => (
                  <Button
                    key={kind}
                    type={kind === 'start' ? 'primary' : 'default'}
                    loading={isPending}
                    onClick={() => act(kind, selected)}
                  >
                    {t(`kind.${kind}`)}
                  </Button>
                ))}
            </div>
          ) : null}
          {places.length === 0 ? (
            <EmptyState icon="timer" title={t('floor.noneHere')} />
          ) : (
            <ul className="floor-places">
              {places.map((place) => (
                <li key={place.placementId}>
                  <PlaceCard
                    place={place}
                    seconds={seconds}
                    isBusy={isPending}
                    choice={
                      chosen === null || !competes(place) ? null : (
                        <Checkbox
                          checked={chosen.includes(place.placementId)}
                          aria-label={t('floor.place', { place: place.workstation ?? '' })}
                          onChange={({ target }) =>
                            setChosen(
                              target.checked
                                ? [...chosen, place.placementId]
                                : chosen.filter((id) => id !== place.placementId),
                            )
                          }
                        />
                      )
                    }
                    onAct={(kind) => act(kind, [place])}
                    onDetails={() => setOpenId(place.placementId)}
                  />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {asked ? (
        <TimeDialog
          eventId={eventId}
          floor={data}
          kind={asked.kind}
          places={asked.places}
          onClose={() => {
            setAsked(null);
            setChosen(null);
          }}
        />
      ) : null}
      {open ? <PlaceDrawer eventId={eventId} place={open} onClose={() => setOpenId(null)} /> : null}
    </ByHand>
  );
}
