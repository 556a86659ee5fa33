import { connect, type Socket } from 'node:net';

/** How long a piece of news may take to reach all before it counts as lost (milliseconds). */
const giveUpMs = 10_000;

/** Many watchers of one stream of server-sent events, each on a connection of its own. */
export class Watchers {
  private heard: (index: number) => void = () => {};

  private constructor(private readonly sockets: Socket[]) {}

  /** Opens them a hundred at a time; resolves when each has got its first piece of news. */
  static async open(port: number, path: string, count: number): Promise<Watchers> {
    const watchers = new Watchers([]);
    for (let from = 0; from < count; from += 100) {
      const some = Array.from({ length: Math.min(100, count - from) }, (_, i) =>
        watchers.add(port, path, from + i),
      );
      await Promise.all(some);
    }
    return watchers;
  }

  /** When each watcher heard the next piece of news, by `performance.now()`. Ask before it is published. */
  next(): Promise<number[]> {
    return new Promise((resolve, reject) => {
      const times = new Map<number, number>();
      const late = setTimeout(
        () =>
          reject(
            new Error(`${times.size} of ${this.sockets.length} watchers heard it within ${giveUpMs} ms`),
          ),
        giveUpMs,
      );
      this.heard = (index) => {
        if (!times.has(index)) times.set(index, performance.now());
        if (times.size < this.sockets.length) return;
        clearTimeout(late);
        resolve([...times.values()]);
      };
    });
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private add(port: number, path: string, index: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      this.sockets.push(socket);
      let first = true;
      socket.once('error', reject);
      socket.once('connect', () =>
        socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/event-stream\r\n\r\n`),
      );
      socket.on('data', (chunk) => {
        if (!chunk.includes('data: ')) return;
        if (first) resolve();
        else this.heard(index);
        first = false;
      });
    });
  }
}
