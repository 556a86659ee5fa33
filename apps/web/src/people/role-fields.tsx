import { Form, Select } from 'antd';
import type { Role } from '../account/roles.js';
import { OrganisationPicker } from '../catalogue/organisation-picker.js';
import { useFrameText } from '../frame/words.js';
import type { PlaceChoice, RoleOption } from './choices.js';
import { usePlaces, useRoleOptions } from './use-places.js';
import { usePeopleText } from './words.js';

/** What the fields of a role hold. */
export interface RoleWish {
  role: Role;
  skillId?: string | undefined;
  delegationId?: string | undefined;
  organisationId?: string | undefined;
}

/** The role with its reach, as the server takes it: what the giver's own reach fixes is filled in. */
export function asNewRole(wish: RoleWish, options: readonly RoleOption[]): RoleWish {
  const option = options.find(({ role }) => role === wish.role);
  return {
    role: wish.role,
    ...pick('skillId', option?.skillId ?? wish.skillId),
    ...pick('delegationId', option?.delegationId ?? wish.delegationId),
    ...pick('organisationId', wish.organisationId),
  };
}

const pick = (key: 'skillId' | 'delegationId' | 'organisationId', id: string | undefined) =>
  id === undefined ? {} : { [key]: id };

/** Fields inside a form: the role, and what it has to be or may be narrowed to. */
export function RoleFields({ eventId }: { eventId: string | null }) {
  const t = usePeopleText();
  const frame = useFrameText();
  const options = useRoleOptions(eventId);
  const { skills, delegations } = usePlaces(eventId);
  const role = Form.useWatch<Role | undefined>('role');
  const option = options?.find((one) => one.role === role);
  if (options?.length === 0) return <p className="quiet">{t('role.noneToGive')}</p>;
  return (
    <>
      <Form.Item name="role" label={t('role.role')} rules={[{ required: true, message: t('role.missing') }]}>
        <Select
          placeholder={t('role.choose')}
          loading={options === undefined}
          options={[...new Set(options?.map((one) => one.role))].map((value) => ({
            value,
            label: frame(`role.${value}`),
          }))}
        />
      </Form.Item>
      {option && option.skill !== 'not' && option.skillId === null ? (
        <PlaceField name="skillId" label={t('role.skill')} must={option.skill === 'must'} choices={skills} />
      ) : null}
      {option && option.delegation !== 'not' && option.delegationId === null ? (
        <PlaceField
          name="delegationId"
          label={t('role.delegation')}
          must={option.delegation === 'must'}
          choices={delegations}
        />
      ) : null}
      {option && eventId === null && option.organisation !== 'not' ? <OrganisationField must /> : null}
    </>
  );
}

function PlaceField(props: { name: string; label: string; must: boolean; choices: readonly PlaceChoice[] }) {
  const t = usePeopleText();
  return (
    <Form.Item
      name={props.name}
      label={props.label}
      rules={props.must ? [{ required: true, message: t('role.missing') }] : []}
    >
      <Select
        allowClear={!props.must}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('role.choose')}
        options={props.choices.map(({ id, code, label }) => ({ value: id, label: `${code} ${label}` }))}
      />
    </Form.Item>
  );
}

/** Chooses an organisation by name, short name or pinyin initials. */
export function OrganisationField({ must }: { must: boolean }) {
  const t = usePeopleText();
  return (
    <Form.Item
      name="organisationId"
      label={t('role.organisation')}
      rules={must ? [{ required: true, message: t('role.missing') }] : []}
    >
      <OrganisationPicker allowClear={!must} />
    </Form.Item>
  );
}
