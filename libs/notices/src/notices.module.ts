import { Module } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { DailyRound } from './daily-round.service.js';
import { Inbox } from './inbox.service.js';
import { MailAddresses } from './mail-address.service.js';
import { Mails } from './mails.service.js';
import { MailSender } from './mail-sender.service.js';
import { Notices } from './notices.service.js';

const services = [DailyRound, Inbox, MailAddresses, Mails, MailSender, Notices];

@Module({ imports: [AuditModule], providers: services, exports: services })
export class NoticesModule {}
