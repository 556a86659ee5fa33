import { Button } from 'antd';
import { Suspense, lazy, type ComponentType } from 'react';
import { useActiveRole } from '../account/roles.js';
import { Icon } from '../look/icons.js';
import { MissingPage } from './error-page.js';
import { Loading } from './load-error.js';
import { mayCome } from './side-nav.js';
import type { Place } from './place.js';
import { useFrameText } from './words.js';

/** The element of a place's route: its screen, loaded when first opened; behind sign-in only for its roles. */
export function doorTo(place: Place): ComponentType {
  const Screen = lazy(place.screen);
  const open = (
    <Suspense fallback={<Loading />}>
      <Screen />
    </Suspense>
  );
  if (place.scope === 'public' || place.scope === 'hall') return () => open;
  return function PlaceDoor() {
    const { role, held } = useActiveRole();
    if (mayCome(place, role)) return open;
    const other = held.find((one) => mayCome(place, one));
    return other ? <OtherRole other={other} /> : <MissingPage />;
  };
}

/** A link that belongs to another of the person's roles: say so and offer the switch. */
function OtherRole({ other }: { other: ReturnType<typeof useActiveRole>['role'] }) {
  const t = useFrameText();
  const { role, become } = useActiveRole();
  return (
    <div className="notice">
      <Icon name="people" size={28} />
      <h1>{t('otherRole.title')}</h1>
      <p>{t('otherRole.line', { now: t(`role.${role}`) })}</p>
      <p className="notice-actions">
        <Button type="primary" onClick={() => become(other)}>
          {t('otherRole.become', { role: t(`role.${other}`) })}
        </Button>
      </p>
    </div>
  );
}
