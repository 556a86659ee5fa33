import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/**
 * What the server does with the next mail: takes it; answers this code to RCPT or after DATA; takes the whole of it and
 * breaks the connection before its 250 (`silent`); or waits with its 250 until the promise is kept.
 */
export type MailAnswer =
  'take' | { rcpt: number } | { data: number } | 'silent' | { takeAfter: Promise<unknown> };

/** A real SMTP server on a free port of this machine, that does as it is told and keeps what it was given. */
export class MailServer {
  /** Every mail whose whole text has arrived, answered or not. */
  readonly arrived: ParsedMail[] = [];
  /** Mails answered with 250. */
  taken = 0;
  /** Those of them that came by TLS. */
  secured = 0;
  /** What happens to the next ones, in order; then `take`. */
  answers: MailAnswer[] = [];
  private server: SMTPServer | undefined;
  port = 0;

  constructor(private readonly options: SMTPServerOptions = {}) {}

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Listens; on the same port again after `stop`. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      ...this.options,
      onRcptTo: (_address, _session, done) => {
        const answer = this.answers[0];
        if (typeof answer !== 'object' || !('rcpt' in answer)) return done();
        this.answers.shift();
        done(refusal(answer.rcpt));
      },
      onData: (stream, session, done) => {
        const answer = this.answers.shift() ?? 'take';
        void simpleParser(stream).then(async (mail) => {
          this.arrived.push(mail);
          if (typeof answer === 'object' && 'data' in answer) return done(refusal(answer.data));
          if (answer === 'silent') return hangUp(server, session.id);
          if (typeof answer === 'object' && 'takeAfter' in answer) await answer.takeAfter;
          this.taken += 1;
          if (session.secure) this.secured += 1;
          done();
        });
      },
    });
    server.on('error', () => {});
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  /** Forgets what came, and answers as it pleases. */
  forget(): void {
    this.arrived.length = 0;
    this.taken = 0;
    this.secured = 0;
    this.answers = [];
  }
}

function hangUp(server: SMTPServer, sessionId: string): void {
  const connections = server.connections as Set<{ session: { id: string }; close(): void }>;
  for (const each of connections) if (each.session.id === sessionId) each.close();
}

function refusal(code: number): Error {
  const message = code >= 500 ? 'No such person here' : 'Try again later';
  return Object.assign(new Error(message), { responseCode: code });
}
