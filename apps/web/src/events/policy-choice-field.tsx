import { Form, Radio } from 'antd';
import { useSaid } from '../language/language.js';
import type { Policy } from './types.js';
import { useEventsText } from './words.js';

/** The named policies to choose from, each in a line. */
export function PolicyChoiceField({ policies }: { policies: readonly Policy[] }) {
  const t = useEventsText();
  const said = useSaid();
  return (
    <Form.Item name="name" required label={t('policy.choose')}>
      <Radio.Group
        className="radio-lines"
        options={policies.map(({ name, title }) => ({ value: name, label: said(title) }))}
      />
    </Form.Item>
  );
}
