import './messages.js';

export { DailyRound } from './daily-round.service.js';
export { Inbox } from './inbox.service.js';
export { MailAddresses } from './mail-address.service.js';
export * from './mail-address.dto.js';
export * from './mail.dto.js';
export { Mails } from './mails.service.js';
export * from './notice.dto.js';
export { MailSender } from './mail-sender.service.js';
export { MailAddress } from './mail-address.entity.js';
export { Mail, MailNotice } from './mail.entity.js';
export { Notice } from './notice.entity.js';
export { NoticesModule } from './notices.module.js';
export { Notices, type NoticeWish } from './notices.service.js';
export { peopleOf, peopleOfArea } from './people.js';
export { type DueReminder, dueReminders } from './due-reminders.js';
