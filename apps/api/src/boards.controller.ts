import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Boards, PublishedResults } from '@luban/awards';
import { isId, NotFound } from '@luban/platform';
import { ProgressBoard } from '@luban/results';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BoardShelf } from './board-shelf.js';
import { Public } from './doors/who-may.js';
import { LiveStreams } from './live-streams.js';

/** The boards everybody may read: progress, and results once published. One snapshot, an ETag, and news by SSE. */
@ApiTags('public')
@Controller('public/events/:eventId')
@Public()
export class BoardsController {
  constructor(
    private readonly shelf: BoardShelf,
    private readonly boards: Boards,
    private readonly streams: LiveStreams,
  ) {}

  @Get('board')
  @ApiOkResponse({ type: ProgressBoard, description: 'Progress of each skill in counts.' })
  board(
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.shelf.answer(id, 'board', request, reply);
  }

  @Get('results')
  @ApiOkResponse({
    type: PublishedResults,
    description: 'Published results, awards and the delegation table.',
  })
  results(
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.shelf.answer(id, 'results', request, reply);
  }

  /** Says `{kind, etag}` whenever a snapshot changed. */
  @Get('live')
  async live(
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const board = isId(id) ? await this.boards.read(id, 'board') : null;
    if (!board) throw new NotFound('events.event-not-found', { eventId: id });
    this.streams.watch(`board:${id}`, request, reply, { kind: 'board', etag: board.etag });
  }
}
