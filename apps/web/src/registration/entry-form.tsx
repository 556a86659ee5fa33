import { Button, Form, Input, Radio, type FormInstance } from 'antd';
import { Icon } from '../look/icons.js';
import type { CompetitorInput, Entry } from './types.js';
import { useRegistrationText } from './words.js';

/** An entry as it is typed. */
export interface EntryValues {
  groupId: string;
  teamName?: string | null;
  competitors: CompetitorInput[];
  /** Why it is late, or changed late: the organiser's. */
  reason?: string;
}

/** The people of an entry: as many as the skill's team has, each with what eligibility asks. */
export function PeopleFields({ teamSize }: { teamSize: number }) {
  const t = useRegistrationText();
  return (
    <Form.List name="competitors">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="person-card">
              <header>
                <span>{teamSize > 1 ? t('entry.competitor', { n: name + 1 }) : t('field.names')}</span>
                {fields.length > 1 || fields.length > teamSize ? (
                  <Button type="text" size="small" icon={<Icon name="remove" />} onClick={() => remove(name)}>
                    {t('entry.removePerson')}
                  </Button>
                ) : null}
              </header>
              <Form.Item name={[name, 'id']} hidden>
                <Input />
              </Form.Item>
              <div className="person-fields">
                <Form.Item
                  name={[name, 'name']}
                  label={t('field.name')}
                  rules={[{ required: true, whitespace: true, max: 60 }]}
                >
                  <Input autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'birthDate']} label={t('field.birthDate')}>
                  <Input type="date" autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'sex']} label={t('field.sex')}>
                  <Radio.Group
                    options={[
                      { value: 'male', label: t('field.male') },
                      { value: 'female', label: t('field.female') },
                    ]}
                  />
                </Form.Item>
                <Form.Item name={[name, 'unit']} label={t('field.unit')} rules={[{ max: 100 }]}>
                  <Input autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'nameLatin']} label={t('field.latin')} rules={[{ max: 60 }]}>
                  <Input autoComplete="off" />
                </Form.Item>
              </div>
            </fieldset>
          ))}
          {fields.length < teamSize ? (
            <Button block type="dashed" icon={<Icon name="add" />} onClick={() => add({ name: '' })}>
              {t('entry.addPerson')}
            </Button>
          ) : null}
        </>
      )}
    </Form.List>
  );
}

/** As many empty people as a team has. */
export const emptyPeople = (teamSize: number): CompetitorInput[] =>
  Array.from({ length: teamSize }, () => ({ name: '' }));

/** What the server wants of a form's values: blanks are nothing. */
export function wishOf(values: EntryValues): EntryValues {
  return {
    groupId: values.groupId,
    teamName: values.teamName?.trim() || null,
    competitors: (values.competitors ?? [])
      .filter(({ name }) => name?.trim())
      .map((person) => ({
        id: person.id ?? null,
        name: person.name.trim(),
        nameLatin: person.nameLatin?.trim() || null,
        sex: person.sex ?? null,
        birthDate: person.birthDate || null,
        unit: person.unit?.trim() || null,
      })),
  };
}

/** The values with which an entry is opened for change. */
export const valuesOf = (entry: Entry): EntryValues => ({
  groupId: entry.groupId,
  teamName: entry.teamName,
  competitors: entry.competitors.map(({ id, name, nameLatin, sex, birthDate, unit }) => ({
    id,
    name,
    nameLatin,
    sex,
    birthDate,
    unit,
  })),
});

export type EntryFormInstance = FormInstance<EntryValues>;
