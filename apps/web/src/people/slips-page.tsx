import './slips.css';
import { Input } from 'antd';
import { useState } from 'react';
import { useFrameText } from '../frame/words.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PrintPage } from '../parts/print-page.js';
import { keptSlips } from './slips.js';
import { usePeopleText } from './words.js';

/** The slips with logins and initial passwords, to be cut apart. They exist only until the page is left. */
export default function SlipsPage() {
  const t = usePeopleText();
  const frame = useFrameText();
  const sheet = keptSlips();
  const [address, setAddress] = useState(window.location.origin);
  if (sheet === null) {
    return (
      <main className="slips-gone">
        <EmptyState
          icon="key"
          title={t('slips.gone')}
          line={t('slips.goneLine')}
          action={<GoButton to="/home">{frame('missing.home')}</GoButton>}
        />
      </main>
    );
  }
  return (
    <PrintPage
      title={t('slips.title')}
      subtitle={
        <>
          {sheet.subtitle}
          <br />
          {t('slips.subtitle')}
        </>
      }
      versionCode={codeOf(sheet.slips.map((slip) => slip.login))}
    >
      <label className="slip-address no-print">
        {t('slips.addressAsk')}
        <Input value={address} onChange={(change) => setAddress(change.target.value)} />
      </label>
      <ul className="slips">
        {sheet.slips.map((slip) => (
          <li key={slip.login} className="slip">
            <strong className="slip-name">{slip.displayName}</strong>
            <span className="slip-role">{slip.roles}</span>
            <dl>
              <div>
                <dt>{t('slips.login')}</dt>
                <dd>
                  <code>{slip.login}</code>
                </dd>
              </div>
              <div>
                <dt>{t('slips.password')}</dt>
                <dd>
                  <code>{slip.initialPassword}</code>
                </dd>
              </div>
              <div>
                <dt>{t('slips.address')}</dt>
                <dd>{address}</dd>
              </div>
            </dl>
            <span className="slip-role">{t('slips.change')}</span>
          </li>
        ))}
      </ul>
    </PrintPage>
  );
}

/** A short code of this very set of slips: the same accounts printed twice bear the same one. */
const codeOf = (logins: readonly string[]): string =>
  [...logins.join()]
    .reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 2_176_782_336, logins.length)
    .toString(36)
    .padStart(6, '0')
    .toUpperCase();
