import { useMemo, useRef, type KeyboardEvent } from 'react';
import { StateShape } from '../parts/state-tag.js';
import { lookOf, type CellState, type Desk, type DeskCell } from './types.js';
import { useDeskText } from './words.js';

interface Props {
  desk: Desk;
  /** Only cells in this state are lit; rows and columns without one are left out. */
  shown: CellState | null;
  onOpen: (formId: string) => void;
}

/** Works × sub-criteria: a shape in each cell, counts at the edges. Arrow keys move, Enter opens. */
export function Matrix({ desk, shown, onOpen }: Props) {
  const t = useDeskText();
  const body = useRef<HTMLTableElement>(null);
  const { rows, columns } = useMemo(() => arranged(desk, shown), [desk, shown]);
  const move = (press: KeyboardEvent<HTMLTableElement>) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[press.key];
    const at = (press.target as HTMLElement).dataset['at']?.split(' ').map(Number);
    if (!step || !at) return;
    press.preventDefault();
    let [row = 0, column = 0] = at;
    // Over cells that are not there (a work has sub-criteria of its own module only).
    for (let tries = 0; tries < 200; tries++) {
      row += step[0] ?? 0;
      column += step[1] ?? 0;
      const cell = body.current?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`);
      if (cell) return cell.focus();
      if (row < 0 || column < 0 || row >= rows.length || column >= columns.length) return;
    }
  };
  return (
    <div className="matrix-frame">
      <table className="matrix" ref={body} onKeyDown={move} aria-label={t('desk.matrix')}>
        <thead>
          <tr>
            <th className="matrix-work">{t('desk.work')}</th>
            {columns.map(({ sub, signed, needed }) => (
              <th key={sub.id} title={[sub.name, sub.teamName ?? t('desk.noTeam')].join(' · ')}>
                <span className="figures">{sub.code}</span>
                <span className="matrix-edge figures">
                  {signed}/{needed}
                </span>
              </th>
            ))}
            <th className="matrix-sum">{t('desk.signedOf')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ work, cells, signed, needed }, row) => (
            <tr key={work.id}>
              <th scope="row" className="matrix-work code">
                {work.code}
              </th>
              {columns.map(({ sub }, column) => {
                const cell = cells.get(sub.id);
                return (
                  <td key={sub.id}>
                    {cell ? (
                      <Cell
                        cell={cell}
                        at={`${row} ${column}`}
                        isFirst={row === 0 && column === 0}
                        isFaint={shown !== null && cell.state !== shown}
                        label={t('desk.cell', {
                          work: work.code,
                          sub: sub.code,
                          state: t(`state.${cell.state}`),
                        })}
                        aspects={sub.aspectCount}
                        onOpen={onOpen}
                      />
                    ) : null}
                  </td>
                );
              })}
              <td className="matrix-sum figures">
                {signed}/{needed}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell(props: {
  cell: DeskCell;
  at: string;
  isFirst: boolean;
  isFaint: boolean;
  label: string;
  aspects: number;
  onOpen: (formId: string) => void;
}) {
  const { cell, isFaint, label, aspects } = props;
  const isPart = cell.state === 'inProgress' || cell.state === 'reopened';
  return (
    <button
      type="button"
      className={`matrix-cell is-${cell.state} state-${lookOf[cell.state]}${isFaint ? ' is-faint' : ''}`}
      data-at={props.at}
      tabIndex={props.isFirst ? 0 : -1}
      disabled={cell.formId === null}
      aria-label={label}
      title={label}
      onFocus={({ currentTarget }) => {
        // The cell last looked at is where Tab comes back to.
        for (const one of currentTarget.closest('table')?.querySelectorAll('[tabindex="0"]') ?? []) {
          one.setAttribute('tabindex', '-1');
        }
        currentTarget.setAttribute('tabindex', '0');
      }}
      onClick={() => (cell.formId === null ? undefined : props.onOpen(cell.formId))}
    >
      <StateShape look={lookOf[cell.state]} />
      {isPart ? (
        <span className="figures">
          {cell.marked}/{aspects}
        </span>
      ) : null}
    </button>
  );
}

function arranged(desk: Desk, shown: CellState | null) {
  const byWork = new Map<string, Map<string, DeskCell>>();
  for (const cell of desk.cells) {
    const cells = byWork.get(cell.workId) ?? new Map<string, DeskCell>();
    byWork.set(cell.workId, cells.set(cell.subCriterionId, cell));
  }
  const wanted = (cells: Iterable<DeskCell>) =>
    shown === null || [...cells].some(({ state }) => state === shown);
  const edge = (cells: DeskCell[]) => ({
    signed: cells.filter(({ state }) => state === 'signed').length,
    needed: cells.filter(({ state }) => state !== 'notNeeded').length,
  });
  const rows = desk.works
    .map((work) => ({ work, cells: byWork.get(work.id) ?? new Map<string, DeskCell>() }))
    .filter(({ cells }) => cells.size > 0 && wanted(cells.values()))
    .map((row) => ({ ...row, ...edge([...row.cells.values()]) }));
  const columns = desk.subCriteria
    .map((sub) => ({ sub, cells: desk.cells.filter(({ subCriterionId }) => subCriterionId === sub.id) }))
    .filter(({ cells }) => cells.length > 0 && wanted(cells))
    .map(({ sub, cells }) => ({ sub, ...edge(cells) }));
  return { rows, columns };
}
