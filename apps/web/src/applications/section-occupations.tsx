import { Button, Form, Input, InputNumber, Select } from 'antd';
import { OccupationPicker } from '../catalogue/occupation-picker.js';
import { Icon } from '../look/icons.js';
import { noneAsEmpty } from '../events/none-as-empty.js';
import { useApplicationNames } from './application-names.js';
import type { FormValues, OccupationRow } from './form-values.js';
import { RowTools } from './row-tools.js';
import { SectionPanel } from './section-panel.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

/** The occupations with their standards, the groups, and how many take part. */
export function SectionOccupations({ application }: { application: Application }) {
  const t = useApplicationsText();
  return (
    <SectionPanel id="occupations" application={application}>
      <Form.List name="occupations">
        {(fields, { add, remove, move }) => (
          <>
            {fields.map(({ key, name }) => (
              <OccupationFields
                key={key}
                at={name}
                application={application}
                tools={<RowTools at={name} count={fields.length} onMove={move} onRemove={remove} />}
              />
            ))}
            <Button icon={<Icon name="add" />} onClick={() => add({ picked: null, teamSize: 1 })}>
              {t('add.occupation')}
            </Button>
          </>
        )}
      </Form.List>
      <h3>{t('field.groups')}</h3>
      <Form.List name={['content', 'groups']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div className="row-card" key={key}>
                <RowTools at={name} count={fields.length} onRemove={remove} />
                <div className="form-cells">
                  <Form.Item name={[name, 'code']} label={t('field.groups')} className="form-short">
                    <Select
                      options={(['worker', 'student', 'other'] as const).map((code) => ({
                        value: code,
                        label: t(`group.${code}`),
                      }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'name']} label={t('field.groupName')}>
                    <Input maxLength={40} />
                  </Form.Item>
                </div>
              </div>
            ))}
            <Button
              icon={<Icon name="add" />}
              onClick={() =>
                add(
                  fields.length === 0
                    ? { code: 'worker', name: '职工组' }
                    : { code: 'student', name: '学生组' },
                )
              }
            >
              {t('add.group')}
            </Button>
          </>
        )}
      </Form.List>
      <h3>{t('field.competitors')}</h3>
      <div className="form-cells">
        <Form.Item name={['content', 'scale', 'delegations']} label={t('field.delegations')}>
          <InputNumber min={0} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item name={['content', 'scale', 'competitors']} label={t('field.competitors')}>
          <InputNumber min={0} max={10_000_000} precision={0} />
        </Form.Item>
      </div>
    </SectionPanel>
  );
}

function OccupationFields({
  at,
  application,
  tools,
}: {
  at: number;
  application: Application;
  tools: React.ReactNode;
}) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const form = Form.useFormInstance<FormValues>();
  const row = Form.useWatch<OccupationRow | undefined>(['occupations', at], form);
  // What the catalogue says of it, once it has been saved.
  const known = application.occupations.find(
    ({ name, code }) => name === row?.picked?.name && code === (row.picked?.code ?? null),
  );
  const fromCatalogue = known?.standardFrom === 'catalogue';
  return (
    <div className="row-card">
      {tools}
      <div className="form-cells">
        <Form.Item name={[at, 'picked']} label={`${at + 1} · ${t('field.occupation')}`}>
          <OccupationPicker />
        </Form.Item>
        <Form.Item name={[at, 'detail']} label={t('field.detail')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name={[at, 'teamSize']} label={t('field.teamSize')} className="form-short">
          <InputNumber min={1} max={20} precision={0} />
        </Form.Item>
      </div>
      {fromCatalogue ? (
        <p>
          <span className="quiet">{t('field.standard')}</span> {names.standardOf(known)}
        </p>
      ) : (
        <div className="form-cells">
          <Form.Item
            name={[at, 'standardExists']}
            label={t('field.standard')}
            getValueProps={(value: boolean | null | undefined) => ({
              value: value === true ? 'yes' : value === false ? 'no' : '',
            })}
            normalize={(value: string) => (value === '' ? null : value === 'yes')}
          >
            <Select
              options={[
                { value: '', label: t('standard.unknown') },
                { value: 'yes', label: t('standard.exists') },
                { value: 'no', label: t('standard.none') },
              ]}
            />
          </Form.Item>
          {row?.standardExists ? (
            <Form.Item name={[at, 'standardTopLevel']} label={t('field.topLevel')} {...noneAsEmpty}>
              <Select
                options={[
                  { value: '', label: t('standard.unknown') },
                  ...[1, 2, 3, 4, 5].map((level) => ({ value: level, label: names.levelOf(level) })),
                ]}
              />
            </Form.Item>
          ) : null}
        </div>
      )}
      {row?.standardExists === false || known?.strategic || row?.strategicReason ? (
        <Form.Item
          name={[at, 'strategicReason']}
          label={t('field.strategic')}
          extra={t('field.strategicLine')}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
      ) : null}
      <Form.Item name={[at, 'id']} hidden>
        <Input />
      </Form.Item>
    </div>
  );
}
