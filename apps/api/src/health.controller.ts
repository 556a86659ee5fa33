import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Live, Presence } from '@luban/platform';
import type { FastifyReply } from 'fastify';
import { Public } from './doors/who-may.js';

/** `GET /api/health`: 200 once requests can be served, 503 before and when the database or the live channel is gone. */
@ApiExcludeController()
@Controller('api/health')
export class HealthController {
  constructor(
    private readonly presence: Presence,
    private readonly live: Live,
  ) {}

  @Get()
  @Public()
  @HttpCode(200)
  async health(@Res({ passthrough: true }) reply: FastifyReply) {
    const workers = await this.presence.workers();
    const parts = { database: workers !== undefined, live: this.live.isOpen, worker: Boolean(workers) };
    const ready = parts.database && parts.live;
    void reply.status(ready ? 200 : 503).header('Cache-Control', 'no-store');
    return { status: ready ? 'ready' : 'unavailable', ...parts };
  }
}
