import pg from 'pg';

/**
 * One connection that listens to a PostgreSQL channel, for as long as the process lives: a lost connection is made
 * again (after 0.1 s, then longer, 5 s at most), and `onAgain` is told, because notices may have been missed.
 */
export class PgListener {
  private client: pg.Client | undefined;
  private closed = false;
  private failures = 0;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly onNotice: (payload: string) => void,
    private readonly onAgain: () => void = () => {},
  ) {}

  /** Resolves once it listens; throws if the first connection cannot be made. */
  async open(): Promise<void> {
    await this.connect();
  }

  /** Whether notices arrive at the moment. */
  get isOpen(): boolean {
    return this.client !== undefined;
  }

  /** Sends notices over the same connection, in one statement. False if there is no connection now. */
  async notify(payloads: string[]): Promise<boolean> {
    if (!this.client) return false;
    await this.client.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [
      this.channel,
      payloads,
    ]);
    return true;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: `luban ${this.channel}`,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    client.on('notification', ({ payload }) => this.onNotice(payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    await client.connect();
    await client.query(`LISTEN ${this.channel}`);
    if (this.closed) return void (await client.end());
    this.client = client;
    this.failures = 0;
  }

  private lost(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    this.again();
  }

  private again(): void {
    const waitMs = Math.min(5000, 100 * 2 ** this.failures++);
    this.retry = setTimeout(() => {
      this.connect().then(
        () => this.onAgain(),
        () => this.closed || this.again(),
      );
    }, waitMs);
  }
}
