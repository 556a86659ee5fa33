import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useLanguage } from '../language/language.js';
import { FormDialog } from '../parts/form-dialog.js';
import { Differences } from './differences.js';
import { PublishPreview } from './publish-preview.js';
import type { Publishable } from './types.js';
import { useResultsText } from './words.js';

interface Wish {
  names: 'full' | 'masked';
  namesBasis?: string;
  note?: string;
}

/** Publishes the chosen skills, after showing what the public will see and how names will stand there. */
export function PublishDialog(props: {
  eventId: string;
  kind: 'provisional' | 'final';
  skills: readonly Publishable[];
  onClose: () => void;
}) {
  const t = useResultsText();
  const language = useLanguage();
  const { eventId, kind, skills } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const corrected = skills.filter(
    (skill) => skill.published && skill.publishedVersion !== skill.latestVersion,
  );
  const publish = useVerb({
    send: ({ names, namesBasis, note }: Wish, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/publications', {
          params: { path: { eventId } },
          body: {
            kind,
            skillIds: skills.map(({ skillId }) => skillId),
            names,
            ...(names === 'full' && namesBasis ? { namesBasis } : {}),
            ...(note ? { note } : {}),
          },
          headers: idempotencyKey(key),
        }),
      ),
    outdates: [
      '/api/v1/events/{eventId}/publishable',
      '/api/v1/events/{eventId}/publications',
      '/api/v1/public/events/{eventId}/results',
      '/api/v1/home',
    ],
    said: t('publish.done'),
    onDone: props.onClose,
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  const [names, setNames] = useState<Wish['names']>('masked');
  return (
    <FormDialog<Wish>
      open
      width={680}
      title={t(kind === 'final' ? 'publish.dialogFinal' : 'publish.dialogProvisional')}
      verb={t(`publish.${kind}`)}
      busy={publish.isPending}
      problem={problem}
      onSubmit={publish.mutate}
      onClose={props.onClose}
    >
      <p>
        {t('publish.selectLine', { count: skills.length, verb: t(`publish.${kind}`) })}：
        {skills
          .map((skill) => (language === 'en' && skill.skillNameEn ? skill.skillNameEn : skill.skillName))
          .join('、')}
      </p>
      <Form.Item name="names" label={t('publish.names')} initialValue="masked" rules={[{ required: true }]}>
        <Radio.Group
          onChange={({ target }) => setNames(target.value as Wish['names'])}
          options={[
            { value: 'masked', label: t('publish.masked') },
            { value: 'full', label: t('publish.full') },
          ]}
          orientation="vertical"
        />
      </Form.Item>
      {names === 'full' ? (
        <Form.Item
          name="namesBasis"
          label={t('publish.basis')}
          extra={t('publish.basisHelp')}
          rules={[{ required: true, min: 2, whitespace: true, message: t('publish.basisNeeded') }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      ) : null}
      {corrected.length > 0 ? (
        <>
          {corrected.map((skill) => (
            <Differences
              key={skill.skillId}
              eventId={eventId}
              skillId={skill.skillId}
              from={skill.publishedVersion ?? 0}
              to={skill.latestVersion}
            />
          ))}
          <Form.Item
            name="note"
            label={t('publish.note')}
            extra={t('publish.noteHelp')}
            rules={[{ required: true, min: 5, whitespace: true, message: t('publish.noteNeeded') }]}
          >
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
        </>
      ) : null}
      <h3>{t('publish.preview')}</h3>
      {skills.slice(0, 3).map((skill) => (
        <PublishPreview key={skill.skillId} eventId={eventId} skill={skill} names={names} />
      ))}
    </FormDialog>
  );
}
