import { Redis } from 'ioredis';
import type { Bus } from './live.service.js';

/** Live news by Redis: publish on one connection, subscribe on another, as Redis wants it. */
export class RedisBus implements Bus {
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private opened = false;

  constructor(
    url: string,
    private readonly channel: string,
    hear: (text: string) => void,
    missed: () => void,
  ) {
    this.publisher = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 2 });
    this.subscriber = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null });
    for (const connection of [this.publisher, this.subscriber]) connection.on('error', () => {});
    this.subscriber.on('message', (_channel: string, text: string) => hear(text));
    // Subscriptions are made again by ioredis; what was said in between was not heard.
    this.subscriber.on('ready', () => {
      if (this.opened) missed();
    });
  }

  get isOpen(): boolean {
    return this.subscriber.status === 'ready' && this.publisher.status === 'ready';
  }

  async open(): Promise<void> {
    await Promise.all([this.publisher.connect(), this.subscriber.connect()]);
    await this.subscriber.subscribe(this.channel);
    this.opened = true;
  }

  async send(texts: string[]): Promise<void> {
    const pipeline = this.publisher.pipeline();
    for (const text of texts) pipeline.publish(this.channel, text);
    await pipeline.exec();
  }

  async close(): Promise<void> {
    this.opened = false;
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}

/** Whether a Redis answers, tried once; throws a sentence that says where none did. */
export async function assertRedis(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 5000, retryStrategy: () => null });
  let reason = '';
  redis.on('error', (error: Error & { code?: string }) => (reason ||= error.message || (error.code ?? '')));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    const why = reason || (error as Error).message;
    throw new Error(`no Redis answers at ${hostname}:${port || 6379} (REDIS_URL): ${why}`, { cause: error });
  } finally {
    redis.disconnect();
  }
}
