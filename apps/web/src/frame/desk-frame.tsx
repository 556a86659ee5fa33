import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Outlet, useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useActiveRole } from '../account/roles.js';
import { got } from '../api/query.js';
import { ZoneContext } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { Answered } from './load-error.js';
import { EventContext } from './event.js';
import { EventName } from './event-name.js';
import { OfflineBar } from './offline-bar.js';
import { Beside, SideNav } from './side-nav.js';
import { TopBar } from './top-bar.js';
import { useUnread } from '../notices/unread.js';
import { useFrameText } from './words.js';

/** What stands around every working page: bar, side navigation, and inside an event its name and zone. */
export function DeskFrame() {
  const t = useFrameText();
  const { role } = useActiveRole();
  const { eventId: wanted } = useParams();
  const event = useQuery({
    ...got('/api/v1/events/{eventId}', { params: { path: { eventId: wanted ?? '' } } }),
    enabled: wanted !== undefined,
  });
  // What cannot be read has no navigation of its own: the desk's leads on.
  const eventId = event.isError && !event.data ? undefined : wanted;
  const [open, setOpen] = useState(false);
  const nav = (
    <>
      {eventId === undefined ? null : <EventName eventId={eventId} />}
      <SideNav role={role} eventId={eventId} onGo={() => setOpen(false)} />
    </>
  );
  return (
    <>
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      <TopBar
        unread={useUnread()}
        before={
          <Button
            type="text"
            className="nav-opener"
            aria-label={t('menu')}
            icon={<Icon name="menu" />}
            onClick={() => setOpen(true)}
          />
        }
      />
      <OfflineBar />
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="left"
        size={280}
        title={t('menu')}
        className="nav-drawer"
      >
        {nav}
      </Drawer>
      <Beside nav={nav}>{wanted === undefined ? <Outlet /> : <InsideEvent eventId={wanted} />}</Beside>
    </>
  );
}

/** Reads the event once and gives it, and its time zone, to every page inside. */
function InsideEvent({ eventId }: { eventId: string }) {
  const event = useQuery(got('/api/v1/events/{eventId}', { params: { path: { eventId } } }));
  return (
    <Answered query={event}>
      {(answer) => (
        <EventContext value={answer}>
          <ZoneContext value={answer.timeZone}>
            <Outlet />
          </ZoneContext>
        </EventContext>
      )}
    </Answered>
  );
}
