import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { Clock, Invalid, isId, newId, NotFound, say } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { assertMayAnywhere } from './access.js';
import type { AuthorityDto, AuthorityListDto, NewAuthorityDto } from './authority.dto.js';
import { Authority } from './authority.entity.js';
import { areaPrefix } from './jurisdiction.js';
import { Organisation } from './organisation.entity.js';

const select = `SELECT a.id, a.organisation_id AS "organisationId", o.name AS "organisationName", a.level,
                       a.division_code AS "divisionCode"
                  FROM authority a JOIN organisation o ON o.id = a.organisation_id WHERE a.ended_at IS NULL`;

/** Which organisations are the authority 人社部门 of which level and area. */
@Injectable()
export class AuthorityService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** All of them, from the ministry down. */
  async list(): Promise<AuthorityListDto> {
    const items: AuthorityDto[] = await this.db.query(
      `${select} ORDER BY array_position(ARRAY['nationalIndustry', 'provincial', 'municipal', 'county'], a.level),
              a.division_code, o.name`,
    );
    return { items, next: null };
  }

  /**
   * Throws `Invalid` where level and area do not fit each other, `NotFound` for an unknown organisation; the
   * constraint `authority_organisation_level_division_code_idx` is `identity.authority-exists`.
   */
  create(actor: Actor, wish: NewAuthorityDto): Promise<AuthorityDto> {
    assertMayAnywhere(actor, 'authorities.edit');
    assertAreaFits(wish);
    return this.db.transaction(async (tx) => {
      if (!(await tx.findOneBy(Organisation, { id: wish.organisationId })))
        throw new NotFound('identity.organisation-not-found');
      const row: Authority = {
        id: newId(),
        ...{ organisationId: wish.organisationId, level: wish.level, divisionCode: wish.divisionCode },
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
        endedAt: null,
        endedBy: null,
      };
      await tx.insert(Authority, row);
      const { organisationId, level, divisionCode } = row;
      await this.audit.record(tx, actor, 'authority.named', {
        subjectType: 'organisation',
        subjectId: organisationId,
        after: { authorityId: row.id, level, divisionCode },
      });
      return readAuthority(tx, row.id);
    });
  }

  /** Ends its power; what it decided stays. */
  end(actor: Actor, id: string): Promise<void> {
    assertMayAnywhere(actor, 'authorities.edit');
    return this.db.transaction(async (tx) => {
      const row = isId(id)
        ? await tx.findOne(Authority, { where: { id }, lock: { mode: 'pessimistic_write' } })
        : null;
      if (!row || row.endedAt) throw new NotFound('identity.authority-not-found');
      await tx.update(Authority, { id }, { endedAt: this.clock.now(), endedBy: actor.accountId });
      const { organisationId, level, divisionCode } = row;
      await this.audit.record(tx, actor, 'authority.ended', {
        subjectType: 'organisation',
        subjectId: organisationId,
        before: { authorityId: id, level, divisionCode },
      });
    });
  }
}

async function readAuthority(tx: EntityManager, id: string): Promise<AuthorityDto> {
  const [found]: AuthorityDto[] = await tx.query(`${select} AND a.id = $1`, [id]);
  if (!found) throw new NotFound('identity.authority-not-found');
  return found;
}

/** 000000 is the country, 330000 a province, 330100 a city, 330106 a county. */
function assertAreaFits(area: Pick<NewAuthorityDto, 'level' | 'divisionCode'>): void {
  const prefix = areaPrefix(area);
  const fits =
    area.divisionCode === prefix.padEnd(6, '0') &&
    (area.level === 'nationalIndustry' || !/^0|00$/.test(prefix)) &&
    (area.level !== 'nationalIndustry' || area.divisionCode === '000000');
  if (fits) return;
  const code = 'identity.area-unfit';
  throw new Invalid(code, {}, { errors: [{ path: 'divisionCode', code, message: say(code) }] });
}
