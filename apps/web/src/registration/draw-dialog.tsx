import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import type { Skill } from '../events/types.js';
import { useEvent } from '../frame/event.js';
import { FindingList } from '../parts/finding-list.js';
import { drawPaths } from './types.js';
import { useRegistrationText } from './words.js';

type Rule = 'perModule' | 'perSkill';

/** Holds the draw: how workstations are drawn and, when there is a draw already, why it is drawn anew. */
export function DrawDialog(props: {
  open: boolean;
  skill: Skill;
  name: string;
  drawn: boolean;
  onClose: () => void;
}) {
  return props.open ? <Opened {...props} /> : null;
}

function Opened({ skill, name, drawn, onClose }: Parameters<typeof DrawDialog>[0]) {
  const t = useRegistrationText();
  const event = useEvent();
  const [rule, setRule] = useState<Rule>('perModule');
  const [reason, setReason] = useState('');
  const at = { path: { eventId: event.id, skillId: skill.id } };
  const preflight = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}/draw-preflight', {
      params: { ...at, query: { stationRule: rule } },
    }),
  );
  const hold = useVerb({
    send: (wish: { stationRule: Rule; reason: string | null }, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/skills/{skillId}/draws', {
          params: at,
          headers: idempotencyKey(key),
          body: wish,
        }),
      ),
    outdates: drawPaths,
    said: t('draws.held'),
    onDone: onClose,
  });
  const blocking = preflight.data?.findings.filter(({ severity }) => severity === 'blocking') ?? [];
  return (
    <Modal
      open
      width={600}
      title={t('draws.holdTitle', { skill: name })}
      okText={drawn ? t('draws.againVerb') : t('draws.hold')}
      cancelText={t('entry.cancel')}
      okButtonProps={{ danger: drawn, disabled: blocking.length > 0 || (drawn && reason.trim().length < 2) }}
      confirmLoading={hold.isPending}
      onOk={() => hold.mutate({ stationRule: rule, reason: drawn ? reason.trim() : null })}
      onCancel={onClose}
    >
      {preflight.data ? (
        <p>
          {t('draws.holdLine', {
            entries: preflight.data.entries,
            modules: preflight.data.modules,
            sessions: preflight.data.sessions,
            stations: preflight.data.workstations,
          })}
        </p>
      ) : null}
      <strong id="draw-rule">{t('draws.rule')}</strong>
      <Radio.Group
        aria-labelledby="draw-rule"
        className="rule-choice"
        value={rule}
        onChange={(change) => setRule(change.target.value as Rule)}
        options={[
          {
            value: 'perModule',
            label: <Choice name={t('draws.perModule')} line={t('draws.perModuleLine')} />,
          },
          { value: 'perSkill', label: <Choice name={t('draws.perSkill')} line={t('draws.perSkillLine')} /> },
        ]}
      />
      {blocking.length > 0 ? <FindingList findings={blocking} onGo={onClose} /> : null}
      {drawn ? (
        <label className="stacked-label">
          {t('draws.againReason')}
          <Input.TextArea
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(change) => setReason(change.target.value)}
          />
          <span className="quiet">{t('draws.againLine')}</span>
        </label>
      ) : null}
    </Modal>
  );
}

const Choice = ({ name, line }: { name: string; line: string }) => (
  <>
    {name}
    <span className="quiet">{line}</span>
  </>
);
