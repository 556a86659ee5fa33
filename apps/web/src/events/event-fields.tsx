import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import { useMemo } from 'react';
import { DivisionPicker } from '../catalogue/division-picker.js';
import { IndustryPicker } from '../catalogue/industry-picker.js';
import { useLanguage } from '../language/language.js';
import { zoneName } from '../language/format.js';
import { levels, specialKinds } from './levels.js';
import { noneAsEmpty } from './none-as-empty.js';
import { useEventsText } from './words.js';

/** What an event is: names, rung of the ladder, special contest, edition, area and industry. */
export function WhatFields({ disabled = false }: { disabled?: boolean }) {
  const t = useEventsText();
  const required = (field: string) => [
    { required: true, whitespace: true, message: t('field.required', { field }) },
  ];
  return (
    <>
      <Form.Item
        name="name"
        label={t('field.name')}
        extra={t('field.nameHelp')}
        rules={required(t('field.name'))}
      >
        <Input maxLength={200} disabled={disabled} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('field.nameEn')}>
        <Input maxLength={200} disabled={disabled} lang="en" />
      </Form.Item>
      <div className="form-row">
        <Form.Item
          name="level"
          label={t('field.level')}
          rules={[{ required: true, message: t('field.required', { field: t('field.level') }) }]}
        >
          <Select
            disabled={disabled}
            options={levels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
          />
        </Form.Item>
        <Form.Item name="specialKind" label={t('field.special')} required {...noneAsEmpty}>
          <Select
            disabled={disabled}
            options={[
              { value: '', label: t('special.none') },
              ...specialKinds.map((kind) => ({ value: kind, label: t(`special.${kind}`) })),
            ]}
          />
        </Form.Item>
        <Form.Item name="edition" label={t('field.edition')} extra={t('field.editionHelp')}>
          <Input maxLength={60} disabled={disabled} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="divisionCode" label={t('field.division')} extra={t('field.divisionHelp')}>
          <DivisionPicker disabled={disabled} />
        </Form.Item>
        <Form.Item name="industryCode" label={t('field.industry')} extra={t('field.industryHelp')}>
          <IndustryPicker disabled={disabled} />
        </Form.Item>
      </div>
    </>
  );
}

/** When an event is: its days, the year it counts for, its zone. */
export function WhenFields({ disabled = false }: { disabled?: boolean }) {
  const t = useEventsText();
  const language = useLanguage();
  const zones = useMemo(
    () =>
      Intl.supportedValuesOf('timeZone').map((zone) => ({
        value: zone,
        label: `${zone} · ${zoneName(zone, language)}`,
      })),
    [language],
  );
  return (
    <div className="form-row">
      <Form.Item
        name="dates"
        label={t('field.dates')}
        rules={[{ required: true, message: t('field.required', { field: t('field.dates') }) }]}
      >
        <DatePicker.RangePicker allowClear={false} disabled={disabled} separator={t('to')} />
      </Form.Item>
      <Form.Item name="heldYear" label={t('field.heldYear')}>
        <InputNumber min={1950} max={2100} disabled={disabled} />
      </Form.Item>
      <Form.Item name="timeZone" required label={t('field.zone')} extra={t('field.zoneHelp')}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={zones} disabled={disabled} />
      </Form.Item>
    </div>
  );
}

/** When people may enter, on the clocks of the event's zone. */
export function WindowFields({ disabled = false }: { disabled?: boolean }) {
  const t = useEventsText();
  const picker = {
    showTime: { format: 'HH:mm', minuteStep: 5 as const },
    format: 'YYYY-MM-DD HH:mm',
    disabled,
  };
  return (
    <div className="form-row">
      <Form.Item name="opens" label={`${t('field.window')} · ${t('field.opens')}`}>
        <DatePicker {...picker} />
      </Form.Item>
      <Form.Item name="closes" label={`${t('field.window')} · ${t('field.closes')}`} dependencies={['opens']}>
        <DatePicker {...picker} />
      </Form.Item>
    </div>
  );
}
