import { Agent, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { randomUUID } from 'node:crypto';

/** What the api answered when it refused. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly body: Record<string, unknown>,
    readonly call: string,
  ) {
    super(`${call} → ${status} ${code} ${JSON.stringify(body).slice(0, 600)}`);
  }
}

export interface CallOptions {
  ifMatch?: number;
  body?: unknown;
  form?: Record<string, string | { name: string; bytes: Buffer }>;
}

interface Answer {
  status: number;
  body: Buffer;
  cookie: string | null;
}

/** Counts and times of every call made, shared by all people of a rehearsal. */
export class CallLog {
  calls = 0;
  readonly milliseconds: number[] = [];
  readonly replies: ((path: string, text: string) => void)[] = [];
}

/** One person's browser: keeps the session cookie, speaks the public HTTP API and nothing else. */
export class Person {
  private cookie: string | null = null;

  constructor(
    private readonly url: URL,
    private readonly agent: Agent,
    private readonly log: CallLog,
    readonly name: string,
    /** Hears every reply this person gets, as text. */
    private readonly hear?: (path: string, text: string) => void,
  ) {}

  get = <T>(path: string): Promise<T> => this.call<T>('GET', path);
  post = <T>(path: string, body: unknown = {}): Promise<T> => this.call<T>('POST', path, { body });
  put = <T>(path: string, body: unknown = {}, ifMatch?: number): Promise<T> =>
    this.call<T>('PUT', path, { body, ifMatch });
  delete = <T>(path: string, body?: unknown, ifMatch?: number): Promise<T> =>
    this.call<T>('DELETE', path, { body, ifMatch });

  /** Uploads a form with a file. */
  upload = <T>(method: 'POST' | 'PUT', path: string, form: NonNullable<CallOptions['form']>): Promise<T> =>
    this.call<T>(method, path, { form });

  async signIn(login: string, password: string): Promise<{ mustChangePassword: boolean }> {
    return this.post('/session', { login, password });
  }

  async call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
    const began = performance.now();
    const answer = await this.send(method, path, options);
    this.log.calls += 1;
    this.log.milliseconds.push(performance.now() - began);
    if (answer.cookie) this.cookie = answer.cookie;
    const text = answer.body.toString('utf8');
    this.hear?.(path, text);
    const value: unknown = text === '' ? undefined : JSON.parse(text);
    if (answer.status < 400) return value as T;
    const problem = value as Record<string, unknown>;
    throw new ApiProblem(
      answer.status,
      String(problem?.code ?? ''),
      problem,
      `${this.name}: ${method} ${path}`,
    );
  }

  private send(method: string, path: string, options: CallOptions): Promise<Answer> {
    const headers: Record<string, string> = { accept: 'application/json', origin: this.url.origin };
    if (this.cookie) headers.cookie = this.cookie;
    if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
    if (method === 'POST') headers['idempotency-key'] = randomUUID();
    let payload: Buffer | null = null;
    if (options.form) {
      const { type, bytes } = multipart(options.form);
      headers['content-type'] = type;
      payload = bytes;
    } else if (options.body !== undefined) {
      headers['content-type'] = 'application/json';
      payload = Buffer.from(JSON.stringify(options.body));
    }
    if (payload) headers['content-length'] = String(payload.length);
    const send = this.url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const request = send(
        new URL(`/api/v1${path}`, this.url),
        { method, headers, agent: this.agent, rejectUnauthorized: false },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks),
              cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? null,
            }),
          );
          response.on('error', reject);
        },
      );
      request.on('error', reject);
      request.end(payload ?? undefined);
    });
  }
}

function multipart(form: NonNullable<CallOptions['form']>): { type: string; bytes: Buffer } {
  const boundary = `luban-${randomUUID()}`;
  const parts = Object.entries(form).flatMap(([name, value]) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
    return typeof value === 'string'
      ? [Buffer.from(`${head}\r\n\r\n${value}\r\n`)]
      : [
          Buffer.from(`${head}; filename="${value.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`),
          value.bytes,
          Buffer.from('\r\n'),
        ];
  });
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** Runs tasks with at most `width` at work at once; the first failure ends it. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const lanes = Array.from({ length: Math.min(width, queue.length) }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  });
  await Promise.all(lanes);
}
