import { Link } from 'react-router';
import { formatCount } from '../../language/format.js';

/** A place as a tile. Without row and column it follows the one before it. */
export interface PlaceTile {
  key: string;
  label: string;
  name: string;
  row: number | null;
  column: number | null;
  /** Null: named, and nothing is counted there. */
  value: number | null;
  said: string;
  to?: string;
}

/** How many steps of colour there are above nothing. */
const steps = 5;

/** The step of a value: 0 for nothing, then equal shares of the largest. */
export const stepOf = (value: number, most: number): number =>
  value <= 0 || most <= 0 ? 0 : Math.min(steps, Math.ceil((value / most) * steps));

/** Places as tiles of one size: in the grid of provinces, or in a row one after another. The number stands in each. */
export function Tiles({ tiles, few, many }: { tiles: readonly PlaceTile[]; few: string; many: string }) {
  const most = Math.max(0, ...tiles.map(({ value }) => value ?? 0));
  const inGrid = tiles.some(({ row }) => row !== null);
  return (
    <>
      <ul className={inGrid ? 'tiles tiles-grid' : 'tiles tiles-flow'}>
        {tiles.map(({ key, label, name, row, column, value, said, to }) => {
          const shown = (
            <>
              <span className="tile-label">{label}</span>
              <span className="tile-value figures">{value === null ? '' : formatCount(value)}</span>
            </>
          );
          const look = value === null ? 'tile tile-none' : `tile tile-step-${stepOf(value, most)}`;
          return (
            <li
              key={key}
              {...(row === null || column === null
                ? {}
                : { style: { gridRow: row + 1, gridColumn: column + 1 } })}
            >
              {to ? (
                <Link to={to} className={look} aria-label={said} title={name}>
                  {shown}
                </Link>
              ) : (
                <span className={look} role="img" aria-label={said} title={name}>
                  {shown}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="tiles-legend" aria-hidden="true">
        {few}
        {Array.from({ length: steps + 1 }, (_, step) => (
          <span key={step} className={`tile-step-${step}`} />
        ))}
        {many}
      </p>
    </>
  );
}
