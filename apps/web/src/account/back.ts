/**
 * Where to go after signing in: the page somebody was sent away from. Only paths of this web app are followed, so that
 * a prepared link cannot lead a freshly signed-in person elsewhere.
 */
export function backPath(search: string): string {
  const back = new URLSearchParams(search).get('back');
  if (back === null || !/^\/(?![/\\])/.test(back) || back.startsWith('/sign-in')) return '/home';
  return back;
}
