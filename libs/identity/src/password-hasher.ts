import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TooBusy } from '@luban/platform';
import { hash, verify } from '@node-rs/argon2';
import { canonicalPassword } from './password-rules.js';

/** OWASP Password Storage (2024): argon2id with 19 MiB, two passes, one lane. About 15 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hashing at once: argon2 works on Node's pool of four threads, which files and name look-ups need too. The rest waits,
 * sign-ins before new accounts; beyond `waitAtMost` a sign-in is told to come back, so that a flood of them cannot fill
 * the memory.
 */
const atOnce = 2;
const waitAtMost = 500;

type Turn = () => void;

/** argon2id, off the event loop, a few at a time. */
@Injectable()
export class PasswordHasher implements OnModuleInit {
  private running = 0;
  private readonly signIns: Turn[] = [];
  private readonly newAccounts: Turn[] = [];
  private decoy: Promise<string> | undefined;

  /** What is stored of a password. Many may be asked for at once: they queue behind each other. */
  async hash(password: string): Promise<string> {
    return this.inTurn(this.newAccounts, () => hash(canonicalPassword(password), cost));
  }

  /**
   * Whether the password belongs to the stored hash. With no hash (no such login) it takes the same time and says no,
   * so that the time tells nobody which logins exist. Throws `TooBusy` when too many wait.
   */
  async matches(password: string, stored: string | undefined): Promise<boolean> {
    if (this.signIns.length >= waitAtMost) throw new TooBusy('identity.busy', { retryAfterSeconds: 5 });
    const against = stored ?? (await this.decoyHash());
    const right = await this.inTurn(this.signIns, () => verify(against, canonicalPassword(password)));
    return right && stored !== undefined;
  }

  /** Made once, at the start, so that the first wrong login takes no longer than the second. */
  async onModuleInit(): Promise<void> {
    await this.decoyHash();
  }

  private decoyHash(): Promise<string> {
    return (this.decoy ??= this.hash('no password has this hash but its own'));
  }

  private async inTurn<T>(queue: Turn[], work: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) await new Promise<void>((turn) => queue.push(turn));
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.signIns.shift() ?? this.newAccounts.shift();
      if (next) next();
      else this.running--;
    }
  }
}
