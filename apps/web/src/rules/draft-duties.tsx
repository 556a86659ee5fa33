import type { Duty } from '@luban/rulebook';
import { Button, Dropdown, Input, InputNumber } from 'antd';
import { Icon } from '../look/icons.js';
import { CitationFields } from './citation-fields.js';
import { FaultField } from './fault-field.js';
import { useRulesText } from './words.js';

const kinds = ['summary', 'technicalAnalysis', 'baseTable', 'nominations', 'otherContests'] as const;

/** What is owed after the contest, and by when. */
export function DraftDuties({ duties, onChange }: { duties: Duty[]; onChange: (duties: Duty[]) => void }) {
  const t = useRulesText();
  const put = (at: number, changes: Partial<Duty>) =>
    onChange(duties.map((duty, index) => (index === at ? { ...duty, ...changes } : duty)));
  const free = kinds.filter((kind) => !duties.some((duty) => duty.kind === kind));
  const add = (kind: Duty['kind']) =>
    onChange([
      ...duties,
      {
        kind,
        title: { zh: t(`duty.${kind}`), en: t(`duty.${kind}`) },
        dueDays: null,
        citation: { article: { zh: '', en: '' }, source: '', grade: 'unverified' },
      },
    ]);
  return (
    <section className="panel draft-section">
      <div className="section-head">
        <h2>{t('edit.duties')}</h2>
        <Dropdown
          trigger={['click']}
          disabled={free.length === 0}
          menu={{
            items: free.map((kind) => ({ key: kind, label: t(`duty.${kind}`) })),
            onClick: ({ key }) => add(key as Duty['kind']),
          }}
        >
          <Button icon={<Icon name="add" />}>{t('edit.addDuty')}</Button>
        </Dropdown>
      </div>
      {duties.length === 0 ? <p className="quiet">{t('doc.noDuties')}</p> : null}
      {duties.map((duty, at) => (
        <div key={duty.kind} className="draft-duty">
          <div className="section-head">
            <h3>{t(`duty.${duty.kind}`)}</h3>
            <Button
              size="small"
              type="text"
              danger
              icon={<Icon name="remove" />}
              onClick={() => onChange(duties.filter((_, index) => index !== at))}
            >
              {t('edit.removeDuty')}
            </Button>
          </div>
          <div className="draft-fields">
            <FaultField label={t('edit.titleZh')} path={`duties.${at}.title.zh`}>
              <Input
                aria-label={t('edit.titleZh')}
                value={duty.title.zh}
                onChange={({ target }) => put(at, { title: { ...duty.title, zh: target.value } })}
              />
            </FaultField>
            <FaultField label={t('edit.titleEn')} path={`duties.${at}.title.en`}>
              <Input
                aria-label={t('edit.titleEn')}
                value={duty.title.en}
                onChange={({ target }) => put(at, { title: { ...duty.title, en: target.value } })}
              />
            </FaultField>
            <FaultField label={t('edit.dueDays')} path={`duties.${at}.dueDays`}>
              <InputNumber
                aria-label={t('edit.dueDays')}
                min={1}
                max={730}
                precision={0}
                value={duty.dueDays}
                onChange={(dueDays) => put(at, { dueDays })}
              />
            </FaultField>
          </div>
          <CitationFields
            citation={duty.citation}
            path={`duties.${at}.citation`}
            onChange={(citation) => put(at, { citation })}
          />
        </div>
      ))}
    </section>
  );
}
