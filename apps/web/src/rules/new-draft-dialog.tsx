import { Alert, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useSaid } from '../language/language.js';
import { FormDialog } from '../parts/form-dialog.js';
import { areaOf, type PackSummary } from './types.js';
import { type Area, useOwnAreas } from './own-areas.js';
import { useRulesText } from './words.js';

interface Wish {
  basedOnId: string;
  area: string;
  code: string;
  titleZh: string;
  year: number;
}

/** Makes a draft from an old pack, for one of the areas that one acts for. */
export function NewDraftDialog(props: {
  open: boolean;
  packs: readonly PackSummary[];
  /** Chosen beforehand. */
  basedOn?: PackSummary;
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  const t = useRulesText();
  const said = useSaid();
  const [problem, setProblem] = useState<Problem | null>(null);
  const areas = useOwnAreas(props.open);
  const close = () => {
    setProblem(null);
    props.onClose();
  };
  const make = useVerb({
    send: ({ area, ...wish }: Wish, key) => {
      const [level, divisionCode = ''] = area.split(' ');
      return take(
        api.POST('/api/v1/rule-packs', {
          body: {
            ...wish,
            code: wish.code.trim(),
            titleZh: wish.titleZh.trim(),
            level: level as PackSummary['level'],
            divisionCode,
          },
          headers: idempotencyKey(key),
        }),
      );
    },
    outdates: ['/api/v1/rule-packs'],
    said: t('newDraft.created'),
    onDone: ({ id }) => {
      close();
      props.onMade(id);
    },
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  const base =
    props.basedOn ??
    props.packs.find(({ state, level }) => state === 'inForce' && level === 'nationalIndustry');
  const [own] = areas;
  const year = new Date().getFullYear() + 1;
  const required = [{ required: true, message: t('newDraft.required') }];
  if (!props.open || areas.length === 0) return null;
  return (
    <FormDialog<Wish>
      open
      title={t('newDraft.title')}
      verb={t('newDraft.create')}
      width={560}
      busy={make.isPending}
      problem={problem}
      initial={{
        ...(base ? { basedOnId: base.id, titleZh: said(base.title) } : {}),
        ...(own ? { area: keyOf(own) } : {}),
        code: `class-status-${year}`,
        year,
      }}
      onSubmit={make.mutate}
      onClose={close}
    >
      <Form.Item name="basedOnId" label={t('newDraft.basedOn')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={props.packs.map((pack) => ({
            value: pack.id,
            label: `${said(pack.title)} · ${areaOf(t, pack)} · ${t(`state.${pack.state}`)}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="area" label={t('newDraft.area')} rules={required}>
        <Select options={areas.map((area) => ({ value: keyOf(area), label: areaOf(t, area) }))} />
      </Form.Item>
      <BorrowedNote packs={props.packs} />
      <Form.Item
        name="code"
        label={t('newDraft.code')}
        extra={t('newDraft.codeHint')}
        rules={[
          {
            required: true,
            pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
            min: 3,
            max: 60,
            message: t('newDraft.codeHint'),
          },
        ]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="titleZh" label={t('newDraft.name')} rules={[{ ...required[0], whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="year" label={t('newDraft.year')} rules={required}>
        <InputNumber min={1949} max={2100} precision={0} />
      </Form.Item>
    </FormDialog>
  );
}

const keyOf = ({ level, divisionCode }: Pick<Area, 'level' | 'divisionCode'>) => `${level} ${divisionCode}`;

/** What becomes of clauses taken from another level. */
function BorrowedNote({ packs }: { packs: readonly PackSummary[] }) {
  const t = useRulesText();
  const form = Form.useFormInstance<Wish>();
  const basedOnId = Form.useWatch('basedOnId', form);
  const area = Form.useWatch('area', form);
  const base = packs.find(({ id }) => id === basedOnId);
  if (!base || !area || keyOf(base) === area) return null;
  return <Alert type="warning" showIcon title={t('newDraft.otherArea')} className="form-problem" />;
}
