export interface MailSettings {
  host: string;
  port: number;
  /** `smtps://`: TLS from the first byte. */
  secure: boolean;
  /** What becomes of STARTTLS and certificates: not used, used where it works, or demanded and verified. */
  tls: 'off' | 'try' | 'verify';
  /** Never logged, never shown. */
  user: string | undefined;
  password: string | undefined;
  /** The sender of every mail: `MAIL_FROM`. */
  from: { name: string; address: string };
}

const addressLike = 'smtp://user:password@mail.example.org:587 or smtps://user:password@mail.example.org';
const senderLike = 'an address like luban@example.org or 鲁班 <luban@example.org>';
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i;

/**
 * How mail is sent, from `SMTP_URL` and `MAIL_FROM`; what is wrong is added to `problems`, without the password.
 * `smtps://` verifies the certificate. `smtp://` asks for STARTTLS: with a password (and a server that is not this
 * machine) it is demanded and verified, without one it is used where it works. `?tls=off|try|verify` says otherwise.
 */
export function mailSettings(
  problems: string[],
  url: string | undefined,
  sender: string | undefined,
): MailSettings | undefined {
  if (url === undefined && sender === undefined) return undefined;
  if (url === undefined) problems.push('SMTP_URL is missing, but MAIL_FROM is given: both or neither');
  if (sender === undefined)
    problems.push(`MAIL_FROM is missing, but SMTP_URL is given; it should be ${senderLike}`);
  const from = sender === undefined ? undefined : senderOf(sender);
  if (sender !== undefined && !from) problems.push(`MAIL_FROM is "${sender}", but should be ${senderLike}`);
  const server = url === undefined ? undefined : serverOf(problems, url);
  return server && from && { ...server, from };
}

function serverOf(problems: string[], given: string): Omit<MailSettings, 'from'> | undefined {
  // The address may hold a password: it is not repeated.
  const wrong = (what: string) => {
    problems.push(`SMTP_URL is ${what}, but should be an address like ${addressLike}`);
    return undefined;
  };
  if (!URL.canParse(given)) return wrong('not readable');
  const url = new URL(given);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')
    return wrong('not an smtp:// or smtps:// address');
  if (!url.hostname) return wrong('without a server');
  if (url.pathname.length > 1 || url.hash) return wrong('followed by a path or a fragment');
  const user = decoded(url.username);
  const password = decoded(url.password);
  if (user === null || password === null) return wrong('not readable (a % in it is written %25)');
  if (Boolean(user) !== Boolean(password)) return wrong('with a user or a password alone');
  const stray = [...url.searchParams.keys()].find((key) => key !== 'tls');
  if (stray !== undefined) return wrong(`followed by "${stray}", which is not known`);
  const secure = url.protocol === 'smtps:';
  const asked = url.searchParams.get('tls');
  const tls = (['off', 'try', 'verify'] as const).find((known) => known === asked);
  if (asked !== null && (!tls || (secure && tls === 'off'))) return wrong('with a tls= that does not fit it');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : user ? 587 : 25,
    secure,
    tls: tls ?? (secure || (user && !loopback.test(url.hostname)) ? 'verify' : 'try'),
    user,
    password,
  };
}

/** `address` or `Name <address>`; undefined where it is neither. */
function senderOf(given: string): MailSettings['from'] | undefined {
  const parts = /^(?:"?([^"<>]*?)"?\s*<([^<>]+)>|([^<>]+))$/u.exec(given);
  const address = (parts?.[2] ?? parts?.[3] ?? '').trim();
  const name = (parts?.[1] ?? '').trim();
  return /^[^\s@,;:"()[\]\\]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(address) && !hasControls(name)
    ? { name, address }
    : undefined;
}

const hasControls = (text: string): boolean => /\p{Cc}/u.test(text);

/** Undefined for none, null for what cannot be read. */
function decoded(part: string): string | undefined | null {
  try {
    return part === '' ? undefined : decodeURIComponent(part);
  } catch {
    return null;
  }
}
