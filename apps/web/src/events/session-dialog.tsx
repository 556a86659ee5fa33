import { Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import type { Problem } from '../api/problem.js';
import { useEvent } from '../frame/event.js';
import { Icon } from '../look/icons.js';
import { FormDialog } from '../parts/form-dialog.js';
import type { PartWish } from './part-verbs.js';
import type { Module, Session, Skill } from './types.js';
import { dayAfter, dayOf, instantOf, wallClock } from './wall-clock.js';
import { useEventsText } from './words.js';

interface Values {
  moduleId: string;
  name: string;
  starts: Dayjs;
  ends: Dayjs;
}

/** One sitting: its module, name and times on the event's clocks. The end follows the start by the module's length. */
export function SessionDialog(props: {
  session: Session | 'new' | null;
  skill: Skill;
  busy: boolean;
  problem: Problem | null;
  onSave: (wish: PartWish<'sessions'>) => void;
  onClose: () => void;
  onRemove: (session: Session) => void;
}) {
  const t = useEventsText();
  const event = useEvent();
  const { session, skill } = props;
  const edited = session === 'new' || session === null ? null : session;
  const zone = event.timeZone;
  return (
    <FormDialog<Values>
      open={session !== null}
      title={t(edited ? 'session.edit' : 'session.add')}
      verb={t(edited ? 'skill.save' : 'session.add')}
      busy={props.busy}
      problem={props.problem}
      initial={edited ? valuesOf(edited, zone) : firstValues(skill, event, (n) => t('quick.sitting', { n }))}
      onSubmit={({ moduleId, name, starts, ends }) => {
        const times = { name: name.trim(), startsAt: instantOf(starts, zone), endsAt: instantOf(ends, zone) };
        props.onSave(
          edited
            ? { id: edited.id, version: edited.version, edit: times }
            : { create: { moduleId, ...times } },
        );
      }}
      onClose={props.onClose}
    >
      <SessionFields modules={skill.modules} fixed={edited !== null} />
      {edited ? (
        <Button danger type="text" icon={<Icon name="remove" />} onClick={() => props.onRemove(edited)}>
          {t('session.remove')}
        </Button>
      ) : null}
    </FormDialog>
  );
}

function SessionFields({ modules, fixed }: { modules: readonly Module[]; fixed: boolean }) {
  const t = useEventsText();
  const form = Form.useFormInstance<Values>();
  const required = (field: string) => [{ required: true, message: t('field.required', { field }) }];
  const follow = () => {
    const { moduleId, starts } = form.getFieldsValue();
    const minutes = modules.find(({ id }) => id === moduleId)?.durationMinutes;
    if (starts && minutes) form.setFieldValue('ends', starts.add(minutes, 'minute'));
  };
  const picker = {
    showTime: { format: 'HH:mm', minuteStep: 5 as const },
    format: 'YYYY-MM-DD HH:mm',
    allowClear: false,
  };
  return (
    <>
      <div className="form-row">
        <Form.Item name="moduleId" label={t('session.module')} rules={required(t('session.module'))}>
          <Select
            disabled={fixed}
            onChange={follow}
            options={modules.map((module) => ({
              value: module.id,
              label: `${module.code} ${module.name} · ${t('module.minutesN', { n: module.durationMinutes })}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="name" label={t('session.name')} rules={required(t('session.name'))}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="starts" label={t('session.starts')} rules={required(t('session.starts'))}>
          <DatePicker {...picker} onChange={follow} />
        </Form.Item>
        <Form.Item name="ends" label={t('session.ends')} rules={required(t('session.ends'))}>
          <DatePicker {...picker} />
        </Form.Item>
      </div>
    </>
  );
}

function valuesOf(session: Session, zone: string): Partial<Values> {
  const starts = wallClock(session.startsAt, zone);
  const ends = wallClock(session.endsAt, zone);
  return {
    moduleId: session.moduleId,
    name: session.name,
    ...(starts ? { starts } : {}),
    ...(ends ? { ends } : {}),
  };
}

/** A new sitting follows the module's last one by an hour, or begins the module's day at nine. */
function firstValues(
  skill: Skill,
  event: { startsOn: string; timeZone: string },
  nameOf: (n: number) => string,
): Partial<Values> {
  const module =
    skill.modules.find(({ id }) => !skill.sessions.some(({ moduleId }) => moduleId === id)) ??
    skill.modules.at(-1);
  if (!module) return {};
  const before = skill.sessions.filter(({ moduleId }) => moduleId === module.id);
  const last = before
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1);
  const nine = dayOf(dayAfter(event.startsOn, module.day - 1))?.hour(9);
  const starts = last ? wallClock(last, event.timeZone)?.add(60, 'minute') : nine;
  if (!starts) return { moduleId: module.id };
  return {
    moduleId: module.id,
    name: nameOf(before.length + 1),
    starts,
    ends: starts.add(module.durationMinutes, 'minute'),
  };
}
