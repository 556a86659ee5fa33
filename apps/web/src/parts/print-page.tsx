import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
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
 * A page for A4: black on white, signature lines at the end. Title and version code are the head and foot rows of a
 * frame table, because those are what every browser repeats on each sheet and keeps clear of the content. Page x / y
 * is printed by `@page` margin boxes where the browser has them (Chromium 131 and later).
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
  const [printedAt] = useState(() => new Date().toISOString());
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
        <table className="sheet-frame" role="presentation">
          <thead>
            <tr>
              <td>
                <header className="sheet-head">
                  <h1>{props.title}</h1>
                  {props.subtitle ? <div className="sheet-subtitle">{props.subtitle}</div> : null}
                </header>
              </td>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>
                {props.children}
                {props.signatures ? <Signatures who={props.signatures} /> : null}
              </td>
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <td>
                <footer className="sheet-foot">
                  <VersionCode code={props.versionCode} />
                  <span className="figures">
                    {t('paper.printedAt', { time: times.showNamed(printedAt) })}
                  </span>
                </footer>
              </td>
            </tr>
          </tfoot>
        </table>
      </article>
    </div>
  );
}

/** A line for each hand that signs, with the day. */
function Signatures({ who }: { who: readonly string[] }) {
  const t = usePartText();
  return (
    <div className="signatures">
      {who.map((name) => (
        <div key={name} className="signature">
          <span>{name}</span>
          <span className="signature-line" />
          <span>{t('paper.date')}</span>
          <span className="signature-line signature-date" />
        </div>
      ))}
    </div>
  );
}
