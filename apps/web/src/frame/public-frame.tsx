import { Outlet, useLocation } from 'react-router';
import { useSessionIfAny } from '../account/session.js';
import { GoButton } from '../parts/go-button.js';
import { Brand } from './brand.js';
import { LanguageSwitch } from './language-switch.js';
import { OfflineBar } from './offline-bar.js';
import { useFrameText } from './words.js';

/** What stands around the pages for everyone: the mark, the language, the way to one's desk. */
export function PublicFrame() {
  const t = useFrameText();
  const session = useSessionIfAny();
  const { pathname, search } = useLocation();
  const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`;
  return (
    <div className="public">
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      <header className="top-bar">
        <Brand to="/" />
        <GoButton to="/plans" type="text">
          {t('publicPlans')}
        </GoButton>
        <span className="grow" />
        <LanguageSwitch />
        <GoButton to={session ? '/home' : `/sign-in${back}`} type={session ? 'default' : 'primary'}>
          {t(session ? 'myDesk' : 'signIn')}
        </GoButton>
      </header>
      <OfflineBar />
      <main id="content" className="public-page" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="public-foot">
        {t('brand')} · {t('brandLine')}
      </footer>
    </div>
  );
}
