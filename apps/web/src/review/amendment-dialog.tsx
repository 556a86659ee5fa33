import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useSaid } from '../language/language.js';
import { FormDialog } from '../parts/form-dialog.js';
import { ArticleField } from './article-field.js';
import { type Review, type ReviewAmendment, reviewPaths } from './types.js';
import { useReviewText } from './words.js';

interface Values {
  outcome: 'granted' | 'declined';
  reason: string;
  article: string;
  despite?: Record<string, string>;
}

/** The decision on a substantial amendment, with the findings on the application as it would then be. */
export function DecideAmendmentDialog(props: {
  review: Review;
  amendment: ReviewAmendment;
  onClose: () => void;
}) {
  const { review, amendment, onClose } = props;
  const t = useReviewText();
  const said = useSaid();
  const [problem, setProblem] = useState<Problem | null>(null);
  const path = { applicationId: review.id, amendmentId: amendment.id };
  const examined = useQuery(
    got('/api/v1/applications/{applicationId}/amendments/{amendmentId}/findings', { params: { path } }),
  );
  const findings = examined.data?.findings ?? [];
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  const decide = useVerb({
    send: ({ outcome, reason, article, despite }: Values) =>
      take(
        api.PUT('/api/v1/applications/{applicationId}/amendments/{amendmentId}/decision', {
          params: { path },
          headers: ifMatch(review.version),
          body: {
            outcome,
            reason,
            article,
            ...(outcome === 'granted' && blocking.length > 0
              ? { despite: blocking.map(({ code }) => ({ code, reason: despite?.[code] ?? '' })) }
              : {}),
          },
        } as never),
      ),
    outdates: reviewPaths,
    said: t('amendment.decided'),
    onDone: onClose,
    onProblem: (refusal) => {
      setProblem(refusal);
      return true;
    },
  });
  const rules = [{ required: true, whitespace: true, message: t('decide.required') }];
  return (
    <FormDialog<Values>
      open
      width={640}
      title={`${t('amendment.decideTitle')} · ${review.name}`}
      verb={t('decide.verb')}
      busy={decide.isPending}
      problem={problem}
      initial={{ outcome: 'granted' }}
      onSubmit={decide.mutate}
      onClose={onClose}
    >
      <Form.Item name="outcome" label={t('decide.outcome')} required>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          options={[
            { value: 'granted', label: t('amendment.grant') },
            { value: 'declined', label: t('amendment.decline') },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('decide.reason')} rules={rules}>
        <Input.TextArea rows={3} maxLength={2000} autoFocus />
      </Form.Item>
      <Form.Item name="article" label={t('decide.article')} rules={rules}>
        <ArticleField findings={findings} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('outcome') === 'granted' && blocking.length > 0 ? (
            <fieldset className="decide-group">
              <legend>{t('decide.despite')}</legend>
              {blocking.map((finding) => (
                <Form.Item
                  key={finding.code}
                  name={['despite', finding.code]}
                  label={said(finding.message)}
                  rules={rules}
                >
                  <Input maxLength={1000} />
                </Form.Item>
              ))}
            </fieldset>
          ) : null
        }
      </Form.Item>
    </FormDialog>
  );
}
