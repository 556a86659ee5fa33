import { Button, Input } from 'antd';
import { useSaid } from '../language/language.js';
import type { ReviewFinding } from './types.js';
import { useReviewText } from './words.js';

/** The article a decision rests on: written, or put together from those that the findings cite. For `Form.Item`. */
export function ArticleField(props: {
  findings: readonly ReviewFinding[];
  value?: string;
  onChange?: (article: string) => void;
  id?: string;
}) {
  const t = useReviewText();
  const said = useSaid();
  const { value = '', onChange } = props;
  const order = ['blocking', 'warning', 'passed', 'unknown'];
  const sorted = [...props.findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  // An unverified clause never carries a decision.
  const cited = [
    ...new Set(
      sorted
        .filter(({ citation }) => citation.grade === 'verified')
        .map(({ citation }) => said(citation.article)),
    ),
  ].slice(0, 8);
  return (
    <>
      <Input.TextArea
        {...(props.id ? { id: props.id } : {})}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={500}
        value={value}
        onChange={({ target }) => onChange?.(target.value)}
      />
      {cited.length > 0 ? (
        <div className="article-choices" aria-label={t('decide.suggested')}>
          {cited.map((article) => (
            <Button
              key={article}
              size="small"
              disabled={value.includes(article)}
              onClick={() => onChange?.(value.trim() ? `${value.trim()}；${article}` : article)}
            >
              {article}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  );
}
