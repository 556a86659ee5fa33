import type { RulePack } from '@luban/rulebook';
import { Input, InputNumber, Select } from 'antd';
import { CitationFields } from './citation-fields.js';
import { FaultField } from './fault-field.js';
import { useRulesText } from './words.js';

/** Name, year, classes and the rule of official names. */
export function DraftBasics({
  pack,
  onChange,
}: {
  pack: RulePack;
  onChange: (changes: Partial<RulePack>) => void;
}) {
  const t = useRulesText();
  return (
    <section className="panel draft-section">
      <h2>{t('edit.basics')}</h2>
      <div className="draft-fields">
        <FaultField label={t('edit.titleZh')} path="title.zh">
          <Input
            aria-label={t('edit.titleZh')}
            value={pack.title.zh}
            onChange={({ target }) => onChange({ title: { ...pack.title, zh: target.value } })}
          />
        </FaultField>
        <FaultField label={t('edit.titleEn')} path="title.en">
          <Input
            aria-label={t('edit.titleEn')}
            value={pack.title.en}
            onChange={({ target }) => onChange({ title: { ...pack.title, en: target.value } })}
          />
        </FaultField>
        <FaultField label={t('edit.year')} path="year">
          <InputNumber
            aria-label={t('edit.year')}
            min={1949}
            max={2100}
            precision={0}
            value={pack.year}
            onChange={(year) => onChange({ year: year ?? pack.year })}
          />
        </FaultField>
        <FaultField label={t('edit.classes')} path="classes">
          <Select
            aria-label={t('edit.classes')}
            mode="multiple"
            value={pack.classes}
            onChange={(classes) => onChange({ classes })}
            options={(['one', 'two'] as const).map((value) => ({ value, label: t(`class.${value}`) }))}
          />
        </FaultField>
      </div>
      <FaultField label={t('edit.pattern')} path="naming.pattern" hint={t('edit.patternHint')}>
        <Input
          aria-label={t('edit.pattern')}
          value={pack.naming.pattern}
          onChange={({ target }) => onChange({ naming: { ...pack.naming, pattern: target.value } })}
        />
      </FaultField>
      <CitationFields
        citation={pack.naming.citation}
        path="naming.citation"
        onChange={(citation) => onChange({ naming: { ...pack.naming, citation } })}
      />
    </section>
  );
}
