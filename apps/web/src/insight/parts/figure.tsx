import { Button } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../language/format.js';
import { useSaid } from '../../language/language.js';
import type { Said } from '../../language/words.js';
import { Icon } from '../../look/icons.js';
import { useInsightText } from '../words.js';

/** A cell of a figure's numbers; with `to` it leads to the list behind it. */
export interface FigureCell {
  value: number | string | null;
  to?: string;
}

/** The same as the picture, as a table. */
export interface FigureTable {
  /** The first names the row; the others hold numbers, or text where they say so. */
  columns: readonly (string | { text: string })[];
  rows: readonly { key: string; name: ReactNode; cells: readonly FigureCell[] }[];
}

/**
 * A picture with what it counts, and its numbers on demand. The picture is made of links, so the keyboard walks through
 * it and each part leads to the list behind it.
 */
export function Figure(props: {
  title: string;
  /** What is counted. */
  note: Said;
  table: FigureTable;
  children: ReactNode;
  /** Switches of this picture. */
  actions?: ReactNode;
  /** One line below the title. */
  line?: ReactNode;
  wide?: boolean;
  /** Said instead of the picture where nothing was counted. */
  empty?: string | undefined;
}) {
  const t = useInsightText();
  const said = useSaid();
  const id = useId();
  const [numbers, setNumbers] = useState(false);
  const { title } = props;
  return (
    <section className={`figure panel${props.wide ? ' figure-wide' : ''}`} aria-labelledby={id}>
      <div className="figure-head">
        <h2 id={id}>{title}</h2>
        <div className="figure-actions no-print">
          {numbers ? null : props.actions}
          {props.empty ? null : (
            <Button
              size="small"
              icon={<Icon name={numbers ? 'ranking' : 'table'} />}
              aria-label={numbers ? t('pictureOf', { title }) : t('numbersOf', { title })}
              onClick={() => setNumbers(!numbers)}
            >
              {numbers ? t('picture') : t('numbers')}
            </Button>
          )}
        </div>
      </div>
      {props.line ? <div className="figure-line">{props.line}</div> : null}
      <div className="figure-body">
        {props.empty ? (
          <p className="figure-empty quiet">{props.empty}</p>
        ) : numbers ? (
          <Numbers title={title} table={props.table} />
        ) : (
          props.children
        )}
      </div>
      <p className="figure-note">
        <span className="visually-hidden">{t('counts')}：</span>
        {said(props.note)}
      </p>
    </section>
  );
}

function Numbers({ title, table }: { title: string; table: FigureTable }) {
  return (
    <div className="figure-numbers">
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column, at) => {
              const title = typeof column === 'string' ? column : column.text;
              return (
                <th key={title} scope="col" className={at > 0 && title === column ? 'figures' : ''}>
                  {title}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map(({ value, to }, at) => (
                <td key={at} className={typeof value === 'string' ? '' : 'figures'}>
                  {to && typeof value === 'number' && value > 0 ? (
                    <Link to={to}>{formatCount(value)}</Link>
                  ) : typeof value === 'number' || value === null ? (
                    formatCount(value)
                  ) : (
                    value
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
