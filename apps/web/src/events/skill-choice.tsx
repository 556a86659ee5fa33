import { useQuery } from '@tanstack/react-query';
import { Form, Segmented, Select } from 'antd';
import { got } from '../api/query.js';
import { OccupationCodePicker } from '../catalogue/occupation-picker.js';
import { useLanguage, useSaid } from '../language/language.js';
import { GrantedChoice } from './granted-choice.js';
import type { NewSkillValues } from './new-skill-values.js';
import { SkillDetailFields } from './skill-detail-fields.js';
import type { Grant } from './types.js';
import { useEventsText } from './words.js';

/**
 * What the skill is: one of the 63 of WorldSkills (which fills in the rest), an occupation, or a name of one's own. In an
 * event of a granted contest: one of the granted occupations.
 */
export function SkillChoice({ grant }: { grant: Grant | null }) {
  const t = useEventsText();
  const said = useSaid();
  const language = useLanguage();
  const form = Form.useFormInstance<NewSkillValues>();
  const from = Form.useWatch('from', form);
  const chosen = Form.useWatch('worldSkillNumber', form);
  const list = useQuery({ ...got('/api/v1/catalogue/world-skills'), staleTime: Infinity });
  const skills = list.data?.items ?? [];
  const found = skills.find(({ number }) => number === chosen);
  const take = (number: number) => {
    const skill = skills.find((one) => one.number === number);
    if (!skill) return;
    const { name, nameEn, teamSize, ageYearsMax } = skill;
    form.setFieldsValue({ code: String(number).padStart(2, '0'), name, nameEn, teamSize, ageYearsMax });
  };
  if (grant) return <GrantedChoice grant={grant} />;
  return (
    <>
      <Form.Item name="from" required label={t('quick.from')}>
        <Segmented
          options={[
            { value: 'world', label: t('quick.fromWorld') },
            { value: 'occupation', label: t('quick.fromOccupation') },
            { value: 'own', label: t('quick.fromOwn') },
          ]}
        />
      </Form.Item>
      {from === 'world' ? (
        <Form.Item
          name="worldSkillNumber"
          label={t('quick.world')}
          extra={
            <>
              {list.data ? said(list.data.source) : t('quick.worldHelp')}
              {found && (found.nameGrade === 'recalled' || found.numberGrade === 'recalled')
                ? ` ${t('quick.recalled')}`
                : ''}
            </>
          }
          rules={[{ required: true, message: t('field.required', { field: t('quick.world') }) }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'find' }}
            placeholder={t('quick.worldHelp')}
            loading={list.isPending}
            onChange={take}
            options={skills.map((skill) => ({
              value: skill.number,
              find: `${skill.number} ${skill.name} ${skill.nameEn}`,
              label: (
                <span className="world-skill">
                  <span className="figures quiet">{String(skill.number).padStart(2, '0')}</span>
                  <span>{language === 'en' ? skill.nameEn : skill.name}</span>
                  <span className="quiet">{said(skill.sectorName)}</span>
                </span>
              ),
            }))}
          />
        </Form.Item>
      ) : null}
      {from === 'occupation' ? (
        <Form.Item
          name="occupationCode"
          label={t('quick.occupationCode')}
          extra={t('quick.occupationHelp')}
          rules={[{ required: true, message: t('field.required', { field: t('quick.occupationCode') }) }]}
        >
          <OccupationCodePicker
            onEntry={(entry) => {
              if (entry) form.setFieldsValue({ name: entry.name });
            }}
          />
        </Form.Item>
      ) : null}
      <SkillDetailFields />
    </>
  );
}
