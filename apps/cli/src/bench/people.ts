import { type BenchEvent, benchPassword } from './seed.js';

/** Signs a person of the event in over HTTP, as a browser does: the `Cookie` of their requests. `person` 4 is the chief judge. */
export async function signIn(
  port: number,
  event: BenchEvent,
  skill: number,
  person: number,
): Promise<string> {
  const login = `bench-${event.number}-${skill}-${person}`;
  const reply = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password: benchPassword }),
  });
  if (!reply.ok) throw new Error(`${login} could not sign in: ${reply.status} ${await reply.text()}`);
  return (reply.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}
