import { Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { grantedValues, type NewSkillValues } from './new-skill-values.js';
import { SkillDetailFields } from './skill-detail-fields.js';
import type { Grant } from './types.js';
import { useEventsText } from './words.js';

/** One of the occupations that were granted. Another one is an amendment, asked for in the application. */
export function GrantedChoice({ grant }: { grant: Grant }) {
  const t = useEventsText();
  const { role } = useActiveRole();
  const form = Form.useFormInstance<NewSkillValues>();
  const take = (at: number) => {
    const occupation = grant.occupations[at];
    if (occupation) form.setFieldsValue(grantedValues(occupation, at));
  };
  return (
    <>
      <Form.Item name="from" hidden>
        <Input />
      </Form.Item>
      <Form.Item name="occupationCode" hidden>
        <Input />
      </Form.Item>
      <Form.Item
        name="granted"
        label={t('quick.granted')}
        extra={
          <>
            {t('quick.grantedHelp')}
            {role === 'host' ? (
              <>
                {' '}
                <Link to={`/applications/${grant.applicationId}`}>{t('quick.amend')}</Link>
              </>
            ) : null}
          </>
        }
        rules={[{ required: true, message: t('field.required', { field: t('quick.granted') }) }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          onChange={take}
          options={grant.occupations.map((occupation, value) => ({
            value,
            label: [grantedValues(occupation, value).name, occupation.code].filter(Boolean).join(' '),
          }))}
        />
      </Form.Item>
      <SkillDetailFields />
    </>
  );
}
