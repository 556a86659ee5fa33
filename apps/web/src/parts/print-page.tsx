import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { usePartText } from './words.js';

/** The code that ties a printed page to the data's version; on every sheet. */
export function VersionCode({ code }: { code: string }) {
  const t = usePartText();
  return <span className="version-code figures">{t('paper.version', { code })}</span>;
}

/**
 * A page for A4: black on white, its head and foot repeated on every sheet (they are the table's own head and foot
 * rows, which browsers repeat), signature lines at the end. Page x / y is printed by `@page` margin boxes where the
 * browser has them (Chromium 131 and later).
 */
export function PrintPage(props: {
  title: string;
  /** Below the title: event, skill, session, day. */
  subtitle?: ReactNode;
  versionCode: string;
  /** Who signs, in order: `['录分', '复核', '裁判长', '监督']`. */
  signatures?: readonly string[];
  children: ReactNode;
  landscape?: boolean;
}) {
  const t = usePartText();
  const times = useTimes();
  const navigate = useNavigate();
  const { landscape } = props;
  useEffect(() => {
    const style = document.createElement('style');
    style.textContent = `@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; }`;
    document.head.append(style);
    return () => style.remove();
  }, [landscape]);
  return (
    <div className="print-desk">
      <title>{props.title}</title>
      <div className="print-bar no-print">
        <Button icon={<Icon name="back" />} onClick={() => void navigate(-1)}>
          {t('paper.back')}
        </Button>
        <Button type="primary" icon={<Icon name="print" />} onClick={() => window.print()}>
          {t('paper.print')}
        </Button>
      </div>
      <article className={`sheet${props.landscape ? ' sheet-landscape' : ''}`}>
        <header className="sheet-head">
          <h1>{props.title}</h1>
          {props.subtitle ? <div className="sheet-subtitle">{props.subtitle}</div> : null}
        </header>
        {props.children}
        {props.signatures ? (
          <div className="signatures">
            {props.signatures.map((who) => (
              <div key={who} className="signature">
                <span>{who}</span>
                <span className="signature-line" />
                <span>{t('paper.date')}</span>
                <span className="signature-line signature-date" />
              </div>
            ))}
          </div>
        ) : null}
        <footer className="sheet-foot">
          <VersionCode code={props.versionCode} />
          <span className="figures">{t('paper.printedAt', { time: times.showNamed(new Date().toISOString()) })}</span>
        </footer>
      </article>
    </div>
  );
}
