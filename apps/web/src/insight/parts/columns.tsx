import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../language/format.js';

/** A standing column of up to two parts, one on the other. */
export interface ColumnBar {
  key: string;
  label: ReactNode;
  lower: number;
  upper: number;
  /** A mark beside the column: what another source says. */
  mark?: number | null;
  /** Shown as one that is to be avoided: a shape over its label, not a colour alone. */
  flagged?: boolean;
  current?: boolean;
  said: string;
  to?: string;
}

/** Standing columns on one scale, the sum over each. */
export function Columns({ columns, height = 150 }: { columns: readonly ColumnBar[]; height?: number }) {
  const most = Math.max(1, ...columns.flatMap(({ lower, upper, mark }) => [lower + upper, mark ?? 0]));
  const tall = (value: number) => `${(value / most) * height}px`;
  return (
    <ul className="columns">
      {columns.map(({ key, label, lower, upper, mark, flagged, current, said, to }) => {
        const sum = lower + upper;
        const shown = (
          <>
            <span className="column-room" style={{ height: `${height + 20}px` }} aria-hidden="true">
              {mark === null || mark === undefined ? null : (
                <span className="column-mark" style={{ insetBlockEnd: tall(mark) }} />
              )}
              <span className="column-sum figures">{sum > 0 ? formatCount(sum) : ''}</span>
              <span className="column-upper" style={{ height: tall(upper) }} />
              <span className="column-lower" style={{ height: tall(lower) }} />
            </span>
            <span className="column-label figures">
              {flagged ? <span aria-hidden="true">▲</span> : null}
              {label}
            </span>
          </>
        );
        return (
          <li key={key} className={`${flagged ? 'column-flagged' : ''}${current ? ' column-current' : ''}`}>
            {to ? (
              <Link
                to={to}
                className="column"
                aria-label={said}
                {...(current ? { 'aria-current': 'true' } : {})}
              >
                {shown}
              </Link>
            ) : (
              <span className="column" role="img" aria-label={said}>
                {shown}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
