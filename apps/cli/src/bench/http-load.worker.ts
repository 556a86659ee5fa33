import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { percentile } from './statistics.js';

/** A form that a client saves: its revision moves on with every answer. */
export interface LoadForm {
  id: string;
  revision: number;
  /** The JSON of `values`, of sorts that differ in every value. */
  values: string[];
  /** Values in each. */
  count: number;
}

export type LoadWork =
  | { kind: 'get'; path: string; headers: string[] }
  | {
      kind: 'marks';
      eventId: string;
      /** Of each client. */
      cookies: string[];
      forms: LoadForm[][];
      /** Forms that all clients save now and then, one judge's values each; one save in `sharedEvery`. */
      shared: LoadForm[][];
      sharedEvery: number;
      /** Unanswered saves are sent again with the same key, as a tablet does, and answered ones are remembered. */
      insist: boolean;
      /** Each client begins a save every so many milliseconds; 0: as soon as the last is answered. */
      everyMs: number;
    };

export interface LoadOrder {
  port: number;
  clients: number;
  warmSeconds: number;
  seconds: number;
  work: LoadWork;
}

export interface LoadResult {
  /** Answers 2xx or 304 in the measured time. */
  done: number;
  /** Values saved by them. */
  values: number;
  /** Answers 409: somebody else changed the same value. */
  refused: number;
  /** Any other answer, by status. */
  failed: Record<string, number>;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  max: number;
  /** Bytes of the last answer's body. */
  bodyBytes: number;
  /** With `insist`: every answered save. */
  answered: { formId: string; clientKey: string; revision: number; values: string }[];
  /** Connections that broke. */
  broken: number;
}

const order = workerData as LoadOrder;
const result = {
  done: 0,
  values: 0,
  refused: 0,
  failed: {} as Record<string, number>,
  bodyBytes: 0,
  broken: 0,
};
const answered: LoadResult['answered'] = [];
let latencies: number[] = [];
let ending = false;
let keys = 0;
const run = `${process.pid}-${Date.now().toString(36)}`;

/** One client: sends, waits for the answer, sends again. */
class Client {
  private socket: Socket | undefined;
  private sentAt = 0;
  private turn = 0;
  private parts: Buffer[] = [];
  private received = 0;
  private wanted = -1;
  private status = 0;
  private bodyAt = 0;
  private form: LoadForm | undefined;
  private sort = 0;
  private clientKey = '';
  private resend = false;

  constructor(
    private readonly index: number,
    private readonly onEnd: () => void,
  ) {}

  async open(): Promise<void> {
    const socket = connect(order.port, '127.0.0.1');
    socket.setNoDelay(true);
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    socket.removeAllListeners('error');
    socket.on('error', () => {});
    socket.on('data', (chunk) => this.take(chunk));
    socket.once('close', () => this.closed());
    this.socket = socket;
  }

  send(): void {
    if (ending) {
      this.socket?.end();
      return this.onEnd();
    }
    const { work } = order;
    const text = work.kind === 'get' ? this.get(work) : this.put(work);
    this.wanted = -1;
    this.received = 0;
    this.parts.length = 0;
    if (!this.resend) this.sentAt = performance.now();
    this.socket?.write(text);
  }

