import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Config } from '../config.js';
import { PgBus } from './pg-bus.js';
import { RedisBus } from './redis-bus.js';

/** What a subscriber hears: what was published, or that something may have been missed. */
export type LiveNews = { kind: 'news'; payload: unknown } | { kind: 'missed' };
export type LiveListener = (news: LiveNews) => void;

/** A way between processes: texts in, the same texts out in every process. */
export interface Bus {
  open(): Promise<void>;
  send(texts: string[]): Promise<void>;
  readonly isOpen: boolean;
  close(): Promise<void>;
}

/** Publications of this many milliseconds travel together; the same thing said twice is said once. */
const gatherMs = 5;

/**
 * Tells every process that something changed: by Redis where `REDIS_URL` is given, else by PostgreSQL's NOTIFY, from
 * one connection of this process. Never part of a transaction: publish *after* the commit. It may be lost when a
 * connection breaks (subscribers then hear `missed` and read again), so what is said is a hint to read, small, and
 * never personal data.
 */
@Injectable()
export class Live implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('live');
  private readonly listeners = new Map<string, Set<LiveListener>>();
  private readonly bus: Bus;
  private waiting = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<void> = Promise.resolve();

  constructor(config: Config) {
    const hear = (text: string) => this.hear(text);
    const missed = () => this.missed();
    this.bus = config.redisUrl
      ? new RedisBus(config.redisUrl, `${config.queuePrefix}:live`, hear, missed)
      : new PgBus(config.databaseUrl ?? '', hear, missed);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.bus.open();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
    await this.bus.close();
  }

  /** Whether news travels at the moment. */
  get isOpen(): boolean {
    return this.bus.isOpen;
  }

  /** Says something on a channel, such as `board:<eventId>`; `payload` is small (under 4 kB as JSON). */
  publish(channel: string, payload: unknown = null): void {
    const text = JSON.stringify([channel, payload]);
    if (text.length > 4000)
      throw new Error(`live news on ${channel} is too long: send an id and let people read`);
    this.waiting.add(text);
    this.timer ??= setTimeout(() => void this.flush(), gatherMs);
  }

  /** Calls `listener` for everything said on a channel from now on; call the answer to stop. */
  subscribe(channel: string, listener: LiveListener): () => void {
    const listeners = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (!listeners.size && this.listeners.get(channel) === listeners) this.listeners.delete(channel);
    };
  }

  private async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const texts = [...this.waiting];
    this.waiting.clear();
    if (texts.length) {
      this.sending = this.sending
        .then(() => this.bus.send(texts))
        .catch((error: Error) => this.logger.warn(`live news was lost: ${error.message}`));
    }
    await this.sending;
  }

  private hear(text: string): void {
    const [channel, payload] = JSON.parse(text) as [string, unknown];
    this.tell(this.listeners.get(channel) ?? [], { kind: 'news', payload });
  }

  private missed(): void {
    for (const listeners of this.listeners.values()) this.tell(listeners, { kind: 'missed' });
  }

  private tell(listeners: Iterable<LiveListener>, news: LiveNews): void {
    for (const listener of [...listeners]) {
      try {
        listener(news);
      } catch (error) {
        this.logger.error(`a live listener failed: ${error instanceof Error ? error.stack : String(error)}`);
      }
    }
  }
}
