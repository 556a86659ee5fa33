import { Button, Select } from 'antd';
import { Icon } from '../look/icons.js';
import { useLanguage } from '../language/language.js';
import { useInsightText } from './words.js';
import { scopeOf, type YearInsight, type YearScope } from './year-scope.js';

/** Which year, level and area: within the reader's reach. */
export function ScopeBar({ year, onChange }: { year: YearInsight; onChange: (next: YearScope) => void }) {
  const t = useInsightText();
  const language = useLanguage();
  const scope = scopeOf(year);
  const { years, levels, path, below } = year.choices;
  const name = (area: YearInsight['choices']['path'][number]) =>
    (language === 'en' && area.nameEn) || area.name;
  const offered = [...new Set([...years, year.planYear])].sort((a, b) => b - a);
  const at = offered.indexOf(year.planYear);
  const older = offered[at + 1];
  const newer = offered[at - 1];
  const go = (planYear: number | undefined) => {
    if (planYear !== undefined) onChange({ ...scope, year: planYear });
  };
  return (
    <div className="scope-bar no-print">
      <div className="scope-field">
        <span id="scope-year">{t('year')}</span>
        <span className="scope-years">
          <Button
            aria-label={t('earlier')}
            icon={<Icon name="back" />}
            disabled={older === undefined}
            onClick={() => go(older)}
          />
          <Select
            aria-labelledby="scope-year"
            value={year.planYear}
            onChange={go}
            options={offered.map((one) => ({ value: one, label: String(one) }))}
          />
          <Button
            aria-label={t('later')}
            icon={<Icon name="next" />}
            disabled={newer === undefined}
            onClick={() => go(newer)}
          />
        </span>
      </div>
      <div className="scope-field">
        <span id="scope-area">{t('area')}</span>
        <Select
          aria-labelledby="scope-area"
          className="scope-area"
          showSearch={{ optionFilterProp: 'label' }}
          value={year.divisionCode}
          onChange={(area) => onChange({ year: year.planYear, area })}
          options={[
            ...path.map((area) => ({ value: area.divisionCode, label: name(area) })),
            ...(below.length > 0
              ? [
                  {
                    label: t('within'),
                    options: below.map((area) => ({ value: area.divisionCode, label: name(area) })),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <div className="scope-field">
        <span id="scope-level">{t('level')}</span>
        <Select
          aria-labelledby="scope-level"
          className="scope-level"
          value={scope.level}
          onChange={(level) => onChange({ ...scope, level })}
          options={levels.map((level) => ({
            value: level as typeof scope.level,
            label: t(`levels.${level}` as 'levels.county'),
          }))}
        />
      </div>
    </div>
  );
}