  private get({ path, headers }: LoadWork & { kind: 'get' }): string {
    return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${order.port}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`;
  }

  private put(work: LoadWork & { kind: 'marks' }): string {
    if (!this.resend || !this.form) {
      this.turn++;
      const isShared = work.sharedEvery > 0 && (this.turn + this.index) % work.sharedEvery === 0;
      const forms = (isShared ? work.shared : work.forms)[this.index] as LoadForm[];
      this.form = forms[this.turn % forms.length] as LoadForm;
      this.sort = (this.sort + 1) % this.form.values.length;
      this.clientKey = `${run}-${keys++}`;
    }
    const body = `{"clientKey":"${this.clientKey}","revision":${this.form.revision},"values":${this.form.values[this.sort]}}`;
    return (
      `PUT /api/v1/events/${work.eventId}/forms/${this.form.id}/marks HTTP/1.1\r\nHost: 127.0.0.1:${order.port}\r\n` +
      `Origin: http://127.0.0.1:${order.port}\r\nCookie: ${work.cookies[this.index]}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`
    );
  }

  private take(chunk: Buffer): void {
    this.parts.push(chunk);
    this.received += chunk.length;
    if (this.wanted < 0 && !this.readHead()) return;
    if (this.received >= this.wanted) this.answer();
  }

  private readHead(): boolean {
    const all = this.parts.length === 1 ? (this.parts[0] as Buffer) : Buffer.concat(this.parts);
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const head = all.toString('latin1', 0, end);
    this.status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: (\d+)/i.exec(head);
    this.bodyAt = end + 4;
    this.wanted = this.bodyAt + (length ? Number(length[1]) : 0);
    return true;
  }

  private answer(): void {
    const now = performance.now();
    const { status } = this;
    const good = (status >= 200 && status < 300) || status === 304;
    if (good) result.done++;
    else if (status === 409) result.refused++;
    else result.failed[status] = (result.failed[status] ?? 0) + 1;
    if (status >= 500 && order.work.kind === 'marks' && order.work.insist) return this.sendAgain();
    latencies.push(now - this.sentAt);
    result.bodyBytes = this.wanted - this.bodyAt;
    this.resend = false;
    if (order.work.kind !== 'marks') return this.send();
    this.takeRevision(good, order.work.insist);
    const { everyMs } = order.work;
    if (everyMs > 0) setTimeout(() => this.send(), Math.max(0, everyMs - (now - this.sentAt)));
    else this.send();
  }

  private takeRevision(good: boolean, insist: boolean): void {
    const form = this.form as LoadForm;
    const body = Buffer.concat(this.parts).toString('latin1', this.bodyAt);
    const at = body.indexOf('"revision":');
    if (at >= 0) form.revision = parseInt(body.slice(at + 11, at + 22), 10);
    if (!good) return;
    result.values += form.count;
    if (insist) {
      const { id: formId, revision } = form;
      answered.push({
        formId,
        clientKey: this.clientKey,
        revision,
        values: form.values[this.sort] as string,
      });
    }
  }

  private sendAgain(): void {
    this.resend = true;
    setTimeout(() => this.send(), 100);
  }

  /** The server went away, or the load is over. A tablet tries again with the same key. */
  private closed(): void {
    if (ending) return this.onEnd();
    result.broken++;
    if (order.work.kind !== 'marks' || !order.work.insist) throw new Error('the server closed a connection');
    this.resend = true;
    const again = (): void => {
      if (ending) return this.onEnd();
      this.open().then(
        () => this.send(),
        () => setTimeout(again, 100),
      );
    };
    setTimeout(again, 100);
  }
}

async function main(): Promise<void> {
  let open = order.clients;
  let allEnded: () => void = () => {};
  const ended = new Promise<void>((resolve) => (allEnded = resolve));
  const gone = new Set<number>();
  const clients = Array.from(
    { length: order.clients },
    (_, i) =>
      new Client(i, () => {
        if (gone.has(i)) return;
        gone.add(i);
        if (--open === 0) allEnded();
      }),
  );
  for (let i = 0; i < clients.length; i += 64)
    await Promise.all(clients.slice(i, i + 64).map((client) => client.open()));
  // Clients at a pace of their own begin at different times.
  const everyMs = order.work.kind === 'marks' ? order.work.everyMs : 0;
  clients.forEach((client, i) => setTimeout(() => client.send(), (everyMs * i) / clients.length));
  await new Promise((resolve) => setTimeout(resolve, order.warmSeconds * 1000));
  Object.assign(result, { done: 0, values: 0, refused: 0, failed: {} });
  latencies = [];
  const startedAt = performance.now();
  await new Promise((resolve) => setTimeout(resolve, order.seconds * 1000));
  const seconds = (performance.now() - startedAt) / 1000;
  const measured = {
    ...result,
    seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    max: percentile(latencies, 1),
  };
  ending = true;
  // Whoever waits for an answer gets it, or the time is up.
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000))]);
  parentPort?.postMessage({ ...measured, answered } satisfies LoadResult);
  setTimeout(() => process.exit(0), 50);
}

main().catch((error: Error) => {
  throw error;
});
