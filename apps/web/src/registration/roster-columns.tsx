import { Button, Select } from 'antd';
import { useState } from 'react';
import type { RosterMapping } from './types.js';
import { useRegistrationText } from './words.js';

/** What the columns of a roster may hold, in the order in which they are offered. */
export const rosterKeys = [
  'delegation',
  'skill',
  'group',
  'name',
  'gender',
  'birthDate',
  'unit',
  'team',
  'role',
  'coach',
  'level',
  'note',
] as const;
export type RosterKey = (typeof rosterKeys)[number];

/** Each column of the roster with its meaning, to be corrected. */
export function RosterColumns(props: {
  mapping: RosterMapping;
  busy: boolean;
  onRead: (mapping: RosterMapping) => void;
}) {
  const t = useRegistrationText();
  const { mapping } = props;
  const [columns, setColumns] = useState<Record<string, string>>(mapping.columns);
  const meaning = (letters: string) => rosterKeys.find((key) => columns[key] === letters) ?? '';
  const choose = (letters: string, key: RosterKey | '') =>
    setColumns((before) => {
      const rest = Object.fromEntries(Object.entries(before).filter(([, other]) => other !== letters));
      return key === '' ? rest : { ...rest, [key]: letters };
    });
  const letters = Object.keys(mapping.headings);
  const changed =
    JSON.stringify(Object.entries(columns).sort()) !== JSON.stringify(Object.entries(mapping.columns).sort());
  return (
    <details className="passed-checks">
      <summary>{t('roster.columns')}</summary>
      <p className="quiet">{t('roster.columnsLine')}</p>
      <div className="mapping-grid">
        {letters.map((column) => (
          <label key={column}>
            <span>
              <span className="figures quiet">{column}</span> {mapping.headings[column]}
            </span>
            <Select<RosterKey | ''>
              value={meaning(column)}
              onChange={(key) => choose(column, key)}
              options={[
                { value: '', label: t('roster.ignored') },
                ...rosterKeys.map((key) => ({ value: key, label: t(`roster.key.${key}`) })),
              ]}
            />
          </label>
        ))}
      </div>
      <Button
        disabled={!changed || !columns.name}
        loading={props.busy}
        onClick={() => props.onRead({ ...mapping, columns })}
      >
        {t('roster.readAgain')}
      </Button>
    </details>
  );
}
