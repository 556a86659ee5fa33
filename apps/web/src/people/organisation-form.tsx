import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../account/session.js';
import { idempotencyKey, ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { DivisionPicker } from '../catalogue/division-picker.js';
import { IndustryPicker } from '../catalogue/industry-picker.js';
import { FormDialog } from '../parts/form-dialog.js';
import { usePeopleText } from './words.js';

export const kinds = [
  'ministry',
  'bureau',
  'association',
  'centralEnterprise',
  'massOrganisation',
  'enterprise',
  'school',
  'other',
] as const;

interface Fields {
  name: string;
  kind: (typeof kinds)[number];
  shortName?: string;
  nameEn?: string;
  divisionCode?: string | null;
  industryCode?: string | null;
}

/** Registers an organisation, or edits one. */
export function OrganisationForm(props: {
  organisation: Schemas['OrganisationDto'] | null;
  open: boolean;
  onClose: () => void;
}) {
  const { organisation } = props;
  const t = usePeopleText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    props.onClose();
  };
  const save = useVerb({
    send: (fields: Fields, key) => {
      const body = {
        name: fields.name.trim(),
        kind: fields.kind,
        shortName: fields.shortName?.trim() || null,
        nameEn: fields.nameEn?.trim() || null,
        divisionCode: fields.divisionCode ?? null,
        industryCode: fields.industryCode ?? null,
      };
      return organisation === null
        ? take(api.POST('/api/v1/organisations', { body, headers: idempotencyKey(key) }))
        : take(
            api.PATCH('/api/v1/organisations/{organisationId}', {
              params: { path: { organisationId: organisation.id } },
              body,
              headers: ifMatch(organisation.version),
            }),
          );
    },
    outdates: ['/api/v1/organisations'],
    said: t(organisation === null ? 'organisations.added' : 'account.saved'),
    onDone: close,
    onProblem: (refused) => {
      if (refused.isStale) return false;
      setProblem(refused);
      return true;
    },
  });
  const text = (name: keyof Fields & string, label: string) => (
    <Form.Item name={name} label={label}>
      <Input maxLength={200} />
    </Form.Item>
  );
  return (
    <FormDialog<Fields>
      open={props.open}
      title={t(organisation === null ? 'organisations.add' : 'organisations.edit')}
      verb={t(organisation === null ? 'organisations.add' : 'form.save')}
      busy={save.isPending}
      problem={problem}
      initial={organisation === null ? { kind: 'school' } : given(organisation)}
      onSubmit={(fields) => save.mutate(fields)}
      onClose={close}
    >
      <Form.Item
        name="name"
        label={t('organisations.name')}
        rules={[{ required: true, whitespace: true, message: t('organisations.nameMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="kind"
        label={t('organisations.kind')}
        rules={[{ required: true, message: t('role.missing') }]}
      >
        <Select options={kinds.map((value) => ({ value, label: t(`organisations.kinds.${value}`) }))} />
      </Form.Item>
      {text('shortName', t('organisations.shortName'))}
      {text('nameEn', t('organisations.nameEn'))}
      <Form.Item name="divisionCode" label={t('organisations.division')}>
        <DivisionPicker />
      </Form.Item>
      <Form.Item name="industryCode" label={t('organisations.industry')}>
        <IndustryPicker />
      </Form.Item>
    </FormDialog>
  );
}

/** The fields that an organisation has. */
const given = (row: Schemas['OrganisationDto']): Partial<Fields> => ({
  name: row.name,
  kind: row.kind,
  ...(row.shortName === null ? {} : { shortName: row.shortName }),
  ...(row.nameEn === null ? {} : { nameEn: row.nameEn }),
  ...(row.divisionCode === null ? {} : { divisionCode: row.divisionCode }),
  ...(row.industryCode === null ? {} : { industryCode: row.industryCode }),
});
