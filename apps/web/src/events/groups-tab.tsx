import { App, Button, Form, Input, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useEvent } from '../frame/event.js';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { FormDialog } from '../parts/form-dialog.js';
import { groupName } from './names.js';
import { usePart } from './part-verbs.js';
import type { Group, Skill } from './types.js';
import { useEventsText } from './words.js';

/** The groups of a skill, ranked and awarded separately. */
export function GroupsTab({ skill, note }: { skill: Skill; note: ReactNode }) {
  const t = useEventsText();
  const event = useEvent();
  const language = useLanguage();
  const { modal } = App.useApp();
  const [open, setOpen] = useState<Group | 'new' | null>(null);
  const may = event.may.change.includes('groups');
  const group = usePart('groups', skill.id, { saved: t('group.saved'), removed: t('group.removed') }, () =>
    setOpen(null),
  );
  const close = () => {
    group.forget();
    setOpen(null);
  };
  const edited = open === 'new' || open === null ? null : open;
  const add = may ? (
    <Button icon={<Icon name="add" />} onClick={() => setOpen('new')}>
      {t('group.add')}
    </Button>
  ) : null;
  return (
    <section className="panel reading-page">
      {note}
      <div className="section-head">
        <p className="quiet">{t('group.line')}</p>
        {skill.groups.length > 0 ? add : null}
      </div>
      {skill.groups.length === 0 ? (
        <EmptyState icon="people" title={t('group.empty')} line={t('group.emptyLine')} action={add} />
      ) : (
        <Table<Group>
          size="middle"
          rowKey="id"
          pagination={false}
          dataSource={skill.groups}
          columns={[
            {
              key: 'name',
              title: t('group.name'),
              render: (_, row) => groupName(row.code, row.name, language),
            },
            { key: 'code', title: t('group.code'), render: (_, row) => <code>{row.code}</code> },
            ...(may
              ? [
                  {
                    key: 'do',
                    align: 'right' as const,
                    render: (_: unknown, row: Group) => (
                      <>
                        <Button
                          type="text"
                          size="small"
                          icon={<Icon name="edit" />}
                          onClick={() => setOpen(row)}
                        >
                          {t('venue.edit')}
                        </Button>
                        <Button
                          type="text"
                          size="small"
                          danger
                          icon={<Icon name="remove" />}
                          onClick={() =>
                            void modal.confirm({
                              title: t('group.removeTitle', { name: row.name }),
                              okText: t('group.remove'),
                              okButtonProps: { danger: true },
                              onOk: () => group.remove.mutateAsync(row.id).catch(() => undefined),
                            })
                          }
                        >
                          {t('group.remove')}
                        </Button>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <FormDialog<{ code: string; name: string }>
        open={open !== null}
        title={t(edited ? 'group.edit' : 'group.add')}
        verb={t(edited ? 'skill.save' : 'group.add')}
        busy={group.save.isPending}
        problem={group.problem}
        initial={
          edited
            ? { code: edited.code, name: edited.name }
            : firstOf(skill, t('quick.worker'), t('quick.student'))
        }
        onSubmit={(values) =>
          group.save.mutate(
            edited ? { id: edited.id, version: edited.version, edit: values } : { create: values },
          )
        }
        onClose={close}
      >
        <Form.Item
          name="name"
          label={t('group.name')}
          rules={[
            { required: true, whitespace: true, message: t('field.required', { field: t('group.name') }) },
          ]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('group.code')}
          extra={t('group.codeHelp')}
          rules={[{ required: true, message: t('field.required', { field: t('group.code') }) }]}
        >
          <Input maxLength={16} />
        </Form.Item>
      </FormDialog>
    </section>
  );
}

/** What a new group begins with: whichever of the two usual ones is missing. */
function firstOf(
  skill: Skill,
  worker: string,
  student: string,
): { code: string; name: string } | Record<string, never> {
  const has = (code: string) => skill.groups.some((group) => group.code === code);
  if (!has('worker')) return { code: 'worker', name: worker };
  return has('student') ? {} : { code: 'student', name: student };
}
