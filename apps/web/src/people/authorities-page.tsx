import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { Schemas } from '../account/session.js';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { DivisionName } from '../catalogue/division-name.js';
import { DivisionPicker } from '../catalogue/division-picker.js';
import { OrganisationPicker } from '../catalogue/organisation-picker.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { FormDialog } from '../parts/form-dialog.js';
import { PageHeader } from '../parts/page-header.js';
import { usePeopleText } from './words.js';

type Authority = Schemas['AuthorityDto'];
const levels = ['nationalIndustry', 'provincial', 'municipal', 'county'] as const;
const areaLevels = { provincial: 'province', municipal: 'city', county: 'county' } as const;

/** Which organisations are the human-resources authority 人社部门 of which level and area. */
export default function AuthoritiesPage() {
  const t = usePeopleText();
  const { modal } = App.useApp();
  const [adding, setAdding] = useState(false);
  const list = useQuery(got('/api/v1/authorities'));
  const { mutate: end } = useVerb({
    send: (row: Authority) =>
      take(api.DELETE('/api/v1/authorities/{authorityId}', { params: { path: { authorityId: row.id } } })),
    outdates: ['/api/v1/authorities'],
    said: t('authorities.ended'),
  });
  const columns = useMemo(
    (): Column<Authority>[] => [
      { key: 'name', title: t('authorities.organisation'), value: (row) => row.organisationName, width: 300 },
      {
        key: 'level',
        title: t('authorities.level'),
        value: (row) => t(`authorities.levels.${row.level}`),
        width: 110,
        filter: {
          options: levels.map((value) => ({ value, text: t(`authorities.levels.${value}`) })),
          of: (row) => row.level,
        },
      },
      {
        key: 'area',
        title: t('authorities.area'),
        value: (row) => row.divisionCode,
        render: (row) => <DivisionName code={row.divisionCode} />,
        width: 220,
      },
      {
        key: 'code',
        title: t('authorities.since'),
        value: (row) => row.divisionCode,
        width: 110,
      },
      {
        key: 'end',
        title: t('authorities.end'),
        value: () => null,
        render: (row) => (
          <Button
            size="small"
            onClick={() =>
              modal.confirm({
                title: t('authorities.endAsk', { name: row.organisationName }),
                content: t('authorities.endLine'),
                okText: t('authorities.end'),
                okButtonProps: { danger: true },
                onOk: () => end(row),
              })
            }
          >
            {t('authorities.end')}
          </Button>
        ),
        width: 100,
      },
    ],
    [t, modal, end],
  );
  const add = { label: t('authorities.add'), onClick: () => setAdding(true) };
  return (
    <>
      <PageHeader title={t('authorities.title')} line={t('authorities.line')} primary={add} />
      <DataTable
        id="authorities"
        columns={columns}
        rows={list.data?.items}
        error={list.error}
        onRetry={() => void list.refetch()}
        rowKey={(row) => row.id}
        exportName={t('authorities.export')}
        empty={
          <EmptyState
            icon="organisation"
            title={t('authorities.empty')}
            line={t('authorities.emptyLine')}
            action={<Button onClick={add.onClick}>{add.label}</Button>}
          />
        }
      />
      <NewAuthority open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

interface Fields {
  organisationId: string;
  level: (typeof levels)[number];
  divisionCode?: string | null;
}

function NewAuthority(props: { open: boolean; onClose: () => void }) {
  const t = usePeopleText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    props.onClose();
  };
  const name = useVerb({
    send: ({ organisationId, level, divisionCode }: Fields, key) =>
      take(
        api.POST('/api/v1/authorities', {
          headers: idempotencyKey(key),
          body: {
            organisationId,
            level,
            divisionCode: level === 'nationalIndustry' ? '000000' : (divisionCode ?? ''),
          },
        }),
      ),
    outdates: ['/api/v1/authorities'],
    said: t('authorities.added'),
    onDone: close,
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  return (
    <FormDialog<Fields>
      open={props.open}
      title={t('authorities.add')}
      verb={t('authorities.add')}
      busy={name.isPending}
      problem={problem}
      initial={{ level: 'provincial' }}
      onSubmit={(fields) => name.mutate(fields)}
      onClose={close}
    >
      <Form.Item
        name="organisationId"
        label={t('authorities.organisation')}
        rules={[{ required: true, message: t('authorities.organisationMissing') }]}
      >
        <OrganisationPicker />
      </Form.Item>
      <Form.Item name="level" label={t('authorities.level')} rules={[{ required: true }]}>
        <Select options={levels.map((value) => ({ value, label: t(`authorities.levels.${value}`) }))} />
      </Form.Item>
      <AreaField />
    </FormDialog>
  );
}

/** The area, of the chosen level; the ministry's is the whole country. */
function AreaField() {
  const t = usePeopleText();
  const form = Form.useFormInstance<Fields>();
  const level = Form.useWatch('level', form);
  if (level === undefined || level === 'nationalIndustry')
    return <Form.Item label={t('authorities.area')}>{t('authorities.country')}</Form.Item>;
  return (
    <Form.Item
      key={level}
      name="divisionCode"
      label={t('authorities.area')}
      preserve={false}
      rules={[{ required: true, message: t('authorities.areaMissing') }]}
    >
      <DivisionPicker level={areaLevels[level]} />
    </Form.Item>
  );
}
