import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Live } from '@luban/platform';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from './doors/who-may.js';

/** `GET /api/health`: 200 once requests can be served, 503 before and when the database or the live channel is gone. */
@ApiExcludeController()
@Controller('api/health')
export class HealthController {
  constructor(
    private readonly source: DataSource,
    private readonly live: Live,
  ) {}

  @Get()
  @Public()
  @HttpCode(200)
  async health(@Res({ passthrough: true }) reply: FastifyReply) {
    const workers = await this.workers();
    const parts = { database: workers !== undefined, live: this.live.isOpen, worker: Boolean(workers) };
    const ready = parts.database && parts.live;
    void reply.status(ready ? 200 : 503).header('Cache-Control', 'no-store');
    return { status: ready ? 'ready' : 'unavailable', ...parts };
  }

  /** How many connections of workers the database sees; undefined when it does not answer within 2 s. */
  private async workers(): Promise<number | undefined> {
    const asked = this.source
      .query(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'luban worker'`)
      .then(([row]: { n: number }[]) => row?.n ?? 0);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, 2000, undefined).unref());
    return Promise.race([asked, late]).catch(() => undefined);
  }
}
