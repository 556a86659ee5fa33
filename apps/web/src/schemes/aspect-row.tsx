import { Button, Input, Select } from 'antd';
import type { Aspect, StandardSection } from '@luban/scoring';
import { useState, type KeyboardEvent } from 'react';
import { Icon } from '../look/icons.js';
import { CalculationEditor } from './calculation-editor.js';
import { MarkInput } from './mark-input.js';
import { useSchemeText } from './words.js';

/** An aspect in one line, with all of it below when opened. */
export function AspectRow(props: {
  aspect: Aspect;
  sections: readonly StandardSection[];
  warning: string | null;
  disabled: boolean;
  onChange: (change: Partial<Aspect>) => void;
  onMove: (by: number) => void;
  onAdd: () => void;
  onRemove: () => void;
}) {
  const { aspect, sections, disabled, onChange } = props;
  const t = useSchemeText();
  const [open, setOpen] = useState(false);
  const keys = (pressed: KeyboardEvent) => {
    if (disabled) return;
    if (pressed.altKey && (pressed.key === 'ArrowUp' || pressed.key === 'ArrowDown')) {
      pressed.preventDefault();
      props.onMove(pressed.key === 'ArrowUp' ? -1 : 1);
    } else if (pressed.ctrlKey && pressed.key === 'Enter') {
      pressed.preventDefault();
      props.onAdd();
    }
  };
  return (
    <li className="aspect" id={`aspect-${aspect.id}`} onKeyDown={keys}>
      <div className="aspect-line">
        <span className="aspect-id figures">{aspect.id}</span>
        <Select
          aria-label={t('tree.kind')}
          className="aspect-kind"
          value={aspect.kind}
          disabled={disabled}
          options={(['measurement', 'judgement'] as const).map((kind) => ({
            value: kind,
            label: t(`kind.${kind}`),
          }))}
          onChange={(kind) => onChange({ kind })}
        />
        <Input.TextArea
          className="aspect-text"
          aria-label={`${aspect.id} ${t('tree.description')}`}
          autoSize={{ minRows: 1, maxRows: 4 }}
          value={aspect.description}
          disabled={disabled}
          onChange={(typed) => onChange({ description: typed.target.value })}
        />
        <Select
          aria-label={`${aspect.id} ${t('tree.section')}`}
          className="aspect-section"
          value={aspect.section ?? ''}
          disabled={disabled}
          popupMatchSelectWidth={280}
          options={[
            { value: '', label: t('tree.noSection') },
            ...sections.map(({ number, name }) => ({ value: number, label: `${number} ${name}` })),
            ...(aspect.section && !sections.some(({ number }) => number === aspect.section)
              ? [{ value: aspect.section, label: aspect.section }]
              : []),
          ]}
          onChange={(section) => onChange({ section: section === '' ? null : section })}
        />
        <MarkInput
          label={`${aspect.id} ${t('tree.max')}`}
          hundredths={aspect.maxHundredths}
          disabled={disabled}
          onChange={(maxHundredths) => onChange({ maxHundredths })}
        />
        <Button
          type="text"
          aria-expanded={open}
          icon={<Icon name={open ? 'up' : 'down'} />}
          onClick={() => setOpen(!open)}
        >
          {open ? t('tree.less') : t('tree.detail')}
        </Button>
        <Button
          type="text"
          aria-label={`${t('tree.remove')} ${aspect.id}`}
          icon={<Icon name="remove" />}
          disabled={disabled}
          onClick={props.onRemove}
        />
      </div>
      {props.warning ? <p className="aspect-warning">{props.warning}</p> : null}
      {open ? <AspectDetail {...props} /> : null}
    </li>
  );
}

function AspectDetail({ aspect, disabled, onChange }: Parameters<typeof AspectRow>[0]) {
  const t = useSchemeText();
  const line = (label: string, value: string, change: (text: string) => Partial<Aspect>) => (
    <label key={label} className="aspect-field">
      <span>{label}</span>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={value}
        disabled={disabled}
        onChange={(typed) => onChange(change(typed.target.value))}
      />
    </label>
  );
  return (
    <div className="aspect-detail">
      {line(t('tree.extra'), aspect.extra, (extra) => ({ extra }))}
      {aspect.kind === 'measurement' ? (
        <>
          {line(t('tree.requirement'), aspect.requirement, (requirement) => ({ requirement }))}
          <CalculationEditor
            calculation={aspect.calculation}
            maxHundredths={aspect.maxHundredths}
            disabled={disabled}
            onChange={(calculation) => onChange({ calculation })}
          />
        </>
      ) : (
        <fieldset className="descriptors">
          <legend>{t('tree.descriptors')}</legend>
          {[0, 1, 2, 3].map((score) =>
            line(t('tree.descriptor', { score }), aspect.descriptors[score] ?? '', (text) => ({
              descriptors: [0, 1, 2, 3].map((level) =>
                level === score ? text : (aspect.descriptors[level] ?? ''),
              ),
            })),
          )}
        </fieldset>
      )}
    </div>
  );
}
