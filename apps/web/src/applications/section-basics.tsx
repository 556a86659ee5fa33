import { Form, Input, InputNumber, Radio } from 'antd';
import { DivisionPicker } from '../catalogue/division-picker.js';
import { IndustryPicker } from '../catalogue/industry-picker.js';
import { useApplicationNames } from './application-names.js';
import { DaySpan } from './day-span.js';
import { SectionPanel } from './section-panel.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

/** What the contest is, when and where its final is, why, and whom to ask. */
export function SectionBasics({ application }: { application: Application }) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const classes = application.policy?.classes ?? ['one', 'two'];
  return (
    <SectionPanel id="basics" application={application}>
      <Form.Item name="name" label={t('field.name')} extra={t('new.nameLine')}>
        <Input maxLength={120} />
      </Form.Item>
      <div className="form-cells">
        <Form.Item name="edition" label={t('field.edition')} extra={t('field.editionLine')}>
          <Input maxLength={30} />
        </Form.Item>
        {classes.length > 0 ? (
          <Form.Item name="class" label={t('field.class')}>
            <Radio.Group options={classes.map((value) => ({ value, label: names.classOf(value) }))} />
          </Form.Item>
        ) : null}
        <Form.Item name="heldYear" label={t('field.heldYear')} className="form-short">
          <InputNumber min={application.planYear} max={application.planYear + 1} />
        </Form.Item>
      </div>
      {application.officialName ? (
        <p>
          <span className="quiet">{t('field.official')}</span> {application.officialName}
        </p>
      ) : null}
      <div className="form-cells">
        <DaySpan name="finalDates" label={t('field.finalDates')} />
        <Form.Item name="placeDivisionCode" label={t('field.place')} extra={t('field.placeLine')}>
          <DivisionPicker />
        </Form.Item>
        <Form.Item name="industryCode" label={t('field.industry')} extra={t('field.industryLine')}>
          <IndustryPicker />
        </Form.Item>
      </div>
      <Form.Item name={['content', 'purpose']} label={t('field.purpose')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} showCount />
      </Form.Item>
      <div className="form-cells">
        <Form.Item name={['content', 'contact', 'name']} label={t('field.contactName')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name={['content', 'contact', 'phone']} label={t('field.contactPhone')}>
          <Input maxLength={40} inputMode="tel" />
        </Form.Item>
        <Form.Item
          name={['content', 'contact', 'email']}
          label={t('field.contactEmail')}
          validateTrigger="onBlur"
        >
          <Input maxLength={120} inputMode="email" />
        </Form.Item>
      </div>
    </SectionPanel>
  );
}
