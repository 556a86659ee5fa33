import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import type { Area } from '@luban/identity';
import { assertCurrent, Clock, Invalid, newId, Refused, say } from '@luban/platform';
import { packDifference, packFaults, type RulePack } from '@luban/rulebook';
import { DataSource, type EntityManager } from 'typeorm';
import { chinaDay } from './china-day.js';
import { draftFrom } from './draft-from.js';
import { areasOfMaker, assertMaker, packInReach } from './pack-reach.js';
import type {
  EditRulePackDto,
  NewRulePackDto,
  PackDifferenceListDto,
  RulePackDto,
  RulePackListDto,
  RulePackQuery,
} from './rule-pack.dto.js';
import { RulePackForce, StoredRulePack } from './rule-pack.entity.js';
import { listPacks, readPack } from './rule-pack.queries.js';

/** Rule packs as stored: read by everybody, made and edited by the authority of their level and area until in force. */
@Injectable()
export class RulePackService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: RulePackQuery): Promise<RulePackListDto> {
    return listPacks(this.db.manager, actor, query, this.today());
  }

  read(actor: Actor, id: string): Promise<RulePackDto> {
    return readPack(this.db.manager, actor, id, this.today());
  }

  /**
   * Makes a draft from a pack in reach, for a level and area that the actor acts for. Throws `Invalid` `rules.no-area`
   * where he acts for several and names none; `rules.code-taken` by the constraint.
   */
  create(actor: Actor, wish: NewRulePackDto): Promise<RulePackDto> {
    return this.db.transaction(async (tx) => {
      const old = await packInReach(tx, actor, wish.basedOnId);
      const area = await areaOfWish(tx, actor, wish);
      await assertMaker(tx, actor, area);
      const content = draftFrom(old.content, {
        area,
        code: wish.code,
        title: { zh: wish.titleZh ?? old.title.zh, en: wish.titleEn ?? wish.titleZh ?? old.title.en },
        year: wish.year ?? old.content.year,
      });
      assertSound(content);
      const pack: StoredRulePack = {
        id: newId(),
        ...area,
        code: content.code,
        title: content.title,
        content,
        basedOnId: old.id,
        shipped: false,
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
        version: 1,
      };
      await tx.insert(StoredRulePack, pack as never);
      const { code, level, divisionCode } = pack;
      await this.audit.record(tx, actor, 'rulePack.drafted', {
        ...subjectOf(pack),
        after: { code, level, divisionCode, basedOnId: old.id },
      });
      return readPack(tx, actor, pack.id, this.today());
    });
  }

  /** Throws `Refused` `rules.pack-in-force`; `Invalid` `rules.pack-faults` naming every fault. */
  edit(actor: Actor, id: string, version: number, changes: EditRulePackDto): Promise<RulePackDto> {
    return this.db.transaction(async (tx) => {
      const pack = await packToChange(tx, actor, id);
      assertCurrent(pack.version, version);
      const content = { ...pack.content, ...given(changes) } as RulePack;
      assertSound(content);
      const changed = packDifference(pack.content, content).map((one) => ({
        part: one.part,
        id: one.id,
        change: one.change,
        fields: one.fields.map(({ label, before, after }) => ({
          field: label.en,
          before: before?.zh ?? null,
          after: after?.zh ?? null,
        })),
      }));
      await tx.update(
        StoredRulePack,
        { id: pack.id },
        { content: content as never, title: content.title, version: version + 1 },
      );
      await this.audit.record(tx, actor, 'rulePack.edited', { ...subjectOf(pack), after: { changed } });
      return readPack(tx, actor, pack.id, this.today());
    });
  }

  /** Deletes a draft that was never put in force and that no other pack is based on. Throws `Refused` `rules.pack-used`. */
  delete(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const pack = await packToChange(tx, actor, id);
      const used =
        (await tx.existsBy(RulePackForce, { packId: pack.id })) ||
        (await tx.existsBy(StoredRulePack, { basedOnId: pack.id }));
      if (used) throw new Refused('rules.pack-used');
      await tx.delete(StoredRulePack, { id: pack.id });
      await this.audit.record(tx, actor, 'rulePack.deleted', {
        ...subjectOf(pack),
        before: { code: pack.code, level: pack.level, divisionCode: pack.divisionCode },
      });
    });
  }

  /** What differs from another pack in reach to this one; from the pack it is based on unless told. */
  async difference(actor: Actor, id: string, from?: string): Promise<PackDifferenceListDto> {
    const tx = this.db.manager;
    const pack = await packInReach(tx, actor, id);
    const old = await packInReach(tx, actor, from ?? pack.basedOnId ?? pack.id);
    return {
      fromId: old.id,
      fromCode: old.code,
      fromTitle: old.title,
      items: packDifference(old.content, pack.content),
    };
  }

  private today(): string {
    return chinaDay(this.clock.now());
  }
}

export const subjectOf = ({ id }: Pick<StoredRulePack, 'id'>) => ({ subjectType: 'rulePack', subjectId: id });

/** A pack that the actor may change: his to make, and not in force. Locked. */
export async function packToChange(tx: EntityManager, actor: Actor, id: string): Promise<StoredRulePack> {
  const pack = await packInReach(tx, actor, id, 'forUpdate');
  await assertMaker(tx, actor, pack);
  const [force]: { inForceFrom: string }[] = await tx.query(
    `SELECT in_force_from::text AS "inForceFrom" FROM rule_pack_force WHERE pack_id = $1 AND ended_at IS NULL
      ORDER BY in_force_from LIMIT 1`,
    [pack.id],
  );
  if (force) throw new Refused('rules.pack-in-force', { code: pack.code, inForceFrom: force.inForceFrom });
  return pack;
}

/** Throws `Invalid` `rules.pack-faults`, naming every fault at its place. */
export function assertSound(content: RulePack): void {
  const faults = packFaults(content);
  if (faults.length === 0) return;
  const errors = faults.map(({ path, message }) => ({ path, code: 'rules.pack-fault', message }));
  throw new Invalid('rules.pack-faults', { count: faults.length }, { errors });
}

async function areaOfWish(tx: EntityManager, actor: Actor, wish: NewRulePackDto): Promise<Area> {
  if (wish.level && wish.divisionCode) return { level: wish.level, divisionCode: wish.divisionCode };
  const own = (await areasOfMaker(tx, actor)).filter(
    (area) =>
      (wish.level ?? area.level) === area.level &&
      (wish.divisionCode ?? area.divisionCode) === area.divisionCode,
  );
  if (own.length === 1 && own[0]) return own[0];
  const code = 'rules.no-area';
  throw new Invalid(code, {}, { errors: [{ path: 'divisionCode', code, message: say(code) }] });
}

/** Only what was given: a part left out stays. */
const given = (changes: EditRulePackDto): Partial<RulePack> =>
  Object.fromEntries(
    Object.entries({
      title: changes.title,
      year: changes.year,
      classes: changes.classes,
      naming: changes.naming,
      rules: changes.rules,
      duties: changes.duties,
    }).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<RulePack>;
