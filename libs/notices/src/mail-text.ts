import type { Config, Said } from '@luban/platform';

/** What a mail says: plain text. */
export interface Letter {
  /** One line. */
  subject: string;
  body: string;
}

/** Who reads it, and in which language. */
export interface Reader {
  displayName: string;
  locale: 'zh' | 'en';
}

/** A notice as a mail shows it. */
export interface NoticeLine {
  message: Said;
  href: string | null;
}

type Place = Pick<Config, 'publicUrl' | 'tls' | 'host' | 'port'>;

const words = {
  zh: {
    subject: (text: string) => `【鲁班】${text}`,
    dear: (name: string) => `${name}，您好：`,
    digest: (count: number, day: string) => `${day} 有 ${count} 条未读通知`,
    inDigest: (count: number) => `您有 ${count} 条未读通知：`,
    more: (count: number) => `另有 ${count} 条，请在收件箱中查看。`,
    open: '查看：',
    inbox: '收件箱：',
    foot: '这封邮件由鲁班职业技能竞赛平台自动发出，请勿回复。要更改邮箱或停止接收邮件：',
    test: '测试邮件',
    tested: '这是您请求的测试邮件。收到它，说明鲁班的通知可以送达这个邮箱。',
  },
  en: {
    subject: (text: string) => `[Luban] ${text}`,
    dear: (name: string) => `Dear ${name},`,
    digest: (count: number, day: string) => `${count} unread ${count === 1 ? 'notice' : 'notices'}, ${day}`,
    inDigest: (count: number) => `You have ${count} unread ${count === 1 ? 'notice' : 'notices'}:`,
    more: (count: number) => `And ${count} more, in your inbox.`,
    open: 'Open: ',
    inbox: 'Inbox: ',
    foot: 'Luban, the platform of skills competitions, sent this by itself: please do not reply. To change your address or stop these mails: ',
    test: 'Test mail',
    tested:
      'This is the test mail you asked for. Since it has arrived, notices of Luban can reach this address.',
  },
} as const;

/** Notices that a digest writes out; the rest stand in the inbox. */
const digestLinesMax = 50;
const subjectCharsMax = 120;

/** The mail of one notice. */
export function noticeLetter(notice: NoticeLine, reader: Reader, place: Place): Letter {
  const say = words[reader.locale];
  const text = oneLine(notice.message[reader.locale]);
  const link = `${say.open}${linkTo(notice.href ?? '/inbox', place)}`;
  return { subject: say.subject(clipped(text)), body: bodyOf([text, link], reader, place) };
}

/** The mail of a day's unread notices, newest first. */
export function digestLetter(
  notices: readonly NoticeLine[],
  day: string,
  reader: Reader,
  place: Place,
): Letter {
  const say = words[reader.locale];
  const lines = notices
    .slice(0, digestLinesMax)
    .map(({ message, href }, index) =>
      [
        `${index + 1}. ${oneLine(message[reader.locale])}`,
        ...(href === null ? [] : [`   ${linkTo(href, place)}`]),
      ].join('\n'),
    );
  const rest = notices.length - lines.length;
  return {
    subject: say.subject(say.digest(notices.length, day)),
    body: bodyOf(
      [
        say.inDigest(notices.length),
        ...lines,
        ...(rest > 0 ? [say.more(rest)] : []),
        `${say.inbox}${linkTo('/inbox', place)}`,
      ],
      reader,
      place,
    ),
  };
}

/** The mail by which a person tries an address. */
export function testLetter(reader: Reader, place: Place): Letter {
  const say = words[reader.locale];
  return { subject: say.subject(say.test), body: bodyOf([say.tested], reader, place) };
}

/** The address at which people find this Luban: `PUBLIC_URL`, or what can be known without it. */
export function homeUrl({ publicUrl, tls, host, port }: Place): string {
  if (publicUrl !== undefined) return publicUrl;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'https' : 'http'}://${name}:${port}`;
}

/** Places are paths of our own: whatever else stands there leads home. */
const linkTo = (href: string, place: Place): string =>
  `${homeUrl(place)}${/^\/(?!\/)[^\s\\]*$/.test(href) ? href : '/'}`;

function bodyOf(paragraphs: readonly string[], reader: Reader, place: Place): string {
  const say = words[reader.locale];
  return [
    say.dear(oneLine(reader.displayName)),
    ...paragraphs,
    `--\n${say.foot}${linkTo('/account', place)}`,
    '',
  ].join('\n\n');
}

/** Line ends, controls and marks of direction become one blank: nothing in a name can begin a header or a line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

function clipped(text: string): string {
  const characters = [...text];
  return characters.length <= subjectCharsMax
    ? text
    : `${characters.slice(0, subjectCharsMax - 1).join('')}…`;
}
