import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFrameText } from '../frame/words.js';
import { LanguageSwitch } from '../frame/language-switch.js';
import { Icon } from '../look/icons.js';
import { Mark } from '../look/mark.js';
import { useAccountText } from './words.js';

/** The quiet page around signing in: the mark, one form, nothing else. */
export function Gate(props: { title: string; line?: ReactNode; children: ReactNode; wayOut?: boolean }) {
  const t = useAccountText();
  const frame = useFrameText();
  return (
    <div className="gate">
      <title>{`${props.title} · ${frame('brand')}`}</title>
      <div className="gate-top">
        {props.wayOut === false ? (
          <span />
        ) : (
          <Link to="/" className="gate-back">
            <Icon name="back" size="1em" />
            {t('signIn.backToEvents')}
          </Link>
        )}
        <LanguageSwitch />
      </div>
      <main className="gate-card">
        <Mark size={48} />
        <h1>{props.title}</h1>
        {props.line ? <p className="quiet">{props.line}</p> : null}
        {props.children}
      </main>
    </div>
  );
}
