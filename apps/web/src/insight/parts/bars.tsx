import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../language/format.js';

/** A lying bar: its value, what it is part of (drawn paler behind it), and the mark it is held against. */
export interface Bar {
  key: string;
  label: string;
  value: number;
  /** At least the value. */
  whole?: number;
  target?: number | null;
  /** In words, for those who do not see it. */
  said: string;
  note?: ReactNode;
  to?: string;
}

/** Lying bars on one scale, the number behind each. */
export function Bars({ bars, labels = 'beside' }: { bars: readonly Bar[]; labels?: 'beside' | 'above' }) {
  const most = Math.max(1, ...bars.flatMap(({ value, whole, target }) => [value, whole ?? 0, target ?? 0]));
  const share = (value: number) => `${(value / most) * 100}%`;
  return (
    <ul className={`bars bars-${labels}`}>
      {bars.map(({ key, label, value, whole, target, said, note, to }) => {
        const shown = (
          <>
            <span className="bar-label" title={label}>
              {label}
            </span>
            <span className="bar-track" aria-hidden="true">
              {whole === undefined ? null : <span className="bar-whole" style={{ width: share(whole) }} />}
              <span className="bar-value" style={{ width: share(value) }} />
              {target === null || target === undefined ? null : (
                <span className="bar-target" style={{ insetInlineStart: share(target) }} />
              )}
            </span>
            <span className="bar-note figures">{note ?? formatCount(value)}</span>
          </>
        );
        return (
          <li key={key}>
            {to ? (
              <Link to={to} className="bar" aria-label={said}>
                {shown}
              </Link>
            ) : (
              <span className="bar" role="img" aria-label={said}>
                {shown}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
