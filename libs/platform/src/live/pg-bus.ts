import { PgListener } from '../database/pg-listener.js';
import type { Bus } from './live.service.js';

/** Live news by PostgreSQL: LISTEN and NOTIFY over one connection. */
export class PgBus implements Bus {
  private readonly listener: PgListener;

  constructor(url: string, hear: (text: string) => void, missed: () => void) {
    this.listener = new PgListener(url, 'luban_live', hear, missed);
  }

  get isOpen(): boolean {
    return this.listener.isOpen;
  }

  open(): Promise<void> {
    return this.listener.open();
  }

  async send(texts: string[]): Promise<void> {
    if (!(await this.listener.notify(texts))) throw new Error('no connection to the database');
  }

  close(): Promise<void> {
    return this.listener.close();
  }
}
