import { useEffect, useState } from 'react';

/** A value once it has stood still for a moment: what is typed is not looked for letter by letter. */
export function useSettled(value: string, milliseconds = 150): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
