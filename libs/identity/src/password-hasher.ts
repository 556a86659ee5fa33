import { Injectable } from '@nestjs/common';
import { TooBusy } from '@luban/platform';
import { hash, verify } from '@node-rs/argon2';
import { canonicalPassword } from './password-rules.js';

/** OWASP Password Storage (2024): argon2id with 19 MiB, two passes, one lane. About 15 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hashing at once: argon2 works on Node's pool of four threads, which files and name look-ups need too. The rest waits;
 * beyond `waitAtMost` a sign-in is told to come back, so that a flood of them cannot fill the memory.
 */
const atOnce = 2;
const waitAtMost = 500;

/** argon2id, off the event loop, a few at a time. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | undefined;

  /** What is stored of a password. Many may be asked for at once: they queue behind each other. */
  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(canonicalPassword(password), cost));
  }

  /**
   * Whether the password belongs to the stored hash. With no hash (no such login) it takes the same time and says no,
   * so that the time tells nobody which logins exist. Throws `TooBusy` when too many wait.
   */
  async matches(password: string, stored: string | undefined): Promise<boolean> {
    if (this.waiting.length >= waitAtMost) throw new TooBusy('identity.busy', { retryAfterSeconds: 5 });
    this.decoy ??= this.hash('no password has this hash but its own');
    const against = stored ?? (await this.decoy);
    const right = await this.inTurn(() => verify(against, canonicalPassword(password)));
    return right && stored !== undefined;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
