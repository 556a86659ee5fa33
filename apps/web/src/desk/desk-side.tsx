import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { StateTag } from '../parts/state-tag.js';
import { DeductionList } from './deduction-list.js';
import type { Deduction, Desk, Implausible } from './types.js';
import { useDeskText } from './words.js';

/** What is wrong, or may be: beside the matrix, each line leading to its form. */
export function DeskSide(props: {
  desk: Desk;
  deductions: readonly Deduction[];
  onOpen: (formId: string) => void;
}) {
  const { desk, deductions, onOpen } = props;
  const t = useDeskText();
  const { id: eventId } = useEvent();
  const implausible = useQuery({
    ...got('/api/v1/events/{eventId}/skills/{skillId}/implausible', {
      params: { path: { eventId, skillId: desk.skillId } },
    }),
    refetchInterval: 60_000,
  });
  const codeOf = new Map(desk.works.map(({ id, code }) => [id, code]));
  const subOf = new Map(desk.subCriteria.map(({ id, code }) => [id, code]));
  const missing = desk.cells.filter(({ state }) => state === 'missing');
  const doubtful = implausible.data?.items ?? [];
  const undecided = deductions.filter(({ state }) => state === 'proposed').length;
  return (
    <aside className="desk-side">
      <Panel title={t('side.spreads')} count={desk.spreads.length} none={t('side.noSpreads')} look="warning">
        {desk.spreads.map((spread) => (
          <Line key={`${spread.formId} ${spread.aspectId}`} onOpen={() => onOpen(spread.formId)}>
            <strong>
              <span className="code">{spread.workCode}</span> · {spread.aspectCode}
            </strong>
            <span className="quiet">{spread.description}</span>
            <span className="figures">
              {spread.scores
                .map(({ seat, name, value }) => `${name || t('peek.seat', { seat })} ${value}`)
                .join('　')}
            </span>
          </Line>
        ))}
      </Panel>
      <Panel
        title={t('side.missing')}
        count={missing.length + desk.strays.length}
        none={t('side.noMissing')}
        look="blocking"
      >
        {missing.map((cell) => (
          <Line key={`${cell.workId} ${cell.subCriterionId}`}>
            <strong>
              <span className="code">{codeOf.get(cell.workId)}</span> · {subOf.get(cell.subCriterionId)}
            </strong>
            <StateTag look="blocking" quiet>
              {t('state.missing')}
            </StateTag>
          </Line>
        ))}
        {desk.strays.map((stray) => (
          <Line key={stray.formId} onOpen={() => onOpen(stray.formId)}>
            {t('side.stray', {
              work: stray.workCode,
              sub: stray.subCriterionCode,
              number: stray.schemeNumber,
            })}
          </Line>
        ))}
      </Panel>
      <Panel
        title={t('side.implausible')}
        count={doubtful.length}
        none={t('side.noImplausible')}
        look="unknown"
      >
        {doubtful.map((one) => (
          <Line key={`${one.kind} ${one.formId} ${one.aspectCode ?? ''}`} onOpen={() => onOpen(one.formId)}>
            <strong>
              <span className="code">{one.workCode}</span> · {one.subCriterionCode}
            </strong>
            <span className="figures">{sayDoubt(t, one)}</span>
          </Line>
        ))}
      </Panel>
      <Panel title={t('side.deductions')} count={undecided} none={t('side.noDeductions')} look="warning">
        {deductions.length > 0 ? <DeductionList eventId={eventId} deductions={deductions} /> : null}
      </Panel>
    </aside>
  );
}

function sayDoubt(t: ReturnType<typeof useDeskText>, one: Implausible): string {
  if (one.kind === 'allZero') return t('side.allZero');
  const gaps = { aspect: one.aspectCode ?? '', value: one.value, median: one.median ?? '' };
  return `${t(`side.${one.kind}`, gaps)} · ${t('side.distance', { distance: one.distance ?? 0 })}`;
}

function Panel(props: {
  title: string;
  count: number;
  none: string;
  look: 'warning' | 'blocking' | 'unknown';
  children: ReactNode;
}) {
  const isEmpty = Array.isArray(props.children) ? props.children.flat().length === 0 : !props.children;
  return (
    <section className="desk-panel">
      <h2>
        {props.title}
        {props.count > 0 ? (
          <StateTag look={props.look} quiet>
            <span className="figures">{props.count}</span>
          </StateTag>
        ) : null}
      </h2>
      {isEmpty ? <p className="quiet">{props.none}</p> : <ul>{props.children}</ul>}
    </section>
  );
}

function Line({ children, onOpen }: { children: ReactNode; onOpen?: () => void }) {
  return (
    <li className="desk-line">
      {onOpen ? (
        <Button type="text" block onClick={onOpen}>
          <span className="desk-line-body">{children}</span>
        </Button>
      ) : (
        <span className="desk-line-body">{children}</span>
      )}
    </li>
  );
}
