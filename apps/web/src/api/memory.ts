/**
 * What this device remembers between visits (language, active role, chosen columns). Private browsing and locked-down
 * tablets may refuse storage; then it is simply forgotten.
 */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage refused: nothing that is kept here is needed to work.
  }
}

/** What was remembered under a key, or null. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Forgets a key. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above: where nothing is kept, nothing is to be forgotten.
  }
}
