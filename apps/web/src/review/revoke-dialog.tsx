import { Form, Input } from 'antd';
import type { Problem } from '../api/problem.js';
import { FormDialog } from '../parts/form-dialog.js';
import { ArticleField } from './article-field.js';
import type { Review } from './types.js';
import { useReviewText } from './words.js';

/** Takes class status away: final, so it is asked for in full. */
export function RevokeDialog(props: {
  review: Review;
  busy: boolean;
  problem: Problem | null;
  onRevoke: (wish: { reason: string; article: string }) => void;
  onClose: () => void;
}) {
  const t = useReviewText();
  const rules = [{ required: true, whitespace: true, message: t('decide.required') }];
  return (
    <FormDialog<{ reason: string; article: string }>
      open
      width={640}
      title={t('revoke.title')}
      verb={t('revoke.verb')}
      busy={props.busy}
      problem={props.problem}
      onSubmit={props.onRevoke}
      onClose={props.onClose}
    >
      <p>{t('revoke.line')}</p>
      <Form.Item name="reason" label={t('revoke.reason')} rules={rules}>
        <Input.TextArea rows={3} maxLength={2000} autoFocus />
      </Form.Item>
      <Form.Item name="article" label={t('revoke.article')} rules={rules}>
        <ArticleField findings={props.review.findings} />
      </Form.Item>
    </FormDialog>
  );
}
