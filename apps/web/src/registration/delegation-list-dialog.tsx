import { useQuery } from '@tanstack/react-query';
import { Alert, Checkbox, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useSaid } from '../language/language.js';
import { useRegistrationText } from './words.js';

type Source = 'national' | 'text';

/** Many delegations at once: chosen from the 36 of the national level, or pasted. */
export function DelegationListDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useRegistrationText();
  const said = useSaid();
  const event = useEvent();
  const [source, setSource] = useState<Source>(event.level === 'nationalComprehensive' ? 'national' : 'text');
  const [without, setWithout] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const suggestions = useQuery({
    ...got('/api/v1/events/{eventId}/delegation-suggestions', { params: { path: { eventId: event.id } } }),
    enabled: open && source === 'national',
  });
  const codes = (suggestions.data?.items ?? [])
    .map(({ code }) => code)
    .filter((code) => !without.includes(code));
  const add = useVerb({
    send: (wish: { source: Source; text?: string; codes?: string[] }, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/delegation-lists', {
          params: { path: { eventId: event.id } },
          headers: idempotencyKey(key),
          body: wish,
        }),
      ),
    outdates: ['/api/v1/events/{eventId}/delegations', '/api/v1/events/{eventId}/stage'],
    said: ({ added, skipped }) =>
      t('delegations.added', { count: added }) +
      (skipped.length > 0 ? t('delegations.skipped', { count: skipped.length }) : ''),
    onDone: () => {
      setText('');
      setProblem(null);
      onClose();
    },
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  return (
    <Modal
      open={open}
      title={t('delegations.manyTitle')}
      width={640}
      okText={t('delegations.manyVerb')}
      cancelText={t('entry.cancel')}
      confirmLoading={add.isPending}
      okButtonProps={{ disabled: source === 'text' ? text.trim() === '' : codes.length === 0 }}
      onOk={() => add.mutate(source === 'text' ? { source, text } : { source, codes })}
      onCancel={onClose}
      destroyOnHidden
    >
      <Segmented<Source>
        value={source}
        onChange={setSource}
        options={[
          { value: 'text', label: t('delegations.paste') },
          { value: 'national', label: t('delegations.national') },
        ]}
      />
      {problem ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="dialog-problem"
          title={said(problem.said)}
          description={
            problem.errors.length > 0 ? (
              <ul>
                {problem.errors.map((fault) => (
                  <li key={`${fault.path} ${fault.code}`}>{said(fault.message)}</li>
                ))}
              </ul>
            ) : null
          }
        />
      ) : null}
      {source === 'text' ? (
        <label className="stacked-label">
          {t('delegations.pasteLabel')}
          <Input.TextArea rows={12} value={text} onChange={(change) => setText(change.target.value)} />
          <span className="quiet">{t('delegations.pasteHint')}</span>
        </label>
      ) : suggestions.isError ? (
        <LoadError error={suggestions.error} onRetry={() => void suggestions.refetch()} />
      ) : !suggestions.data ? (
        <Loading />
      ) : (
        <>
          <p className="quiet">{said(suggestions.data.source)}</p>
          <Checkbox.Group
            className="choice-grid"
            value={codes}
            onChange={(chosen) =>
              setWithout(
                suggestions.data.items.map(({ code }) => code).filter((code) => !chosen.includes(code)),
              )
            }
            options={suggestions.data.items.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <p className="quiet figures">{t('delegations.chosen', { count: codes.length })}</p>
        </>
      )}
    </Modal>
  );
}
