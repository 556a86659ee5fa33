import { useState } from 'react';
import { forget, recall, remember } from '../api/memory.js';
import type { Typed } from './paper-values.js';

/**
 * What is being typed, kept on this device until it is sent: a reload or a lost network loses nothing. `key` names the
 * person and the sheet, so that a second reading never sees the first on a shared desk.
 */
export function useTypedDraft(key: string) {
  const [typed, setTyped] = useState<Typed>(() => read(key));
  return {
    typed,
    type: (cell: string, text: string) =>
      setTyped((before) => {
        const next = { ...before, [cell]: text };
        remember(key, JSON.stringify(next));
        return next;
      }),
    clear: () => {
      forget(key);
      setTyped({});
    },
  };
}

function read(key: string): Typed {
  try {
    const kept: unknown = JSON.parse(recall(key) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, text]) => typeof text === 'string')) as Typed;
  } catch {
    return {};
  }
}
