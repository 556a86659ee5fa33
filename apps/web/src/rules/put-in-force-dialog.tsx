import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { FormDialog } from '../parts/form-dialog.js';
import type { Pack } from './types.js';
import { useRulesText } from './words.js';

/** Today in China, where the days of rules are counted. */
const chinaToday = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const changed = ['/api/v1/rule-packs', '/api/v1/rule-packs/{rulePackId}'] as const;

/** Puts a draft in force from a day, and says what that means. */
export function PutInForceDialog(props: {
  pack: Pack;
  open: boolean;
  onClose: () => void;
  onTest: () => void;
}) {
  const { pack } = props;
  const t = useRulesText();
  const said = useSaid();
  const [problem, setProblem] = useState<Problem | null>(null);
  const { level, divisionCode } = pack;
  const own = useQuery({
    ...got('/api/v1/rule-packs', { params: { query: { level, divisionCode, limit: 500 } } }),
    enabled: props.open,
  });
  const current = own.data?.items.find(({ state }) => state === 'inForce');
  const close = () => {
    setProblem(null);
    props.onClose();
  };
  const put = useVerb({
    send: (body: { inForceFrom: string; reason: string }) =>
      take(
        api.PUT('/api/v1/rule-packs/{rulePackId}/force', {
          params: { path: { rulePackId: pack.id } },
          body,
          headers: ifMatch(pack.version),
        }),
      ),
    outdates: changed,
    said: ({ inForceFrom }) => t('force.done', { from: inForceFrom ?? '' }),
    onDone: close,
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  const today = chinaToday();
  return (
    <FormDialog<{ inForceFrom: string; reason: string }>
      open={props.open}
      title={t('force.putTitle', { title: said(pack.title) })}
      verb={t('force.put')}
      width={560}
      busy={put.isPending}
      problem={problem}
      initial={{ inForceFrom: today }}
      onSubmit={put.mutate}
      onClose={close}
    >
      <ul className="consequences">
        <li>{current ? t('force.replaces', { title: said(current.title) }) : t('force.first')}</li>
        <li>{t('force.keeps')}</li>
        <li>{t('force.lock')}</li>
        {pack.unverifiedCount > 0 ? <li>{t('force.unverified', { count: pack.unverifiedCount })}</li> : null}
        <li>
          <Button type="link" size="small" onClick={props.onTest}>
            {t('force.testFirst')}
          </Button>
        </li>
      </ul>
      <Form.Item
        name="inForceFrom"
        label={t('force.from')}
        rules={[
          { required: true, message: t('newDraft.required') },
          {
            validator: (_, day: string) =>
              day && day < today ? Promise.reject(new Error(t('force.past', { today }))) : Promise.resolve(),
          },
        ]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('force.reason')}
        rules={[{ required: true, whitespace: true, message: t('newDraft.required') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

/** Takes a pack back before its day. */
export function TakeBackButton({ pack }: { pack: Pack }) {
  const t = useRulesText();
  const said = useSaid();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const back = useVerb({
    send: ({ reason }: { reason: string }) =>
      take(
        api.DELETE('/api/v1/rule-packs/{rulePackId}/force', {
          params: { path: { rulePackId: pack.id }, query: { reason } },
        }),
      ),
    outdates: changed,
    onDone: () => {
      void message.success(t('force.backDone'));
      setOpen(false);
    },
  });
  return (
    <>
      <Button icon={<Icon name="undo" />} onClick={() => setOpen(true)}>
        {t('force.back')}
      </Button>
      <FormDialog<{ reason: string }>
        open={open}
        title={t('force.backTitle', { title: said(pack.title) })}
        verb={t('force.back')}
        busy={back.isPending}
        onSubmit={back.mutate}
        onClose={() => setOpen(false)}
      >
        <p>{t('force.backLine')}</p>
        <Form.Item
          name="reason"
          label={t('force.backReason')}
          rules={[{ required: true, whitespace: true, message: t('newDraft.required') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
