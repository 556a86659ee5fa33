import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { HomeDto, HomeService } from '@luban/identity';
import { CurrentActor, May } from './doors/who-may.js';

/** What waits for whoever is signed in (待办). */
@ApiTags('home')
@Controller('home')
export class HomeController {
  constructor(private readonly home: HomeService) {}

  /** Most urgent first, for all roles; the screen shows those of the role one acts in. */
  @Get()
  @May('account.own')
  async readHome(@CurrentActor() actor: Actor): Promise<HomeDto> {
    return { items: await this.home.read(actor) };
  }
}
