import { Controller, Get, Param, ParseEnumPipe, Query, Res } from '@nestjs/common';
import { ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { NotFound } from '@luban/platform';
import { type SheetKind, sheetKinds, SheetQuery, SheetReply, Sheets } from '@luban/registration';
import type { FastifyReply } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { sendWorkbook, workbookType } from './workbook-reply.js';

const kind = new ParseEnumPipe(Object.fromEntries(sheetKinds.map((name) => [name, name])), {
  exceptionFactory: () => new NotFound('registration.no-such-sheet'),
});

/** The paper of registration: 检录表 `check-in`, 赛位表 `workstations`, 抽签登记表 `draw`. */
@ApiTags('registration')
@Controller('events/:eventId/registration-sheets')
@May('sheets.read')
export class RegistrationSheetsController {
  constructor(private readonly sheets: Sheets) {}

  /** As it is printed, with its version code. */
  @Get(':kind')
  @ApiParam({ name: 'kind', enum: sheetKinds })
  readSheet(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('kind', kind) name: SheetKind,
    @Query() query: SheetQuery,
  ): Promise<SheetReply> {
    return this.sheets.read(actor, eventId, name, query);
  }

  /** The same as a workbook, a sheet for each session. */
  @Get(':kind/workbook.xlsx')
  @ApiProduces(workbookType)
  @ApiParam({ name: 'kind', enum: sheetKinds })
  async sheetWorkbook(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('kind', kind) name: SheetKind,
    @Query() query: SheetQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, bytes } = await this.sheets.workbook(actor, eventId, name, query);
    sendWorkbook(reply, fileName, bytes);
  }
}
