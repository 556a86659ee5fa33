import { Checkbox } from 'antd';
import { stateLook } from '../applications/looks.js';
import { useApplicationsText } from '../applications/words.js';
import { Icon } from '../look/icons.js';
import { StateShape, StateTag } from '../parts/state-tag.js';
import type { DeskRow } from './types.js';
import { useReviewText } from './words.js';

/** An application as a line of the queue: what it is, its clock, what the rules found. */
export function QueueRow(props: {
  row: DeskRow;
  active: boolean;
  chosen: boolean;
  onOpen: () => void;
  onChoose?: ((chosen: boolean) => void) | undefined;
}) {
  const { row, active, chosen, onOpen, onChoose } = props;
  const t = useReviewText();
  const a = useApplicationsText();
  const decided = ['granted', 'grantedWithConditions', 'declined', 'withdrawn', 'revoked'].includes(
    row.state,
  );
  return (
    <li className={`desk-row${active ? ' desk-row-active' : ''}`} data-id={row.id}>
      {onChoose ? (
        <Checkbox
          checked={chosen}
          aria-label={t('list.choose', { name: row.name })}
          onChange={({ target }) => onChoose(target.checked)}
        />
      ) : null}
      <button type="button" className="desk-row-open" aria-current={active} onClick={onOpen}>
        <span className="desk-row-name">
          {row.edition}
          {row.name}
        </span>
        <span className="desk-row-lead">
          {row.leadName} · <span className="figures">{row.planYear}</span>
          {row.class ? ` · ${a(`class.${row.class}`)}` : ''}
          {row.level === 'nationalIndustry' ? '' : ` · ${row.divisionName ?? a(`level.${row.level}`)}`}
        </span>
        <span className="desk-row-marks">
          <StateTag look={stateLook[row.state]} quiet>
            {a(`state.${row.state}`)}
          </StateTag>
          <Clock row={row} decided={decided} />
          <Counts row={row} />
        </span>
        <Notes row={row} />
      </button>
    </li>
  );
}

function Clock({ row, decided }: { row: DeskRow; decided: boolean }) {
  const t = useReviewText();
  if (decided)
    return (
      <span className="desk-row-clock figures">
        {row.daysWaiting === 0 ? t('list.today') : t('list.since', { count: row.daysWaiting })}
      </span>
    );
  const left = row.dueAt ? Math.ceil((Date.parse(row.dueAt) - Date.now()) / 86_400_000) : null;
  return (
    <span className={`desk-row-clock figures${row.overdue ? ' desk-row-late' : ''}`} title={t('list.house')}>
      <Icon name="timer" size="1em" />
      {row.overdue && left !== null
        ? t('list.overdueBy', { count: Math.max(1, -left) })
        : row.daysWaiting === 0
          ? t('list.arrivedToday')
          : t('list.days', { count: row.daysWaiting })}
    </span>
  );
}

function Counts({ row }: { row: DeskRow }) {
  const t = useReviewText();
  const { blocking, warning, unknown } = row.findings;
  return (
    <span className="desk-row-counts figures">
      {blocking > 0 ? (
        <span>
          <StateShape look="blocking" title={t('findings.blocking', { count: blocking })} /> {blocking}
        </span>
      ) : null}
      {warning > 0 ? (
        <span>
          <StateShape look="warning" title={t('findings.warning', { count: warning })} /> {warning}
        </span>
      ) : null}
      {unknown > 0 ? (
        <span>
          <StateShape look="unknown" title={t('findings.unknown', { count: unknown })} /> {unknown}
        </span>
      ) : null}
    </span>
  );
}

function Notes({ row }: { row: DeskRow }) {
  const t = useReviewText();
  const notes = [
    ...(row.bar ? [t('list.barred')] : []),
    ...(row.submissions > 1 ? [t('list.again', { count: row.submissions })] : []),
    ...(row.waitingAmendments > 0 ? [t('list.amendments', { count: row.waitingAmendments })] : []),
    ...(row.overdueConditions > 0
      ? [t('list.conditionsOverdue', { count: row.overdueConditions })]
      : row.reportedConditions > 0
        ? [t('list.conditionsReported', { count: row.reportedConditions })]
        : row.openConditions > 0
          ? [t('list.conditions', { count: row.openConditions })]
          : []),
    ...(row.historic ? [t('list.historic')] : []),
    ...(row.demo ? [t('list.demo')] : []),
  ];
  return notes.length > 0 ? <span className="desk-row-notes">{notes.join(' · ')}</span> : null;
}
