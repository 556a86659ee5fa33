import { Body, Controller, Get, Headers, Param, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  ApplicationWindows,
  CloseWindowDto,
  SetWindowDto,
  WindowFilterDto,
  WindowListDto,
  WindowPlaceDto,
  WindowRowDto,
} from '@luban/approvals';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch, versionIn } from './if-match.js';

/** When the applications of a plan year are received 申报时间, authority by authority. */
@ApiTags('approvals')
@Controller('application-windows')
export class ApplicationWindowsController {
  constructor(private readonly windows: ApplicationWindows) {}

  /** The windows that match, all authorities that receive applications, and the server's time. */
  @Get()
  @May('windows.read')
  listWindows(@CurrentActor() actor: Actor, @Query() filter: WindowFilterDto): Promise<WindowListDto> {
    return this.windows.list(actor, filter);
  }

  /** Opens the window of a year at one's own level and area; with `If-Match` changes the one that stands. */
  @Put(':level/:divisionCode/:planYear')
  @ApiHeader({ name: 'If-Match', required: false })
  @May('windows.edit')
  setWindow(
    @CurrentActor() actor: Actor,
    @Param() place: WindowPlaceDto,
    @Headers('if-match') version: string | undefined,
    @Body() wish: SetWindowDto,
  ): Promise<WindowRowDto> {
    return this.windows.set(actor, place, version === undefined ? null : versionIn(version), wish);
  }

  /** Closes it now, before its time. */
  @Put(':level/:divisionCode/:planYear/closure')
  @May('windows.edit')
  closeWindow(
    @CurrentActor() actor: Actor,
    @Param() place: WindowPlaceDto,
    @IfMatch() version: number,
    @Body() wish: CloseWindowDto,
  ): Promise<WindowRowDto> {
    return this.windows.close(actor, place, version, wish);
  }
}
