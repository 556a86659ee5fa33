import { Form, Input } from 'antd';
import { DaySpan } from './day-span.js';
import { SectionPanel } from './section-panel.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

const area = { minRows: 2, maxRows: 10 };

/** How the contest goes, and where. */
export function SectionContest({ application }: { application: Application }) {
  const t = useApplicationsText();
  return (
    <SectionPanel id="contest" application={application}>
      <DaySpan name="preliminary" label={t('field.preliminary')} />
      <Form.Item name={['content', 'schedule', 'note']} label={t('field.schedule')}>
        <Input.TextArea autoSize={area} maxLength={2000} />
      </Form.Item>
      <div className="form-cells">
        <Form.Item name={['content', 'venue', 'city']} label={t('field.city')} className="form-short">
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={['content', 'venue', 'address']} label={t('field.address')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name={['content', 'venue', 'facilities']} label={t('field.facilities')}>
        <Input.TextArea autoSize={area} maxLength={2000} />
      </Form.Item>
      <Form.Item name={['content', 'venue', 'safety']} label={t('field.safety')}>
        <Input.TextArea autoSize={area} maxLength={2000} />
      </Form.Item>
    </SectionPanel>
  );
}
