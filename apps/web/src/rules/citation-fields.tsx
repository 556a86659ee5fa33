import type { Citation } from '@luban/rulebook';
import { Input, Segmented } from 'antd';
import { FaultField } from './fault-field.js';
import { useRulesText } from './words.js';

/** Where a clause stands, in both languages, and whether its text was seen. */
export function CitationFields(props: {
  citation: Citation;
  path: string;
  onChange: (citation: Citation) => void;
}) {
  const { citation, path, onChange } = props;
  const t = useRulesText();
  return (
    <div className="draft-fields">
      <FaultField label={t('edit.articleZh')} path={`${path}.article.zh`}>
        <Input.TextArea
          aria-label={t('edit.articleZh')}
          autoSize={{ minRows: 1, maxRows: 5 }}
          value={citation.article.zh}
          onChange={({ target }) =>
            onChange({ ...citation, article: { ...citation.article, zh: target.value } })
          }
        />
      </FaultField>
      <FaultField label={t('edit.articleEn')} path={`${path}.article.en`}>
        <Input.TextArea
          aria-label={t('edit.articleEn')}
          autoSize={{ minRows: 1, maxRows: 5 }}
          value={citation.article.en}
          onChange={({ target }) =>
            onChange({ ...citation, article: { ...citation.article, en: target.value } })
          }
        />
      </FaultField>
      <FaultField label={t('edit.source')} path={`${path}.source`}>
        <Input
          aria-label={t('edit.source')}
          value={citation.source}
          onChange={({ target }) => onChange({ ...citation, source: target.value })}
        />
      </FaultField>
      <FaultField label={t('edit.grade')} path={`${path}.grade`}>
        <Segmented<Citation['grade']>
          aria-label={t('edit.grade')}
          value={citation.grade}
          options={(['verified', 'unverified'] as const).map((value) => ({
            value,
            label: t(`edit.${value}`),
          }))}
          onChange={(grade) => onChange({ ...citation, grade })}
        />
      </FaultField>
    </div>
  );
}
