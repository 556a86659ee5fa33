import { Injectable } from '@nestjs/common';
import { type Actor, type ActorGrant } from '@luban/audit';
import { Clock } from '@luban/platform';
import { DataSource } from 'typeorm';
import { isUnsettled } from './access-changes.js';
import { withOrganisationEvents } from './organisation-events.js';
import { hashSecret } from './secrets.js';

/** Somebody who is signed in, by a browser or by a script's token. */
export interface SignedIn {
  actor: Actor & { accountId: string };
  by: 'session' | 'token';
  /** The `sign_in_session` or `api_token`. */
  id: string;
  login: string;
  displayName: string;
  locale: 'zh' | 'en';
  mustChangePassword: boolean;
}

/** How long a browser stays signed in: without use, and at most. */
export const sessionHours = { idle: 12, absolute: 7 * 24 };

/** Milliseconds; see `SignIns`. */
const times = {
  /** Changes made by other processes are looked for this often, and a sign-in held is trusted at most this long after. */
  look: 2_000,
  trust: 5_000,
  /** How long a sign-in is held at most. */
  hold: 60_000,
  /** How exact "last seen" is. */
  seen: 5 * 60_000,
};
const holdAtMost = 20_000;
const overlapSeconds = 60;

interface Held {
  signedIn: SignedIn;
  /** By `performance.now()`: how old what is held may be is no affair of the clock on the wall. */
  loadedAt: number;
  lastSeenAt: number;
  /** The absolute end, in milliseconds. */
  expiresAt: number;
}

/**
 * Who stands behind a cookie or token. Sign-ins are held in memory, so that a hot path asks the database nothing; a
 * change (sign-out, role, password) takes effect at once in this process, and in others within five seconds: one small
 * query every two seconds names the accounts that changed.
 */
@Injectable()
export class SignIns {
  private readonly held = new Map<string, Held>();
  private look: Promise<void> | undefined;
  private lookedAt = -Infinity;
  private changesSince: Date | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Whoever the secret belongs to, or null when it is not (or no longer) good. */
  async find(by: SignedIn['by'], secret: string): Promise<SignedIn | null> {
    if (secret.length > 200) return null;
    const hash = hashSecret(secret);
    await this.lookForChanges();
    let held = this.held.get(hash);
    if (
      !held ||
      held.signedIn.by !== by ||
      performance.now() - held.loadedAt > times.hold ||
      unsettled(held)
    ) {
      this.held.delete(hash);
      held = await this.load(by, hash);
      if (!held) return null;
      if (!unsettled(held)) this.hold(hash, held);
    }
    const now = this.clock.now().getTime();
    if (now >= held.expiresAt) return null;
    if (by === 'session' && now - held.lastSeenAt >= sessionHours.idle * 3_600_000) return null;
    if (now - held.lastSeenAt >= times.seen) await this.markSeen(held, now);
    return held.signedIn;
  }

  private async lookForChanges(): Promise<void> {
    const age = performance.now() - this.lookedAt;
    if (age < times.look) return;
    this.look ??= this.takeChanges().finally(() => (this.look = undefined));
    if (age >= times.trust) return this.look;
    this.look.catch(() => {}); // still trusted; the next request asks again
  }

  private async takeChanges(): Promise<void> {
    const startedAt = performance.now();
    const rows: { next: Date; accounts: string[] }[] = await this.db.query(
      `SELECT clock_timestamp() - make_interval(secs => $2) AS next,
              ARRAY(SELECT account_id FROM access_change WHERE changed_at > COALESCE($1::timestamptz, now())) AS accounts`,
      [this.changesSince, overlapSeconds],
    );
    const changed = new Set(rows[0]?.accounts);
    if (changed.size > 0) {
      for (const [hash, held] of this.held)
        if (changed.has(held.signedIn.actor.accountId)) this.held.delete(hash);
    }
    this.changesSince = rows[0]?.next ?? null;
    this.lookedAt = startedAt;
  }

  private hold(hash: string, held: Held): void {
    if (this.held.size >= holdAtMost) {
      const [oldest] = this.held.keys();
      if (oldest !== undefined) this.held.delete(oldest);
    }
    this.held.set(hash, held);
  }

  private async load(by: SignedIn['by'], hash: string): Promise<Held | undefined> {
    const from =
      by === 'session'
        ? `SELECT id, account_id, last_seen_at, expires_at FROM sign_in_session WHERE token_hash = $1`
        : `SELECT id, account_id, last_used_at, expires_at FROM api_token WHERE token_hash = $1 AND revoked_at IS NULL`;
    const rows: SignInRow[] = await this.db.query(
      `SELECT s.*, a.login, a.display_name, a.locale, a.organisation_id, a.must_change_password,
              COALESCE((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'organisationId', g.organisation_id,
                          'eventId', g.event_id, 'skillId', g.skill_id, 'delegationId', g.delegation_id) ORDER BY g.id)
                        FROM role_grant g WHERE g.account_id = a.id AND g.ended_at IS NULL), '[]') AS grants
         FROM (${from}) s (id, account_id, seen_at, expires_at)
         JOIN account a ON a.id = s.account_id AND a.disabled_at IS NULL`,
      [hash],
    );
    const row = rows[0];
    if (!row) return undefined;
    return {
      loadedAt: performance.now(),
      lastSeenAt: row.seen_at?.getTime() ?? 0,
      expiresAt: row.expires_at?.getTime() ?? Infinity,
      signedIn: {
        actor: {
          accountId: row.account_id,
          organisationId: row.organisation_id,
          grants: await withOrganisationEvents(this.db.manager, row.grants),
        },
        by,
        id: row.id,
        login: row.login,
        displayName: row.display_name,
        locale: row.locale,
        mustChangePassword: row.must_change_password,
      },
    };
  }

  private async markSeen(held: Held, now: number): Promise<void> {
    held.lastSeenAt = now;
    const [table, column] =
      held.signedIn.by === 'session' ? ['sign_in_session', 'last_seen_at'] : ['api_token', 'last_used_at'];
    await this.db.query(
      `UPDATE ${table} SET ${column} = $2 WHERE id = $1 AND (${column} < $2 OR ${column} IS NULL)`,
      [held.signedIn.id, new Date(now)],
    );
  }
}

const unsettled = (held: Held): boolean => isUnsettled(held.signedIn.actor.accountId);

interface SignInRow {
  id: string;
  account_id: string;
  seen_at: Date | null;
  expires_at: Date | null;
  login: string;
  display_name: string;
  locale: 'zh' | 'en';
  organisation_id: string | null;
  must_change_password: boolean;
  grants: ActorGrant[];
}
