import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '@luban/platform';

type Where = Pick<Config, 'host' | 'port' | 'tls'>;

const scheme = ({ tls }: Where): string => (tls ? 'https' : 'http');

/** The address on this machine: `http://localhost:3000`. */
export function localAddress(where: Where): string {
  const everywhere = ['0.0.0.0', '::', 'localhost', '127.0.0.1'].includes(where.host);
  return `${scheme(where)}://${everywhere ? 'localhost' : where.host}:${where.port}`;
}

/** The addresses for tablets and phones in the same network. */
export function networkAddresses(where: Where): string[] {
  if (where.host !== '0.0.0.0' && where.host !== '::') return [];
  return Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `${scheme(where)}://${address}:${where.port}`);
}

/** Undefined when the port can be listened on, else why not; tries until `withinMs` have passed. */
export async function whyNotListen({ host, port }: Where, withinMs: number): Promise<string | undefined> {
  for (const givenUpAt = Date.now() + withinMs; ; await sleep(200)) {
    const code = await new Promise<string | undefined>((resolve) => {
      const server = createServer();
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
    });
    if (code === undefined || Date.now() > givenUpAt) return code;
  }
}
