import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useLanguage } from '../language/language.js';
import { FormDialog } from '../parts/form-dialog.js';
import { Icon } from '../look/icons.js';
import { useEventsText } from './words.js';

const kinds = [
  'bureau',
  'association',
  'centralEnterprise',
  'massOrganisation',
  'enterprise',
  'school',
  'other',
] as const;
interface NewOrganisation {
  name: string;
  kind: (typeof kinds)[number];
}

/** Finds an organisation by a part of its name; one that is not registered yet is registered on the spot. */
export function OrganisationSelect({
  value,
  onChange,
  known = [],
  id,
}: {
  value?: string;
  onChange?: (id: string) => void;
  /** Options that are there before anything is typed. */
  known?: readonly { id: string; name: string }[];
  id?: string;
}) {
  const t = useEventsText();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim(), 250);
  const [registering, setRegistering] = useState<string | null>(null);
  const [made, setMade] = useState<{ id: string; name: string }[]>([]);
  const found = useQuery({
    queryKey: ['/api/v1/organisations', 'search', search],
    queryFn: () =>
      take(
        api.GET('/api/v1/organisations', {
          params: { query: { limit: 20, ...(search ? { q: search } : {}) } },
        }),
      ),
  });
  const options = new Map<string, string>();
  for (const { id: key, name } of [...made, ...known]) if (name.includes(search)) options.set(key, name);
  for (const one of found.data?.items ?? [])
    options.set(one.id, language === 'en' && one.nameEn ? `${one.nameEn} · ${one.name}` : one.name);
  return (
    <>
      <Select
        {...(id === undefined ? {} : { id })}
        {...(value === undefined ? {} : { value })}
        placeholder={t('party.pick')}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={found.isFetching}
        onChange={(next: string) => onChange?.(next)}
        options={[...options].map(([key, name]) => ({ value: key, label: name }))}
        notFoundContent={found.isFetching ? null : <span className="quiet">{t('party.none')}</span>}
        popupRender={(menu) => (
          <>
            {menu}
            {search.length >= 2 && ![...options.values()].includes(search) ? (
              <Button type="link" icon={<Icon name="add" />} onClick={() => setRegistering(search)}>
                {t('party.register', { name: search })}
              </Button>
            ) : null}
          </>
        )}
      />
      <RegisterDialog
        name={registering}
        onClose={() => setRegistering(null)}
        onMade={(organisation) => {
          setMade((before) => [...before, organisation]);
          setRegistering(null);
          onChange?.(organisation.id);
        }}
      />
    </>
  );
}

function RegisterDialog(props: {
  name: string | null;
  onClose: () => void;
  onMade: (organisation: { id: string; name: string }) => void;
}) {
  const t = useEventsText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const register = useVerb({
    send: (wish: NewOrganisation, key) =>
      take(api.POST('/api/v1/organisations', { headers: idempotencyKey(key), body: wish })),
    said: t('party.registered'),
    onDone: ({ id, name }) => props.onMade({ id, name }),
    onProblem: (met) => {
      setProblem(met);
      return true;
    },
  });
  return (
    <FormDialog<NewOrganisation>
      open={props.name !== null}
      title={t('party.registerTitle')}
      verb={t('party.registerTitle')}
      busy={register.isPending}
      problem={problem}
      initial={{ name: props.name ?? '', kind: 'school' }}
      onSubmit={register.mutate}
      onClose={props.onClose}
    >
      <Form.Item name="name" label={t('party.fullName')} rules={[{ required: true, min: 2 }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={t('party.kind')} rules={[{ required: true }]}>
        <Select options={kinds.map((kind) => ({ value: kind, label: t(`party.kinds.${kind}`) }))} />
      </Form.Item>
    </FormDialog>
  );
}

/** A value once it has stood still for a moment. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
