import { type BenchEvent, benchPassword } from './seed.js';

/** Signs a person of the event in over HTTP, as a browser does: the `Cookie` of their requests. `person` 4 is the chief judge. */
export const signIn = (port: number, event: BenchEvent, skill: number, person: number): Promise<string> =>
  signInAs(port, `bench-${event.number}-${skill}-${person}`);

/** Signs in whoever has this login and the bench's password. */
export async function signInAs(port: number, login: string): Promise<string> {
  const reply = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password: benchPassword }),
  });
  if (!reply.ok) throw new Error(`${login} could not sign in: ${reply.status} ${await reply.text()}`);
  return (reply.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}
