import { App, Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useEvent } from '../frame/event.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { FormDialog } from '../parts/form-dialog.js';
import { StateShape } from '../parts/state-tag.js';
import { AddWorkstations } from './add-workstations.js';
import type { Skill, Workstation } from './types.js';
import { useEventsText } from './words.js';
import { useStationVerbs } from './workstation-verbs.js';

const states = ['usable', 'spare', 'failed'] as const;
export const stationLook = { usable: 'passed', spare: 'waiting', failed: 'blocking' } as const;

/** The places to work as a grid, each with its state as a word and a shape; select some and set their state. */
export function WorkstationsTab({ skill, note }: { skill: Skill; note: ReactNode }) {
  const t = useEventsText();
  const event = useEvent();
  const { modal } = App.useApp();
  const may = event.may.change.includes('workstations');
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState(false);
  const [failing, setFailing] = useState(false);
  const verbs = useStationVerbs(skill, () => setSelected([]));
  const chosen = skill.workstations.filter(({ id }) => selected.includes(id));
  const count = (state: Workstation['state']) =>
    skill.workstations.filter((one) => one.state === state).length;
  const add = may ? (
    <Button icon={<Icon name="add" />} onClick={() => setAdding(true)}>
      {t('station.add')}
    </Button>
  ) : null;
  const set = (state: Workstation['state']) =>
    state === 'failed' ? setFailing(true) : verbs.change.mutate({ stations: chosen, state, reason: null });
  return (
    <section className="panel">
      {note}
      {skill.workstations.length === 0 ? (
        <EmptyState icon="table" title={t('station.empty')} line={t('station.emptyLine')} action={add} />
      ) : (
        <>
          <div className="section-head">
            <p className="figures">
              {t('station.summary', {
                usable: count('usable'),
                spare: count('spare'),
                failed: count('failed'),
              })}
            </p>
            {add}
          </div>
          {may ? (
            <div className="station-bar" role="toolbar" aria-label={t('station.state')}>
              {chosen.length === 0 ? (
                <span className="quiet">{t('station.hint')}</span>
              ) : (
                <>
                  <strong className="figures">{t('station.selected', { count: chosen.length })}</strong>
                  {states.map((state) => (
                    <Button
                      key={state}
                      loading={verbs.change.isPending}
                      icon={<StateShape look={stationLook[state]} />}
                      onClick={() => set(state)}
                    >
                      {t('station.set', { state: t(`station.${state}`) })}
                    </Button>
                  ))}
                  <Button
                    danger
                    type="text"
                    icon={<Icon name="remove" />}
                    onClick={() =>
                      void modal.confirm({
                        title: t('station.removeTitle', { count: chosen.length }),
                        content: t('station.removeLine'),
                        okText: t('station.remove'),
                        okButtonProps: { danger: true },
                        onOk: () => verbs.remove.mutateAsync(chosen).catch(() => undefined),
                      })
                    }
                  >
                    {t('station.remove')}
                  </Button>
                </>
              )}
              <span className="grow" />
              <Button
                type="text"
                onClick={() => setSelected(chosen.length > 0 ? [] : skill.workstations.map(({ id }) => id))}
              >
                {t(chosen.length > 0 ? 'station.selectNone' : 'station.selectAll')}
              </Button>
            </div>
          ) : null}
          <StationGrid
            stations={skill.workstations}
            selected={selected}
            onSelect={may ? setSelected : null}
          />
        </>
      )}
      <AddWorkstations open={adding} skill={skill} onClose={() => setAdding(false)} />
      <FormDialog<{ reason?: string }>
        open={failing}
        title={t('station.reasonTitle', { count: chosen.length })}
        verb={t('station.set', { state: t('station.failed') })}
        busy={verbs.change.isPending}
        onSubmit={({ reason }) => {
          verbs.change.mutate({ stations: chosen, state: 'failed', reason: reason?.trim() || null });
          setFailing(false);
        }}
        onClose={() => setFailing(false)}
      >
        <Form.Item name="reason" label={t('station.reason')}>
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      </FormDialog>
    </section>
  );
}

/** The tiles. A press selects, Shift reaches from the last one pressed; every tile is a stop for the keyboard. */
function StationGrid(props: {
  stations: readonly Workstation[];
  selected: readonly string[];
  onSelect: ((ids: readonly string[]) => void) | null;
}) {
  const t = useEventsText();
  const { stations, selected, onSelect } = props;
  const [anchor, setAnchor] = useState<number | null>(null);
  const press = (at: number, isRange: boolean) => {
    const id = stations[at]?.id;
    if (!onSelect || id === undefined) return;
    if (isRange && anchor !== null) {
      const [from, to] = at < anchor ? [at, anchor] : [anchor, at];
      const range = stations.slice(from, to + 1).map((one) => one.id);
      onSelect([...new Set([...selected, ...range])]);
    } else {
      onSelect(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]);
    }
    setAnchor(at);
  };
  return (
    <ul className="stations">
      {stations.map((station, at) => {
        const inside = (
          <>
            <span className="station-code figures">{station.code}</span>
            <span className={`station-state state-${stationLook[station.state]}`}>
              <StateShape look={stationLook[station.state]} />
              {t(`station.${station.state}`)}
            </span>
          </>
        );
        return (
          <li key={station.id}>
            {onSelect ? (
              <button
                type="button"
                className={`station station-is-${station.state}`}
                aria-pressed={selected.includes(station.id)}
                onClick={(click) => press(at, click.shiftKey)}
              >
                {inside}
              </button>
            ) : (
              <div className={`station station-is-${station.state}`}>{inside}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
