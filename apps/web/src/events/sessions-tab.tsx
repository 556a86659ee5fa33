import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useEvent } from '../frame/event.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { DayTimeline } from './day-timeline.js';
import { usePart } from './part-verbs.js';
import { SessionDialog } from './session-dialog.js';
import type { Session, Skill } from './types.js';
import { useEventsText } from './words.js';

/** The sittings of a skill, drawn on the days of the event. */
export function SessionsTab({ skill, note }: { skill: Skill; note: ReactNode }) {
  const t = useEventsText();
  const times = useTimes();
  const event = useEvent();
  const { modal } = App.useApp();
  const [open, setOpen] = useState<Session | 'new' | null>(null);
  const may = event.may.change.includes('sessions');
  const session = usePart(
    'sessions',
    skill.id,
    { saved: t('session.saved'), removed: t('session.removed') },
    () => setOpen(null),
  );
  const add =
    may && skill.modules.length > 0 ? (
      <Button icon={<Icon name="add" />} onClick={() => setOpen('new')}>
        {t('session.add')}
      </Button>
    ) : null;
  const close = () => {
    session.forget();
    setOpen(null);
  };
  return (
    <section className="panel">
      {note}
      {skill.sessions.length === 0 ? (
        <EmptyState
          icon="schedule"
          title={t('session.empty')}
          line={skill.modules.length === 0 ? t('session.noModule') : t('session.emptyLine')}
          action={add}
        />
      ) : (
        <>
          <div className="section-head">
            <p className="quiet">{times.zoneNote ? t('session.zone', { zone: times.zoneNote }) : ''}</p>
            {add}
          </div>
          <DayTimeline modules={skill.modules} sessions={skill.sessions} onOpen={may ? setOpen : undefined} />
        </>
      )}
      <SessionDialog
        key={open === 'new' || open === null ? String(open) : `${open.id} ${open.version}`}
        session={open}
        skill={skill}
        busy={session.save.isPending}
        problem={session.problem}
        onSave={session.save.mutate}
        onClose={close}
        onRemove={(one) =>
          void modal.confirm({
            title: t('session.removeTitle', { name: one.name }),
            okText: t('session.remove'),
            okButtonProps: { danger: true },
            onOk: () => session.remove.mutateAsync(one.id).catch(() => undefined),
          })
        }
      />
    </section>
  );
}
