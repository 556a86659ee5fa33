import { defineMessages } from '@luban/platform';

/** What notices refuse, in both languages. */
defineMessages({
  'notices.notice-not-found': { zh: '没有这条通知。', en: 'There is no such notice.' },
  'notices.address-unusable': {
    zh: '这不是可以使用的邮箱地址。请只填写一个地址，如 wang@example.org，不带姓名、空格、引号或换行；暂不支持中文邮箱地址。',
    en: 'Mail cannot be sent to this address. Give one address like wang@example.org, without name, blanks, quotes or line breaks; addresses with letters beyond a–z are not supported.',
  },
  'notices.no-address': {
    zh: '还没有填写邮箱地址。请先填写并保存。',
    en: 'No mail address is given. Give one and save it first.',
  },
  'notices.address-removed': {
    zh: '收件人已删除邮箱地址',
    en: 'the reader has removed the address',
  },
  'notices.no-mail-server': {
    zh: '系统尚未配置邮件服务器（SMTP_URL），不能发送邮件。请联系管理员。',
    en: 'This system has no mail server (SMTP_URL), so it sends no mail. Ask your administrator.',
  },
  'notices.test-too-soon': {
    zh: '测试邮件每分钟只能发送一封，请等待 {retryAfterSeconds} 秒。',
    en: 'One test mail a minute: please wait {retryAfterSeconds} seconds.',
  },
  'notices.mail-not-found': { zh: '没有这封邮件。', en: 'There is no such mail.' },
  'notices.mail-sent': {
    zh: '这封邮件已经发出，不会重复发送。',
    en: 'This mail has been sent and is not sent again.',
  },
});
