import type { MailSettings } from '@luban/platform';
import { createTransport, type Transporter } from 'nodemailer';
import { oneLine } from './mail-text.js';

/** A mail as it goes to the server. */
export interface MailToSend {
  messageId: string;
  address: string;
  displayName: string | null;
  subject: string;
  body: string;
  createdAt: Date;
}

/**
 * How an attempt ended. `accepted`: the server answered 250 to the whole mail. `refused`: it will never take this mail
 * (5xx). `deferred`: it will perhaps take it later (4xx). `trouble`: no server to talk to, or the talk broke off, so
 * that it is not known whether it took the mail.
 */
export type MailOutcome = { kind: 'accepted' } | { kind: 'refused' | 'deferred' | 'trouble'; reason: string };

/** Longest times of silence, in milliseconds: RFC 5321 allows minutes, a waiting worker does not. */
const connectWithinMs = 15_000;
const answerWithinMs = 60_000;

/** One connection for each mail, so that a reply belongs to one mail without doubt. */
export function mailTransport(settings: MailSettings): Transporter {
  const { host, port, secure, tls, user, password } = settings;
  return createTransport({
    host,
    port,
    secure,
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    ignoreTLS: tls === 'off',
    requireTLS: !secure && tls === 'verify',
    tls: { rejectUnauthorized: tls === 'verify' },
    connectionTimeout: connectWithinMs,
    greetingTimeout: connectWithinMs,
    socketTimeout: answerWithinMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Tries to send one mail. Never throws. */
export async function sendMail(
  transport: Transporter,
  settings: MailSettings,
  mail: MailToSend,
): Promise<MailOutcome> {
  try {
    await transport.sendMail({
      from: settings.from,
      to: { name: oneLine(mail.displayName ?? ''), address: mail.address },
      subject: oneLine(mail.subject),
      text: mail.body,
      textEncoding: 'base64',
      messageId: mail.messageId,
      date: mail.createdAt,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { kind: 'accepted' };
  } catch (error) {
    return outcomeOf(error, settings);
  }
}

interface SmtpError {
  code?: string;
  responseCode?: number;
  response?: string;
  message?: string;
}

function outcomeOf(error: unknown, settings: MailSettings): MailOutcome {
  const { code, responseCode, response, message } = error as SmtpError;
  let said = oneLine(response ?? message ?? String(error)).slice(0, 500);
  if (settings.password) said = said.replaceAll(settings.password, '***');
  // EAUTH is 5xx too, but about us, not about this mail; 421 closes the talk, whatever it was about.
  const aboutThisMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== 421;
  if (!aboutThisMail) return { kind: 'trouble', reason: said };
  // Without a reply it was not even tried: too long for the server, or no address at all.
  return { kind: (responseCode ?? 500) >= 500 ? 'refused' : 'deferred', reason: said };
}
