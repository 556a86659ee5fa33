import { Button, InputNumber } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { ifMatch } from '../../api/attempt.js';
import { api, take } from '../../api/client.js';
import { useVerb } from '../../api/verb.js';
import { Icon } from '../../look/icons.js';
import { planPaths } from '../data.js';
import { classOf, type Plan, type PlanLine, type PlanPlace } from '../types.js';
import { usePlansText } from '../words.js';

/** The order of the list, by buttons, by number or by Alt+arrow; saved as a whole. Published numbers stay. */
export function OrderEditor({ place, plan, onClose }: { place: PlanPlace; plan: Plan; onClose: () => void }) {
  const t = usePlansText();
  const standing = plan.lines.filter(({ change }) => change !== 'removed');
  const [order, setOrder] = useState<readonly PlanLine[]>(standing);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const save = useVerb({
    send: (lines: readonly PlanLine[]) =>
      take(
        api.PUT('/api/v1/plans/{level}/{divisionCode}/{planYear}/order', {
          params: { path: place },
          headers: ifMatch(plan.version),
          body: { applicationIds: lines.map(({ applicationId }) => applicationId) },
        }),
      ),
    outdates: planPaths,
    said: t('order.saved'),
    onDone: onClose,
  });
  const classes = [...new Set(order.map((line) => line.class))];
  const move = (line: PlanLine, to: number) => {
    const own = order.filter((one) => one.class === line.class);
    const place = Math.max(0, Math.min(own.length - 1, to));
    const rest = own.filter((one) => one !== line);
    const moved = [...rest.slice(0, place), line, ...rest.slice(place)];
    setOrder(classes.flatMap((of) => (of === line.class ? moved : order.filter((one) => one.class === of))));
    setSaid(t('order.moved', { name: line.officialName, place: place + 1 }));
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-line="${line.applicationId}"]`)?.focus(),
    );
  };
  const byKey = (line: PlanLine, at: number) => (press: KeyboardEvent) => {
    if (!press.altKey || (press.key !== 'ArrowUp' && press.key !== 'ArrowDown')) return;
    press.preventDefault();
    move(line, at + (press.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <div className="panel order-editor" ref={list}>
      <p className="quiet">{t('order.line')}</p>
      <p className="order-said" aria-live="polite">
        {said}
      </p>
      {classes.map((of) => {
        const own = order.filter((line) => line.class === of);
        return (
          <section key={of ?? 'none'}>
            <h3>{classOf(t, of)}</h3>
            <ol className="order-list">
              {own.map((line, at) => (
                <li
                  key={line.applicationId}
                  data-line={line.applicationId}
                  tabIndex={0}
                  onKeyDown={byKey(line, at)}
                >
                  <span className="figures order-number">{line.published ? line.number : at + 1}</span>
                  <span className="order-name">
                    {line.officialName}
                    {line.published ? <span className="quiet"> · {t('order.fixed')}</span> : null}
                  </span>
                  <span className="order-moves">
                    <Button
                      size="small"
                      type="text"
                      icon={<Icon name="up" />}
                      aria-label={`${t('order.up')} ${line.officialName}`}
                      title={t('order.up')}
                      disabled={at === 0}
                      onClick={() => move(line, at - 1)}
                    />
                    <Button
                      size="small"
                      type="text"
                      icon={<Icon name="down" />}
                      aria-label={`${t('order.down')} ${line.officialName}`}
                      title={t('order.down')}
                      disabled={at === own.length - 1}
                      onClick={() => move(line, at + 1)}
                    />
                    <InputNumber
                      size="small"
                      min={1}
                      max={own.length}
                      precision={0}
                      controls={false}
                      aria-label={`${t('order.to')} ${line.officialName}`}
                      key={`${line.applicationId}-${at}`}
                      defaultValue={at + 1}
                      onPressEnter={(press) => move(line, Number(press.currentTarget.value) - 1)}
                    />
                  </span>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      <div className="order-foot">
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(order)}>
          {t('order.save')}
        </Button>
        <Button onClick={onClose}>{t('order.cancel')}</Button>
      </div>
    </div>
  );
}
