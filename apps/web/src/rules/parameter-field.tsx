import {
  classInWords,
  type ContestClass,
  documentKindInWords,
  documentKinds,
  organisationKindInWords,
  organisationKinds,
  type ParameterKind,
  partyPartInWords,
  partyParts,
  skillLevelInWords,
  type Words,
} from '@luban/rulebook';
import { Checkbox, Input, InputNumber, Select, Switch } from 'antd';
import { useSaid } from '../language/language.js';
import { DocumentsField, type WantedDocument } from './documents-field.js';
import { useRulesText } from './words.js';

const classes: ContestClass[] = ['one', 'two'];
const any = 'any';

/** The field of one parameter, by its kind. */
export function ParameterField(props: {
  label: string;
  parameter: ParameterKind;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { label, parameter, value, onChange } = props;
  const t = useRulesText();
  const said = useSaid();
  const several = <V extends string | number>(options: readonly V[], words: (one: V) => string) => (
    <Select<V[]>
      aria-label={label}
      mode="multiple"
      value={value as V[]}
      onChange={onChange}
      options={options.map((one) => ({ value: one, label: words(one) }))}
    />
  );
  const named =
    <V extends string>(words: Record<V, Words>) =>
    (one: V) =>
      said(words[one]);
  switch (parameter.kind) {
    case 'count':
      return (
        <InputNumber
          aria-label={label}
          min={parameter.min}
          max={parameter.max}
          precision={0}
          value={value as number}
          onChange={onChange}
        />
      );
    case 'flag':
      return <Switch aria-label={label} checked={value === true} onChange={onChange} />;
    case 'text':
      return (
        <Input
          aria-label={label}
          maxLength={parameter.max}
          value={value as string}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'class':
      return (
        <Select
          aria-label={label}
          value={(value as string | null) ?? any}
          onChange={(chosen: string) => onChange(chosen === any ? null : chosen)}
          options={[
            ...classes.map((one) => ({ value: one as string, label: said(classInWords[one]) })),
            ...(parameter.orAny ? [{ value: any, label: t('edit.anyClass') }] : []),
          ]}
        />
      );
    case 'classes':
      return (
        <Checkbox.Group
          aria-label={label}
          value={value as string[]}
          onChange={onChange}
          options={classes.map((one) => ({ value: one, label: said(classInWords[one]) }))}
        />
      );
    case 'organisationKinds':
      return several(organisationKinds, named(organisationKindInWords));
    case 'partyParts':
      return several(partyParts, named(partyPartInWords));
    case 'occupationClasses':
      return several([1, 2, 3, 4, 5, 6, 7, 8], String);
    case 'months':
      return several([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], (month) => t('month', { month }));
    case 'skillLevel':
      return (
        <Select
          aria-label={label}
          value={value as number}
          onChange={onChange}
          options={[5, 4, 3, 2, 1].map((one) => {
            const words = skillLevelInWords[one];
            return { value: one, label: words ? said(words) : String(one) };
          })}
        />
      );
    case 'documents':
      return (
        <DocumentsField
          value={value as WantedDocument[]}
          onChange={onChange}
          options={documentKinds.map((kind) => ({ kind, words: said(documentKindInWords[kind]) }))}
        />
      );
  }
}
