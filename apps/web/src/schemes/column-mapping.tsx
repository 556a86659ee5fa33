import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useSchemeText } from './words.js';

/** Which columns of a sheet hold what; letters by field. */
export interface SheetMapping {
  sheet: string;
  headingRow: number;
  columns: Partial<Record<Field, string>>;
  headings?: Record<string, string>;
}

/** What the server read of a 评分表, for a person to correct. */
export interface SheetReading {
  mappings: SheetMapping[];
  sheets: string[];
  samples: { sheet: string; rows: { row: number; cells: Record<string, string> }[] }[];
}

const usual = ['module', 'subCriterion', 'aspect', 'max', 'method', 'standard'] as const;
const rare = [
  'id',
  'requirement',
  'section',
  'day',
  'level0',
  'level1',
  'level2',
  'level3',
  'calculation',
  'caption',
] as const;
type Field = (typeof usual)[number] | (typeof rare)[number];
const needed: readonly Field[] = ['aspect', 'max'];

/** Columns chosen field by field, above the sheet's first rows as they stand. Each change is told at once. */
export function ColumnMapping(props: {
  reading: SheetReading;
  onChange: (mappings: SheetMapping[]) => void;
}) {
  const t = useSchemeText();
  const { reading } = props;
  const first = reading.mappings[0]?.sheet ?? reading.sheets[0] ?? '';
  const [sheet, setSheet] = useState(first);
  const [mappings, setMappings] = useState<SheetMapping[]>(reading.mappings);
  const [all, setAll] = useState(false);
  const mapping = mappings.find((one) => one.sheet === sheet) ?? { sheet, headingRow: 1, columns: {} };
  const rows = reading.samples.find((one) => one.sheet === sheet)?.rows ?? [];
  const letters = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  const heading = rows.find(({ row }) => row === mapping.headingRow)?.cells ?? {};
  const change = (next: SheetMapping) => {
    const others = mappings.filter((one) => one.sheet !== sheet);
    const whole = reading.sheets.flatMap((name) =>
      name === sheet ? [next] : others.filter((one) => one.sheet === name),
    );
    setMappings(whole);
    if (needed.every((field) => next.columns[field])) props.onChange(whole);
  };
  const fieldOf = (letter: string) =>
    [...usual, ...rare].filter((field) => mapping.columns[field] === letter);
  return (
    <section className="page-section">
      <div className="section-head">
        <h2>{t('import.columns')}</h2>
      </div>
      <p className="quiet">{t('import.columnsLine')}</p>
      <div className="mapping-fields">
        {reading.sheets.length > 1 ? (
          <label>
            <span>{t('import.sheetName')}</span>
            <Select
              value={sheet}
              options={reading.sheets.map((name) => ({ value: name, label: name }))}
              onChange={setSheet}
            />
          </label>
        ) : null}
        <label>
          <span>{t('import.headingRow')}</span>
          <InputNumber
            min={0}
            max={rows.at(-1)?.row ?? 60}
            precision={0}
            value={mapping.headingRow}
            onChange={(row) => row !== null && change({ ...mapping, headingRow: row })}
          />
        </label>
        {[...usual, ...(all ? rare : rare.filter((field) => mapping.columns[field]))].map((field) => (
          <label key={field}>
            <span>
              {t(`import.field.${field}`)}
              {needed.includes(field) ? ' *' : ''}
            </span>
            <Select
              value={mapping.columns[field] ?? ''}
              status={needed.includes(field) && !mapping.columns[field] ? 'error' : ''}
              options={[
                { value: '', label: t('import.notThere') },
                ...letters.map((letter) => ({
                  value: letter,
                  label: `${letter} ${heading[letter] ?? ''}`.trim(),
                })),
              ]}
              onChange={(letter) => {
                const { [field]: _gone, ...rest } = mapping.columns;
                change({ ...mapping, columns: letter === '' ? rest : { ...rest, [field]: letter } });
              }}
            />
          </label>
        ))}
        {all ? null : (
          <Button type="link" onClick={() => setAll(true)}>
            {t('import.moreFields')}
          </Button>
        )}
      </div>
      <div className="sheet-sample" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th />
              {letters.map((letter) => (
                <th key={letter} className={fieldOf(letter).length > 0 ? 'is-mapped' : ''}>
                  {letter}
                  <em>
                    {fieldOf(letter)
                      .map((field) => t(`import.field.${field}`))
                      .join(' · ')}
                  </em>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr
                key={row}
                className={
                  row === mapping.headingRow ? 'is-heading' : row < mapping.headingRow ? 'is-above' : ''
                }
              >
                <th>{row}</th>
                {letters.map((letter) => (
                  <td key={letter} className={fieldOf(letter).length > 0 ? 'is-mapped' : ''}>
                    {cells[letter]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
