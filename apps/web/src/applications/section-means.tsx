import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { formatCount } from '../language/format.js';
import { Icon } from '../look/icons.js';
import type { FormValues } from './form-values.js';
import { RowTools } from './row-tools.js';
import { SectionPanel } from './section-panel.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

const area = { minRows: 2, maxRows: 8 };

/** Who judges, what the applicant's business is, and the money. */
export function SectionMeans({ application }: { application: Application }) {
  const t = useApplicationsText();
  return (
    <SectionPanel id="means" application={application}>
      <div className="form-cells">
        <Form.Item
          name={['content', 'experts', 'count']}
          label={t('field.expertCount')}
          className="form-short"
        >
          <InputNumber min={0} max={100_000} precision={0} />
        </Form.Item>
        <Form.Item name={['content', 'experts', 'note']} label={t('field.experts')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      </div>
      <div className="form-cells">
        <Form.Item name={['content', 'judges', 'count']} label={t('field.judgeCount')} className="form-short">
          <InputNumber min={0} max={100_000} precision={0} />
        </Form.Item>
        <Form.Item name={['content', 'judges', 'note']} label={t('field.judges')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      </div>
      <Form.Item name={['content', 'business', 'covers']} label={t('field.business')}>
        <Radio.Group
          options={[
            { value: true, label: t('yes') },
            { value: false, label: t('no') },
          ]}
        />
      </Form.Item>
      <Form.Item name={['content', 'business', 'note']} label={t('field.businessNote')}>
        <Input.TextArea autoSize={area} maxLength={2000} />
      </Form.Item>
      <Funding />
    </SectionPanel>
  );
}

function Funding() {
  const t = useApplicationsText();
  const form = Form.useFormInstance<FormValues>();
  const funding = Form.useWatch(['content', 'funding'], form) as FormValues['content']['funding'] | undefined;
  const sum = (funding?.sources ?? []).reduce((total, source) => total + (source?.amountYuan ?? 0), 0);
  const unequal = funding?.totalYuan !== undefined && sum > 0 && sum !== funding.totalYuan;
  return (
    <>
      <Form.Item
        name={['content', 'funding', 'totalYuan']}
        label={t('field.fundingTotal')}
        {...(sum > 0
          ? {
              extra: (
                <span className={unequal ? 'state-warning' : ''}>
                  {t(unequal ? 'field.fundingUnequal' : 'field.fundingSum', { sum: formatCount(sum) })}
                </span>
              ),
            }
          : {})}
      >
        <Yuan />
      </Form.Item>
      <Form.List name={['content', 'funding', 'sources']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div className="row-card" key={key}>
                <RowTools at={name} count={fields.length} onRemove={remove} />
                <div className="form-cells">
                  <Form.Item name={[name, 'name']} label={t('field.fundingSource')}>
                    <Input maxLength={100} />
                  </Form.Item>
                  <Form.Item name={[name, 'amountYuan']} label={t('field.fundingAmount')}>
                    <Yuan />
                  </Form.Item>
                </div>
              </div>
            ))}
            <Button icon={<Icon name="add" />} onClick={() => add({})}>
              {t('add.source')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name={['content', 'funding', 'note']} label={t('field.fundingNote')}>
        <Input.TextArea autoSize={area} maxLength={2000} />
      </Form.Item>
    </>
  );
}

/** Whole yuan, with thousands apart. */
function Yuan(props: { id?: string; value?: number | null; onChange?: (value: number | null) => void }) {
  return (
    <InputNumber<number>
      {...props}
      min={0}
      max={100_000_000_000}
      precision={0}
      style={{ width: 220 }}
      formatter={(value) => (value === undefined ? '' : String(value).replace(/\B(?=(\d{3})+$)/g, ','))}
      parser={(text) => Number((text ?? '').replace(/[^\d]/g, ''))}
    />
  );
}
