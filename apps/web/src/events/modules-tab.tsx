import { App, Button, Form, Input, InputNumber, Select, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useEvent } from '../frame/event.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { FormDialog } from '../parts/form-dialog.js';
import { StateTag } from '../parts/state-tag.js';
import { percentHundredths, percentText } from './names.js';
import { nextCode } from './new-skill-values.js';
import { usePart } from './part-verbs.js';
import type { Module, Skill } from './types.js';
import { useEventsText } from './words.js';

interface Values {
  code: string;
  name: string;
  part: Module['part'];
  markedBy: Module['markedBy'];
  day: number;
  durationMinutes: number;
  weight?: number | null;
}

/** The parts of the test with day, duration and weight; the weights' sum stands at the foot. */
export function ModulesTab({ skill, note }: { skill: Skill; note: ReactNode }) {
  const t = useEventsText();
  const event = useEvent();
  const { modal } = App.useApp();
  const [open, setOpen] = useState<Module | 'new' | null>(null);
  const may = event.may.change.includes('modules');
  const module = usePart(
    'modules',
    skill.id,
    { saved: t('module.saved'), removed: t('module.removed') },
    () => setOpen(null),
  );
  const edited = open === 'new' || open === null ? null : open;
  const add = may ? (
    <Button icon={<Icon name="add" />} onClick={() => setOpen('new')}>
      {t('module.add')}
    </Button>
  ) : null;
  return (
    <section className="panel">
      {note}
      {skill.modules.length === 0 ? (
        <EmptyState icon="scheme" title={t('module.empty')} line={t('module.emptyLine')} action={add} />
      ) : (
        <>
          <div className="section-head">
            <WeightSum modules={skill.modules} />
            {add}
          </div>
          <Table<Module>
            size="middle"
            rowKey="id"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={skill.modules}
            columns={[
              { key: 'code', title: t('module.code'), dataIndex: 'code', width: 80 },
              { key: 'name', title: t('module.name'), dataIndex: 'name' },
              { key: 'part', title: t('module.part'), render: (_, row) => t(`module.${row.part}`) },
              {
                key: 'markedBy',
                title: t('module.markedBy'),
                render: (_, row) => t(`module.${row.markedBy}`),
              },
              {
                key: 'day',
                title: t('module.day'),
                className: 'figures',
                render: (_, row) => t('module.dayN', { n: row.day }),
              },
              {
                key: 'minutes',
                title: t('module.minutes'),
                align: 'right',
                className: 'figures',
                render: (_, row) => row.durationMinutes,
              },
              {
                key: 'weight',
                title: t('module.weight'),
                align: 'right',
                className: 'figures',
                render: (_, row) => (row.weightHundredths === null ? '–' : percentText(row.weightHundredths)),
              },
              ...(may
                ? [
                    {
                      key: 'do',
                      align: 'right' as const,
                      render: (_: unknown, row: Module) => (
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
                                title: t('module.removeTitle', { name: row.name }),
                                okText: t('module.remove'),
                                okButtonProps: { danger: true },
                                onOk: () => module.remove.mutateAsync(row.id).catch(() => undefined),
                              })
                            }
                          >
                            {t('module.remove')}
                          </Button>
                        </>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </>
      )}
      <FormDialog<Values>
        open={open !== null}
        title={t(edited ? 'module.edit' : 'module.add')}
        verb={t(edited ? 'skill.save' : 'module.add')}
        busy={module.save.isPending}
        problem={module.problem}
        initial={
          edited
            ? { ...edited, weight: edited.weightHundredths === null ? null : edited.weightHundredths / 100 }
            : {
                code: nextCode(skill.modules),
                part: 'practice',
                markedBy: 'scheme',
                day: skill.modules.at(-1)?.day ?? 1,
                durationMinutes: 240,
              }
        }
        onSubmit={({ code, name, part, markedBy, day, durationMinutes, weight }) => {
          const body = {
            code,
            name,
            part,
            markedBy,
            day,
            durationMinutes,
            weightHundredths: percentHundredths(weight),
          };
          module.save.mutate(
            edited ? { id: edited.id, version: edited.version, edit: body } : { create: body },
          );
        }}
        onClose={() => {
          module.forget();
          setOpen(null);
        }}
      >
        <ModuleFields />
      </FormDialog>
    </section>
  );
}

function ModuleFields() {
  const t = useEventsText();
  const form = Form.useFormInstance<Values>();
  const required = (field: string) => [{ required: true, message: t('field.required', { field }) }];
  return (
    <>
      <div className="form-row">
        <Form.Item
          name="code"
          label={t('module.code')}
          rules={required(t('module.code'))}
          className="form-short"
        >
          <Input maxLength={16} />
        </Form.Item>
        <Form.Item name="name" label={t('module.name')} rules={required(t('module.name'))}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="part" required label={t('module.part')}>
          <Select
            onChange={(part: Module['part']) =>
              form.setFieldValue('markedBy', part === 'theory' ? 'list' : 'scheme')
            }
            options={[
              { value: 'practice', label: t('module.practice') },
              { value: 'theory', label: t('module.theory') },
            ]}
          />
        </Form.Item>
        <Form.Item name="markedBy" required label={t('module.markedBy')}>
          <Select
            options={[
              { value: 'scheme', label: t('module.scheme') },
              { value: 'list', label: t('module.list') },
            ]}
          />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="day" label={t('module.day')} rules={required(t('module.day'))}>
          <InputNumber min={1} max={60} />
        </Form.Item>
        <Form.Item name="durationMinutes" label={t('module.minutes')} rules={required(t('module.minutes'))}>
          <InputNumber min={1} max={10_000} step={10} />
        </Form.Item>
        <Form.Item name="weight" label={t('module.weight')}>
          <InputNumber min={0.01} max={100} />
        </Form.Item>
      </div>
      <p className="quiet">{t('module.weightHelp')}</p>
    </>
  );
}

/** The sum of the weights as a state: 100 passes, anything else will block; none at all is a choice of its own. */
function WeightSum({ modules }: { modules: readonly Module[] }) {
  const t = useEventsText();
  const weighted = modules.filter(({ weightHundredths }) => weightHundredths !== null);
  if (weighted.length === 0) return <p className="quiet">{t('module.added')}</p>;
  const sum = weighted.reduce((total, { weightHundredths }) => total + (weightHundredths ?? 0), 0);
  const whole = sum === 10_000 && weighted.length === modules.length;
  return (
    <StateTag look={whole ? 'passed' : 'blocking'}>
      {t('module.total')} <span className="figures">{t('weightSum', { sum: percentText(sum) })}</span>
    </StateTag>
  );
}
