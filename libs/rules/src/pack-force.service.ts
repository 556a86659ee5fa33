import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertCurrent, Clock, Invalid, newId, Refused, say } from '@luban/platform';
import { DataSource, IsNull } from 'typeorm';
import { chinaDay } from './china-day.js';
import { assertMaker, packInReach } from './pack-reach.js';
import type { PutInForceDto, RulePackDto } from './rule-pack.dto.js';
import { RulePackForce } from './rule-pack.entity.js';
import { readPack } from './rule-pack.queries.js';
import { assertSound, packToChange, subjectOf } from './rule-pack.service.js';

/** From when a pack is in force. Submissions take it from their own day on; what was submitted before keeps its own. */
@Injectable()
export class PackForceService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Puts a sound draft in force from today or a later day; from then on it is never edited. Throws `Refused`
   * `rules.pack-in-force`, `rules.date-taken` (by the constraint); `Invalid` `rules.date-in-the-past`,
   * `rules.pack-faults`.
   */
  putInForce(actor: Actor, id: string, version: number, wish: PutInForceDto): Promise<RulePackDto> {
    const at = this.clock.now();
    const today = chinaDay(at);
    return this.db.transaction(async (tx) => {
      const pack = await packToChange(tx, actor, id);
      assertCurrent(pack.version, version);
      if (wish.inForceFrom < today) throw inThePast(today);
      assertSound(pack.content);
      // Two who choose the same day for one area: the second waits, and is told in words.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 4))`, [
        `${pack.level}/${pack.divisionCode}`,
      ]);
      const taken = await tx.existsBy(RulePackForce, {
        level: pack.level,
        divisionCode: pack.divisionCode,
        inForceFrom: wish.inForceFrom,
        endedAt: IsNull(),
      });
      if (taken) throw new Refused('rules.date-taken', { inForceFrom: wish.inForceFrom });
      const force: RulePackForce = {
        id: newId(),
        packId: pack.id,
        level: pack.level,
        divisionCode: pack.divisionCode,
        inForceFrom: wish.inForceFrom,
        reason: wish.reason.trim(),
        by: actor.accountId,
        at,
        endedAt: null,
        endedBy: null,
      };
      await tx.insert(RulePackForce, force);
      await this.audit.record(tx, actor, 'rulePack.putInForce', {
        ...subjectOf(pack),
        after: { code: pack.code, inForceFrom: force.inForceFrom },
        reason: force.reason,
      });
      return readPack(tx, actor, pack.id, today);
    });
  }

  /** Takes a pack back before its day. Throws `Refused` `rules.not-in-force`, `rules.already-begun`. */
  takeBack(actor: Actor, id: string, reason: string): Promise<RulePackDto> {
    const at = this.clock.now();
    const today = chinaDay(at);
    return this.db.transaction(async (tx) => {
      const pack = await packInReach(tx, actor, id, 'forUpdate');
      await assertMaker(tx, actor, pack);
      const force = await tx.findOne(RulePackForce, {
        where: { packId: pack.id, endedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (!force) throw new Refused('rules.not-in-force');
      const { inForceFrom } = force;
      if (inForceFrom <= today) throw new Refused('rules.already-begun', { inForceFrom });
      await tx.update(RulePackForce, { id: force.id }, { endedAt: at, endedBy: actor.accountId });
      await this.audit.record(tx, actor, 'rulePack.takenBack', {
        ...subjectOf(pack),
        before: { code: pack.code, inForceFrom },
        reason: reason.trim(),
      });
      return readPack(tx, actor, pack.id, today);
    });
  }
}

function inThePast(today: string): Invalid {
  const code = 'rules.date-in-the-past';
  return new Invalid(
    code,
    { today },
    { errors: [{ path: 'inForceFrom', code, message: say(code, { today }) }] },
  );
}
