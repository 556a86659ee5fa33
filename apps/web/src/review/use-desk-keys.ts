import { useEffect, useRef, type RefObject } from 'react';

/** Whether a key is meant for something that takes keys itself. */
const isTaken = (event: KeyboardEvent): boolean => {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="combobox"], [role="dialog"], .ant-modal') !== null ||
    document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null
  );
};

/** ↑↓ (also K and J) go through the queue, / searches. */
export function useDeskKeys(keys: {
  go: (by: number) => void;
  search: RefObject<HTMLInputElement | null>;
}): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
      if (by !== undefined) {
        event.preventDefault();
        latest.current.go(by);
      } else if (event.key === '/') {
        event.preventDefault();
        latest.current.search.current?.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Letters that do what the buttons do: `{ a: accept, d: decide }`. */
export function useActionKeys(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event) || event.shiftKey) return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
