/**
 * Where to go after signing in: the page somebody was sent away from. Only paths of this web app are followed, so that
 * a prepared link cannot lead a freshly signed-in person elsewhere.
 */
export function backPath(search: string): string {
  const back = new URLSearchParams(search).get('back');
  if (back === null || !back.startsWith('/')) return '/home';
  // Read as the browser will read it: `//x`, `/\x` and `/<tab>/x` all name another site.
  const here = 'http://luban.invalid';
  const wanted = readUrl(back, here);
  if (wanted === null || wanted.origin !== here || wanted.pathname === '/sign-in') return '/home';
  return wanted.pathname + wanted.search + wanted.hash;
}

/** `URL.canParse` is younger than the tablets of many venues. */
function readUrl(path: string, base: string): URL | null {
  try {
    return new URL(path, base);
  } catch {
    return null;
  }
}
