import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, InputNumber, Segmented, Select } from 'antd';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { noneAsEmpty } from './none-as-empty.js';
import { useEventsText } from './words.js';

/** Code, names, team size, age limit, venue and signed scans of a skill. */
export function SkillDetailFields({ locked = false, daily = false }: { locked?: boolean; daily?: boolean }) {
  const t = useEventsText();
  const event = useEvent();
  const venues = useQuery(
    got('/api/v1/events/{eventId}/venues', { params: { path: { eventId: event.id } } }),
  );
  const required = (field: string) => [
    { required: true, whitespace: true, message: t('field.required', { field }) },
  ];
  return (
    <>
      <div className="form-row">
        <Form.Item
          name="code"
          label={t('quick.code')}
          rules={required(t('quick.code'))}
          className="form-short"
        >
          <Input maxLength={16} disabled={locked} />
        </Form.Item>
        <Form.Item name="name" label={t('quick.name')} rules={required(t('quick.name'))}>
          <Input maxLength={100} disabled={locked} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('quick.nameEn')}>
          <Input maxLength={100} disabled={locked} lang="en" />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="teamSize" label={t('quick.team')} required className="form-fixed">
          <Segmented
            disabled={locked}
            options={[
              { value: 1, label: t('team.one') },
              { value: 2, label: t('team.two') },
              { value: 3, label: t('team.three') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="ageYearsMax"
          label={t('quick.age')}
          extra={t('quick.ageHelp')}
          className="form-short"
        >
          <InputNumber min={10} max={100} disabled={locked} />
        </Form.Item>
        <Form.Item name="venueId" label={t('quick.venue')} required {...noneAsEmpty}>
          <Select
            disabled={daily}
            loading={venues.isPending}
            options={[
              { value: '', label: t('quick.venueNone') },
              ...(venues.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Form.Item>
      </div>
      <Form.Item name="requireSignedScan" valuePropName="checked">
        <Checkbox disabled={daily}>{t('quick.scan')}</Checkbox>
      </Form.Item>
    </>
  );
}
