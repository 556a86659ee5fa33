import { Injectable } from '@nestjs/common';
import { Audit } from '@luban/audit';
import { Clock, Denied, Invalid, say } from '@luban/platform';
import { DataSource } from 'typeorm';
import { accessChanged } from './access-changes.js';
import { Account } from './account.entity.js';
import { PasswordHasher } from './password-hasher.js';
import { passwordFaults, passwordLength } from './password-rules.js';
import type { ChangePasswordDto } from './session.dto.js';
import { endSessions } from './session.service.js';
import type { SignedIn } from './sign-ins.service.js';
import { countAttempt, failureKey, forgive } from './slow-down.js';

/** Changing one's own password. Somebody else's is reset by whoever handed the account down: see `AccountService`. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly hasher: PasswordHasher,
    private readonly audit: Audit,
  ) {}

  /**
   * Changes the password of whoever is signed in and ends their other sign-ins. Throws `Invalid` with one error for
   * each rule that the new one breaks, or for a wrong current one; wrong ones are slowed down like sign-ins.
   */
  async change(signedIn: SignedIn, given: ChangePasswordDto): Promise<void> {
    if (signedIn.by === 'token') throw new Denied('identity.needs-session');
    const { actor } = signedIn;
    const key = failureKey(signedIn.login, `password of ${actor.accountId}`);
    await countAttempt(this.db.manager, key, this.clock.now());
    const account = await this.db.manager.findOneByOrFail(Account, { id: actor.accountId });
    if (!(await this.hasher.matches(given.current, account.passwordHash))) {
      throw refusedFor('current', 'identity.password-wrong');
    }
    await forgive(this.db.manager, key);
    const faults = passwordFaults(given.next, account.login).map((fault) => `identity.password-${fault}`);
    if (given.next === given.current) faults.push('identity.password-same');
    if (faults.length > 0) throw refusedFor('next', ...faults);

    const passwordHash = await this.hasher.hash(given.next);
    await this.db.transaction(async (tx) => {
      await tx.update(Account, { id: account.id }, { passwordHash, mustChangePassword: false });
      await endSessions(tx, account.id, signedIn.id);
      await accessChanged(tx, [account.id]);
      await this.audit.record(tx, actor, 'password.changed', {
        subjectType: 'account',
        subjectId: account.id,
      });
    });
  }
}

const refusedFor = (path: 'current' | 'next', ...codes: string[]): Invalid =>
  new Invalid(
    'identity.password-refused',
    {},
    { errors: codes.map((code) => ({ path, code, message: say(code, passwordLength) })) },
  );
