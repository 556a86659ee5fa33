import { Injectable } from '@nestjs/common';
import { Audit } from '@luban/audit';
import { Clock, Denied, Invalid, newId, NotFound, Refused } from '@luban/platform';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { accessChanged } from './access-changes.js';
import type { ApiTokenDto, ApiTokenListDto, CreatedApiTokenDto, NewApiTokenDto } from './api-token.dto.js';
import { ApiToken } from './api-token.entity.js';
import { hashSecret, newSecret } from './secrets.js';
import type { SignedIn } from './sign-ins.service.js';

/** Tokens an account may have at a time, and days they last: unless told, and at most. */
const limits = { tokens: 20, days: 90, daysMax: 366 };
const dayMilliseconds = 24 * 3_600_000;

/** Tokens for scripts. They act as their account, but neither make tokens nor change the password. */
@Injectable()
export class ApiTokenService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** One's own tokens that are still good, the latest first. */
  async list(signedIn: SignedIn): Promise<ApiTokenListDto> {
    const rows = await this.db.manager.find(ApiToken, {
      where: {
        accountId: signedIn.actor.accountId,
        revokedAt: IsNull(),
        expiresAt: MoreThan(this.clock.now()),
      },
      order: { id: 'DESC' },
    });
    return { items: rows.map(asDto), next: null };
  }

  async create(signedIn: SignedIn, given: NewApiTokenDto): Promise<CreatedApiTokenDto> {
    if (signedIn.by === 'token') throw new Denied('identity.needs-session');
    const { actor } = signedIn;
    const now = this.clock.now();
    const expiresAt = given.expiresAt
      ? new Date(given.expiresAt)
      : new Date(now.getTime() + limits.days * dayMilliseconds);
    const days = (expiresAt.getTime() - now.getTime()) / dayMilliseconds;
    if (!(days > 0 && days <= limits.daysMax)) throw new Invalid('identity.token-expiry');
    const live = await this.list(signedIn);
    if (live.items.length >= limits.tokens)
      throw new Refused('identity.too-many-tokens', { max: limits.tokens });

    const token = `lbn_${newSecret()}`;
    const row = {
      id: newId(),
      accountId: actor.accountId,
      name: given.name,
      tokenHash: hashSecret(token),
      createdAt: now,
      lastUsedAt: null,
      expiresAt,
      revokedAt: null,
    };
    await this.db.transaction(async (tx) => {
      await tx.insert(ApiToken, row);
      await this.audit.record(tx, actor, 'token.created', {
        subjectType: 'token',
        subjectId: row.id,
        after: { expiresAt },
      });
    });
    return { ...asDto(row), token };
  }

  /** Revokes one of one's own tokens. */
  async revoke(signedIn: SignedIn, tokenId: string): Promise<void> {
    const { actor } = signedIn;
    await this.db.transaction(async (tx) => {
      const mine = { id: tokenId, accountId: actor.accountId, revokedAt: IsNull() };
      const { affected } = await tx.update(ApiToken, mine, { revokedAt: this.clock.now() });
      if (!affected) throw new NotFound('identity.token-not-found');
      await accessChanged(tx, [actor.accountId]);
      await this.audit.record(tx, actor, 'token.revoked', { subjectType: 'token', subjectId: tokenId });
    });
  }
}

const asDto = (row: ApiToken): ApiTokenDto => ({
  id: row.id,
  name: row.name,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
});
