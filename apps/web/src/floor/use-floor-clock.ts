import { useEffect, useState } from 'react';

/**
 * Seconds since an answer of the server came, counted on every second: running clocks are the server's worked time and
 * this. The tablet's own clock may be wrong; only its seconds are used.
 */
export function useSecondsSince(answeredAt: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - answeredAt) / 1000));
}
