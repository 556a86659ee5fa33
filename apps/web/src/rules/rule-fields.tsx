import { checkInWords, parametersOf, type Rule } from '@luban/rulebook';
import { Input, Segmented } from 'antd';
import { useSaid } from '../language/language.js';
import { CitationFields } from './citation-fields.js';
import { FaultField } from './fault-field.js';
import { ParameterField } from './parameter-field.js';
import { useRulesText } from './words.js';

/** Everything of a rule that may be set: title, parameters, severity, clause, dates. Its check stays. */
export function RuleFields(props: { rule: Rule; path: string; onChange: (rule: Rule) => void }) {
  const { rule, path, onChange } = props;
  const t = useRulesText();
  const said = useSaid();
  const parameters = parametersOf(rule.check);
  const values = rule.parameters as Record<string, unknown>;
  const unverified = rule.citation.grade === 'unverified';
  return (
    <>
      <p className="quiet">
        {t('doc.looksAt')}：{said(checkInWords[rule.check].looksAt)}{' '}
        <span className="figures">{rule.id}</span>
      </p>
      <div className="draft-fields">
        <FaultField label={t('edit.ruleTitleZh')} path={`${path}.title.zh`}>
          <Input
            aria-label={t('edit.ruleTitleZh')}
            value={rule.title.zh}
            onChange={({ target }) => onChange({ ...rule, title: { ...rule.title, zh: target.value } })}
          />
        </FaultField>
        <FaultField label={t('edit.ruleTitleEn')} path={`${path}.title.en`}>
          <Input
            aria-label={t('edit.ruleTitleEn')}
            value={rule.title.en}
            onChange={({ target }) => onChange({ ...rule, title: { ...rule.title, en: target.value } })}
          />
        </FaultField>
      </div>
      {parameters.length === 0 ? <p className="quiet">{t('edit.noParameters')}</p> : null}
      <div className="draft-fields">
        {parameters.map((parameter) => (
          <FaultField
            key={parameter.key}
            label={said(parameter.label)}
            path={`${path}.parameters.${parameter.key}`}
          >
            <ParameterField
              label={said(parameter.label)}
              parameter={parameter}
              value={values[parameter.key]}
              onChange={(value) =>
                onChange({ ...rule, parameters: { ...values, [parameter.key]: value } } as unknown as Rule)
              }
            />
          </FaultField>
        ))}
      </div>
      <FaultField
        label={t('edit.severity')}
        path={`${path}.severity`}
        hint={unverified ? t('edit.blockingHint') : null}
      >
        <Segmented<Rule['severity']>
          aria-label={t('edit.severity')}
          value={rule.severity}
          options={(['blocking', 'warning'] as const).map((value) => ({
            value,
            label: t(`doc.severity.${value}`),
            disabled: value === 'blocking' && unverified,
          }))}
          onChange={(severity) => onChange({ ...rule, severity })}
        />
      </FaultField>
      <CitationFields
        citation={rule.citation}
        path={`${path}.citation`}
        onChange={(citation) =>
          onChange({
            ...rule,
            citation,
            // What is no longer verified no longer blocks.
            severity: citation.grade === 'unverified' ? 'warning' : rule.severity,
          })
        }
      />
      <div className="draft-fields">
        {(['from', 'until'] as const).map((end) => (
          <FaultField key={end} label={t(`edit.${end}`)} path={`${path}.${end}`}>
            <Input
              type="date"
              aria-label={t(`edit.${end}`)}
              value={rule[end] ?? ''}
              onChange={({ target }) => onChange({ ...rule, [end]: target.value || null })}
            />
          </FaultField>
        ))}
      </div>
    </>
  );
}
