import { Injectable } from '@nestjs/common';
import { type Actor, Audit, systemActor } from '@luban/audit';
import { assertCurrent, Clock, Denied, newId, NotFound, pageOf } from '@luban/platform';
import { DataSource } from 'typeorm';
import { assertMayAnywhere } from './access.js';
import type {
  EditOrganisationDto,
  NewOrganisationDto,
  OrganisationDto,
  OrganisationListDto,
  OrganisationQuery,
} from './organisation.dto.js';
import { Organisation } from './organisation.entity.js';
import { mayAnywhere } from './reach.js';

/** Who hosts, organises or sends: units with their area and industry. Their names are known to all who sign in. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, query: OrganisationQuery): Promise<OrganisationListDto> {
    const rows: Organisation[] = await this.db.manager
      .createQueryBuilder(Organisation, 'o')
      .where('(:after::uuid IS NULL OR o.id > :after)', { after: query.after ?? null })
      .andWhere(
        `(:q::text IS NULL OR strpos(lower(concat_ws(' ', o.name, o.short_name, o.name_en)), lower(:q)) > 0)`,
        { q: query.q?.trim() || null },
      )
      .orderBy('o.id')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(rows, query.limit, (row) => row.id);
    return { items: page.items.map((row) => asDto(actor, row)), next: page.next };
  }

  /** Throws on a name that exists: the constraint `organisation_name_key` is `identity.organisation-name-taken`. */
  async create(actor: Actor, given: NewOrganisationDto): Promise<OrganisationDto> {
    assertMayAnywhere(actor, 'organisations.edit');
    const row: Organisation = {
      id: newId(),
      name: given.name,
      shortName: given.shortName ?? null,
      nameEn: given.nameEn ?? null,
      kind: given.kind,
      divisionCode: given.divisionCode ?? null,
      industryCode: given.industryCode ?? null,
      createdBy: actor.accountId,
      createdAt: this.clock.now(),
      version: 1,
    };
    await this.db.transaction(async (tx) => {
      await tx.insert(Organisation, row);
      const { kind, divisionCode, industryCode } = row;
      await this.audit.record(tx, actor, 'organisation.created', {
        subjectType: 'organisation',
        subjectId: row.id,
        after: { kind, divisionCode, industryCode },
      });
    });
    return asDto(actor, row);
  }

  /** An administrator changes any; others their own organisation and those they made. */
  async edit(
    actor: Actor,
    id: string,
    version: number,
    changes: EditOrganisationDto,
  ): Promise<OrganisationDto> {
    return this.db.transaction(async (tx) => {
      const before = await tx.findOne(Organisation, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!before) throw new NotFound('identity.organisation-not-found');
      if (!mayEdit(actor, before)) throw new Denied('identity.organisation-beyond-you');
      assertCurrent(before.version, version);
      const after: Organisation = { ...before, ...changes, version: version + 1 };
      await tx.update(Organisation, { id }, after);
      const fields = Object.keys(changes) as (keyof EditOrganisationDto)[];
      await this.audit.record(tx, actor, 'organisation.edited', {
        subjectType: 'organisation',
        subjectId: id,
        before: Object.fromEntries(fields.map((field) => [field, before[field]])),
        after: Object.fromEntries(fields.map((field) => [field, after[field]])),
      });
      return asDto(actor, after);
    });
  }
}

function mayEdit(actor: Actor, organisation: Organisation): boolean {
  if (actor === systemActor || mayAnywhere(actor, 'accounts.manage')) return true;
  if (!mayAnywhere(actor, 'organisations.edit')) return false;
  const own = [actor.organisationId, ...actor.grants.map((grant) => grant.organisationId)];
  return own.includes(organisation.id) || organisation.createdBy === actor.accountId;
}

const asDto = (actor: Actor, row: Organisation): OrganisationDto => ({
  id: row.id,
  name: row.name,
  shortName: row.shortName,
  nameEn: row.nameEn,
  kind: row.kind,
  divisionCode: row.divisionCode,
  industryCode: row.industryCode,
  version: row.version,
  mayEdit: mayEdit(actor, row),
});
