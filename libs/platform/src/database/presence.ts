import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { workerName } from './application-names.js';

/** Who is there, as the database sees it. */
@Injectable()
export class Presence {
  constructor(private readonly source: DataSource) {}

  /** How many connections of workers there are; undefined when the database does not answer in time. */
  async workers(withinMs = 2000): Promise<number | undefined> {
    const asked = this.source
      .query('SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = $1', [workerName])
      .then(([row]: { n: number }[]) => row?.n ?? 0);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, withinMs, undefined).unref());
    return Promise.race([asked, late]).catch(() => undefined);
  }
}
