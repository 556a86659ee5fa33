import { Menu, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { Role } from '../account/roles.js';
import { Icon } from '../look/icons.js';
import { placesOf } from '../navigation.js';
import { chapters, type Place } from './place.js';
import { useFrameText } from './words.js';

/** Whether a role may come to a place. */
export function mayCome(place: Place, role: Role): boolean {
  return place.roles === 'everyone' || place.roles.includes(role);
}

/** The side navigation of one role: the desk's places, or an event's places under the chapters of its life. */
export function SideNav({
  role,
  eventId,
  onGo,
}: {
  role: Role;
  eventId?: string | undefined;
  onGo?: () => void;
}) {
  const t = useFrameText();
  const { pathname } = useLocation();
  const base = eventId === undefined ? '' : `/events/${eventId}`;
  const places = placesOf(eventId === undefined ? 'desk' : 'event').filter(
    (place) => place.label !== undefined && mayCome(place, role),
  );
  const target = (place: Place) =>
    base === '' ? place.path : place.path === '' ? base : `${base}/${place.path}`;
  const line = (place: Place) => ({
    key: target(place),
    icon: place.icon ? <Icon name={place.icon} /> : null,
    label: (
      <Link to={target(place)} {...(onGo ? { onClick: onGo } : {})}>
        {place.label?.()}
      </Link>
    ),
  });
  const items: NonNullable<MenuProps['items']> =
    eventId === undefined
      ? places.map(line)
      : chapters.flatMap((chapter): NonNullable<MenuProps['items']> => {
          const inside = places.filter((place) => (place.chapter ?? 'overview') === chapter).map(line);
          if (inside.length === 0 || chapter === 'overview') return inside;
          return [{ type: 'group' as const, key: chapter, label: t(`chapter.${chapter}`), children: inside }];
        });
  const here = places
    .map(target)
    .filter((path) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.length - a.length)[0];
  return (
    <nav aria-label={t('navigation')} className="side-nav">
      <Menu mode="inline" selectedKeys={here === undefined ? [] : [here]} items={items} />
    </nav>
  );
}

/** The page beside its side navigation. */
export function Beside({ nav, children }: { nav: ReactNode; children: ReactNode }) {
  return (
    <div className="beside">
      <aside className="beside-nav">{nav}</aside>
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
