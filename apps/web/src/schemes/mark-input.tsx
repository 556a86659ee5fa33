import { Input } from 'antd';
import { useState } from 'react';
import { formatMark } from '../language/format.js';

/** A mark as people type it (`2`, `1.5`, `0.25`), in hundredths; two decimals when left. */
export function MarkInput(props: {
  label: string;
  hundredths: number;
  onChange: (hundredths: number) => void;
  disabled?: boolean;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? formatMark(props.hundredths);
  return (
    <Input
      className="figures mark-input"
      aria-label={props.label}
      inputMode="decimal"
      value={shown}
      disabled={props.disabled === true}
      status={readMark(shown) === null ? 'error' : ''}
      onFocus={(focus) => focus.target.select()}
      onChange={(change) => {
        setTyped(change.target.value);
        const mark = readMark(change.target.value);
        if (mark !== null) props.onChange(mark);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

/** `1.5` → 150; null when it is no mark of at most two places. */
export function readMark(text: string): number | null {
  const parts = /^(\d{0,4})(?:[.,。](\d{0,2}))?$/.exec(text.trim());
  if (!parts || text.trim() === '') return null;
  const [, whole = '', places = ''] = parts;
  return Number(whole || '0') * 100 + Number(places.padEnd(2, '0') || '0');
}
