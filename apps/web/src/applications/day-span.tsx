import { DatePicker, Form } from 'antd';
import { dayOf, dayText } from '../events/wall-clock.js';
import type { Dayjs } from 'dayjs';

/** Two days, from and until; the form holds them as `YYYY-MM-DD`. */
export function DaySpan({ name, label, disabled }: { name: string; label: string; disabled?: boolean }) {
  return (
    <Form.Item
      name={name}
      label={label}
      className="form-wide"
      getValueProps={(value: [string, string] | null | undefined) => ({
        value: value ? [dayOf(value[0]), dayOf(value[1])] : null,
      })}
      normalize={(value: [Dayjs | null, Dayjs | null] | null) =>
        value?.[0] && value[1] ? [dayText(value[0]), dayText(value[1])] : null
      }
    >
      <DatePicker.RangePicker disabled={disabled === true} separator="–" />
    </Form.Item>
  );
}
