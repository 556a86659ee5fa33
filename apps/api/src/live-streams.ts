import type { ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Live, type LiveNews } from '@luban/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Proxies and browsers give up silent connections; a comment this often keeps them (milliseconds). */
const heartbeatMs = 15_000;
/** A watcher that leaves this many bytes unread is let go; it comes back and reads anew. */
const unreadBytesMax = 256 * 1024;

interface Channel {
  watchers: Set<ServerResponse>;
  leave: () => void;
}

/**
 * Server-sent events for many watchers of few channels: each piece of news is written out once and sent to all of them.
 * Where something may have been missed, `{"missed":true}` is sent: the page reads everything again.
 */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly channels = new Map<string, Channel>();
  private readonly heartbeat = setInterval(() => this.sendToAll(': still here\n\n'), heartbeatMs).unref();

  constructor(private readonly live: Live) {}

  /** Keeps the request open and sends it what is published on the channel; `first` is sent at once. */
  watch(channelName: string, request: FastifyRequest, reply: FastifyReply, first?: unknown): void {
    reply.hijack();
    const response = reply.raw;
    request.raw.socket.setNoDelay(true);
    response.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.write(`retry: 2000\n\n${first === undefined ? '' : eventOf({ kind: 'news', payload: first })}`);
    this.channel(channelName).watchers.add(response);
    response.once('close', () => this.leave(channelName, response));
  }

  /** How many watch a channel now. */
  watchers(channelName: string): number {
    return this.channels.get(channelName)?.watchers.size ?? 0;
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.heartbeat);
    for (const { watchers } of this.channels.values()) for (const response of watchers) response.end();
  }

  private channel(name: string): Channel {
    let channel = this.channels.get(name);
    if (!channel) {
      const watchers = new Set<ServerResponse>();
      channel = { watchers, leave: this.live.subscribe(name, (news) => this.send(watchers, eventOf(news))) };
      this.channels.set(name, channel);
    }
    return channel;
  }

  private leave(name: string, response: ServerResponse): void {
    const channel = this.channels.get(name);
    channel?.watchers.delete(response);
    if (channel?.watchers.size !== 0) return;
    channel.leave();
    this.channels.delete(name);
  }

  private sendToAll(text: string): void {
    for (const { watchers } of this.channels.values()) this.send(watchers, text);
  }

  private send(watchers: Set<ServerResponse>, text: string): void {
    for (const response of watchers) {
      if (response.writableLength > unreadBytesMax) response.destroy();
      else response.write(text);
    }
  }
}

const eventOf = (news: LiveNews): string =>
  `data: ${JSON.stringify(news.kind === 'missed' ? { missed: true } : news.payload)}\n\n`;
