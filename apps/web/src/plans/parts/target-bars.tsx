import { formatCount } from '../../language/format.js';
import { useSaid } from '../../language/language.js';
import { classOf, type ClassCount } from '../types.js';
import { usePlansText } from '../words.js';

/** Granted against target, one bar for each class: the shape first, the words below it. */
export function TargetBars({ counts }: { counts: readonly ClassCount[] }) {
  const t = usePlansText();
  const said = useSaid();
  const most = Math.max(1, ...counts.map(({ target, granted }) => Math.max(target ?? 0, granted)));
  return (
    <ul className="target-bars">
      {counts.map((count) => (
        <li key={count.class ?? 'none'}>
          <p className="target-head">
            <strong>{classOf(t, count.class)}</strong>
            <span className="figures target-figures">
              <b>{formatCount(count.granted)}</b>
              {count.target === null ? null : <span className="quiet"> / {formatCount(count.target)}</span>}
            </span>
          </p>
          <Bar count={count} most={most} />
          <p className="target-words">
            {said(count.words)}
            <span className="quiet">
              {[
                t('target.published', { count: count.published }),
                ...(count.undecided > 0 ? [t('target.undecided', { count: count.undecided })] : []),
              ]
                .map((text) => ` · ${text}`)
                .join('')}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The same in a cell of a table. */
export function SmallBar({ count }: { count: ClassCount }) {
  const most = Math.max(1, count.target ?? 0, count.granted);
  return (
    <span className="small-bar">
      <span className="figures">
        {formatCount(count.granted)}
        <span className="quiet"> / {count.target === null ? '–' : formatCount(count.target)}</span>
      </span>
      <Bar count={count} most={most} />
    </span>
  );
}

/** What was granted as a filled length, the target as a line across; what exceeds it is hatched. */
function Bar({ count, most }: { count: ClassCount; most: number }) {
  const t = usePlansText();
  const { granted, target } = count;
  const name = { class: classOf(t, count.class), granted };
  const within = target === null ? granted : Math.min(granted, target);
  const share = (value: number) => `${(value / most) * 100}%`;
  return (
    <span
      className="target-bar"
      role="img"
      aria-label={target === null ? t('target.pictureBare', name) : t('target.picture', { ...name, target })}
    >
      <span className="target-within" style={{ width: share(within) }} />
      {granted > within ? (
        <span className="target-beyond" style={{ width: share(granted - within) }} />
      ) : null}
      {target === null ? null : <span className="target-line" style={{ insetInlineStart: share(target) }} />}
    </span>
  );
}
