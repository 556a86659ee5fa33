import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { Icon } from '../look/icons.js';
import { RowTools } from './row-tools.js';
import { SectionPanel } from './section-panel.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

/** What was held before, and the yearly inspections that were passed. */
export function SectionHistory({ application }: { application: Application }) {
  const t = useApplicationsText();
  const years = Array.from({ length: 6 }, (_, i) => application.planYear - i);
  const own = application.occupations.map(({ name }) => ({ value: name, label: name }));
  return (
    <SectionPanel id="history" application={application}>
      <h3>{t('field.editions')}</h3>
      <Form.List name={['content', 'earlierEditions']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div className="row-card" key={key}>
                <RowTools at={name} count={fields.length} onRemove={remove} />
                <div className="form-cells">
                  <Form.Item name={[name, 'year']} label={t('field.editionYear')} className="form-short">
                    <InputNumber min={1950} max={2100} precision={0} />
                  </Form.Item>
                  <Form.Item name={[name, 'name']} label={t('field.editionName')}>
                    <Input maxLength={200} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'competitors']}
                    label={t('field.editionCompetitors')}
                    className="form-short"
                  >
                    <InputNumber min={0} max={10_000_000} precision={0} />
                  </Form.Item>
                </div>
                <Form.Item name={[name, 'occupations']} label={t('field.editionOccupations')}>
                  <Select mode="tags" options={own} tokenSeparators={['、', ',', '，']} maxCount={40} />
                </Form.Item>
              </div>
            ))}
            {fields.length === 0 ? (
              <Form.Item name="noEditions" valuePropName="checked">
                <Checkbox>{t('field.noEditions')}</Checkbox>
              </Form.Item>
            ) : null}
            <Button
              icon={<Icon name="add" />}
              onClick={() =>
                add({
                  year: application.planYear - 1 - fields.length,
                  name: application.name,
                  occupations: [],
                })
              }
            >
              {t('add.edition')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item
        name={['content', 'inspectionYears']}
        label={t('field.inspection')}
        extra={t('field.inspectionLine')}
        style={{ marginTop: 18 }}
      >
        <Select mode="multiple" options={years.map((year) => ({ value: year, label: String(year) }))} />
      </Form.Item>
    </SectionPanel>
  );
}
