import { useState } from 'react';
import { recall, remember } from '../api/memory.js';

/** Which columns of a table a person has chosen on this device; the first column always stays. */
export function useChosenColumns(
  id: string,
  columns: readonly { key: string; hidden?: boolean }[],
): [readonly string[], (keys: readonly string[] | null) => void] {
  const memoryKey = `luban.columns.${id}`;
  const [chosen, setChosen] = useState<readonly string[] | null>(() => recall(memoryKey)?.split(',') ?? null);
  const usual = columns.filter(({ hidden }) => !hidden).map(({ key }) => key);
  const first = columns[0] ? [columns[0].key] : [];
  const choose = (keys: readonly string[] | null) => {
    remember(memoryKey, (keys ?? usual).join(','));
    setChosen(keys);
  };
  return [chosen ? [...new Set([...first, ...chosen])] : usual, choose];
}
