import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import {
  Inbox,
  MailAddressDto,
  MailAddresses,
  MailListDto,
  MailQuery,
  Mails,
  NoticeListDto,
  NoticeQuery,
  ReadingDto,
  SetMailAddressDto,
  UnreadCountDto,
} from '@luban/notices';
import { CurrentActor, May } from './doors/who-may.js';
import { IfMatch } from './if-match.js';

/** What one was told. */
@ApiTags('notices')
@Controller('notices')
@May('notices.own')
export class NoticesController {
  constructor(private readonly inbox: Inbox) {}

  /** Newest first. */
  @Get()
  listNotices(@CurrentActor() actor: Actor, @Query() query: NoticeQuery): Promise<NoticeListDto> {
    return this.inbox.list(actor, query);
  }

  /** For the bell. */
  @Get('unread-count')
  countUnread(@CurrentActor() actor: Actor): Promise<UnreadCountDto> {
    return this.inbox.count(actor);
  }

  /** Marks everything up to a notice as read. */
  @Put('reading')
  readAllNotices(@CurrentActor() actor: Actor, @Body() { upTo }: ReadingDto): Promise<UnreadCountDto> {
    return this.inbox.markAll(actor, upTo);
  }

  @Put(':noticeId/reading')
  readNotice(@CurrentActor() actor: Actor, @Param('noticeId') id: string): Promise<UnreadCountDto> {
    return this.inbox.mark(actor, id, 'read');
  }

  @Delete(':noticeId/reading')
  unreadNotice(@CurrentActor() actor: Actor, @Param('noticeId') id: string): Promise<UnreadCountDto> {
    return this.inbox.mark(actor, id, 'unread');
  }
}

/** Where one is written to. */
@ApiTags('notices')
@Controller('account')
@May('notices.own')
export class MailAddressController {
  constructor(private readonly addresses: MailAddresses) {}

  @Get('mail-address')
  readMailAddress(@CurrentActor() actor: Actor): Promise<MailAddressDto> {
    return this.addresses.read(actor);
  }

  /** `If-Match: "0"` gives the first. */
  @Put('mail-address')
  setMailAddress(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() wish: SetMailAddressDto,
  ): Promise<MailAddressDto> {
    return this.addresses.set(actor, version, wish);
  }

  @Delete('mail-address')
  removeMailAddress(@CurrentActor() actor: Actor, @IfMatch() version: number): Promise<MailAddressDto> {
    return this.addresses.remove(actor, version);
  }

  /** Sends a test mail to one's own address; `lastMail` says what became of it. */
  @Post('test-mails')
  sendTestMail(@CurrentActor() actor: Actor): Promise<MailAddressDto> {
    return this.addresses.test(actor);
  }
}

/** The mails of the installation, for its administrator. */
@ApiTags('notices')
@Controller('mails')
@May('mail.read')
export class MailsController {
  constructor(private readonly mails: Mails) {}

  /** Newest first. */
  @Get()
  listMails(@Query() query: MailQuery): Promise<MailListDto> {
    return this.mails.list(query);
  }

  /** Has a mail that was not sent tried again at once. */
  @Put(':mailId/attempt')
  @HttpCode(204)
  @May('mail.tryAgain')
  async tryMailAgain(@CurrentActor() actor: Actor, @Param('mailId') id: string): Promise<void> {
    await this.mails.tryAgain(actor, id);
  }
}
