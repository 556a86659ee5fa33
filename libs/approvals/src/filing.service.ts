import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { CompetitionEvent, GrantedEvents } from '@luban/events';
import { type Area, assertMayAnywhere, Organisation } from '@luban/identity';
import { assertCurrent, Clock, Denied, Invalid, newId, type Page, Refused, say } from '@luban/platform';
import { Notices, peopleOfArea } from '@luban/notices';
import { DataSource, type EntityManager } from 'typeorm';
import { applicantOrganisations } from './application-reach.js';
import { areasAbove, authoritySql, filersOf, filingLevelOf } from './filing-areas.js';
import { filedEvent } from './filing-event.js';
import type {
  CreateFilingDto,
  FilerListDto,
  FilingDto,
  FilingFilterDto,
  FilingQuery,
  WithdrawFilingDto,
} from './filing.dto.js';
import { bare, type FiledOccupation, filedOccupations, type FilingFault } from './filing-occupations.js';
import { Filing } from './filing.entity.js';
import { allFilings, filesFor, filingToChange, listFilings, readFiling } from './filing.queries.js';

/** The base of the ladder: enterprises and schools file 备案 their contests with the authority of their area. No review. */
@Injectable()
export class Filings {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly events: GrantedEvents,
  ) {}

  list(actor: Actor, query: FilingQuery): Promise<Page<FilingDto>> {
    return listFilings(this.db.manager, actor, query);
  }

  all(actor: Actor, filter: FilingFilterDto): Promise<FilingDto[]> {
    return allFilings(this.db.manager, actor, filter);
  }

  read(actor: Actor, id: string): Promise<FilingDto> {
    return readFiling(this.db.manager, actor, id);
  }

  /** The organisations one files for, each with the areas whose authorities it may choose. */
  async filers(actor: Actor): Promise<FilerListDto> {
    return { items: await filersOf(this.db.manager, applicantOrganisations(actor)), next: null };
  }

  /**
   * Files a contest: it has its number at once. Numbers of one area and year follow each other without a gap, however
   * many file at the same time; a withdrawn filing keeps its own.
   *
   * Throws `Denied` `approvals.filing-not-yours`, `Refused` `approvals.not-a-filer` and `approvals.already-filed`,
   * `Invalid` naming every wrong field.
   */
  file(actor: Actor, wish: CreateFilingDto): Promise<FilingDto> {
    return this.db.transaction(async (tx) => {
      assertMayAnywhere(actor, 'filings.own');
      const organisation = await this.filerOf(tx, actor, wish.organisationId);
      const level = filingLevelOf(organisation.kind);
      if (!level) throw new Refused('approvals.not-a-filer', { name: organisation.name });
      const { divisionCode, occupations } = await soundFiling(tx, organisation, wish);
      const planYear = Number(wish.startsOn.slice(0, 4));
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        `filing ${divisionCode} ${planYear}`,
      ]);
      await assertNew(tx, organisation.id, wish);
      const filing: Filing = {
        id: newId(),
        number: await nextNumber(tx, divisionCode, planYear),
        organisationId: organisation.id,
        ...{ level, divisionCode, planYear },
        name: wish.name.trim(),
        occupations,
        ...{ startsOn: wish.startsOn, endsOn: wish.endsOn, competitors: wish.competitors },
        ...{ place: wish.place.trim(), contact: wish.contact.trim() },
        ...{ filedBy: actor.accountId, filedAt: this.clock.now() },
        ...{ eventId: null, withdrawnAt: null, withdrawnBy: null, withdrawalReason: null },
        version: 1,
      };
      await tx.insert(Filing, filing as never);
      await this.audit.record(tx, actor, 'filing.filed', {
        subjectType: 'filing',
        subjectId: filing.id,
        after: { number: filing.number, organisationId: organisation.id, level, divisionCode, planYear },
      });
      await this.tellAuthority(tx, filing, 'approvals.filing-received', organisation.name);
      return readFiling(tx, actor, filing.id);
    });
  }

  /** Takes a filing back; its number is not given again. Throws `Refused` `approvals.filing-event-runs`, `Outdated`. */
  withdraw(actor: Actor, id: string, version: number, { reason }: WithdrawFilingDto): Promise<FilingDto> {
    return this.db.transaction(async (tx) => {
      const filing = await this.ownFiling(tx, actor, id);
      assertCurrent(filing.version, version);
      const event = filing.eventId && (await tx.findOneBy(CompetitionEvent, { id: filing.eventId }));
      if (event && event.stage !== 'draft') throw new Refused('approvals.filing-event-runs');
      await tx.update(
        Filing,
        { id: filing.id },
        {
          withdrawnAt: this.clock.now(),
          withdrawnBy: actor.accountId,
          withdrawalReason: reason.trim(),
          version: version + 1,
        },
      );
      await this.audit.record(tx, actor, 'filing.withdrawn', {
        subjectType: 'filing',
        subjectId: filing.id,
        before: { number: filing.number },
        reason: reason.trim(),
      });
      const answer = await readFiling(tx, actor, filing.id);
      await this.tellAuthority(tx, filing, 'approvals.filing-taken-back', answer.organisationName);
      return answer;
    });
  }

  /** Makes an event in set-up of the filed contest, once: asked again, it answers the same event. */
  openEvent(actor: Actor, id: string): Promise<FilingDto> {
    return this.db.transaction(async (tx) => {
      assertMayAnywhere(actor, 'events.create');
      const filing = await this.ownFiling(tx, actor, id);
      if (filing.eventId === null) {
        const eventId = await this.events.open(tx, actor, filedEvent(filing));
        await tx.update(Filing, { id: filing.id }, { eventId, version: filing.version + 1 });
        await this.audit.record(tx, actor, 'filing.eventOpened', {
          subjectType: 'filing',
          subjectId: filing.id,
          after: { number: filing.number, eventId },
        });
      }
      return readFiling(tx, actor, filing.id);
    });
  }

  /** One's own filing that stands, locked. */
  private async ownFiling(tx: EntityManager, actor: Actor, id: string): Promise<Filing> {
    const filing = await filingToChange(tx, actor, id);
    if (!filesFor(actor, filing.organisationId)) throw new Denied('approvals.filing-not-yours');
    if (filing.withdrawnAt) throw new Refused('approvals.filing-withdrawn', { number: filing.number });
    return filing;
  }

  private async filerOf(tx: EntityManager, actor: Actor, wanted: string | undefined): Promise<Organisation> {
    const own = applicantOrganisations(actor);
    if (wanted === undefined && own.length > 1)
      throw invalid([['organisationId', 'approvals.choose-filer', {}]]);
    const id = wanted ?? own[0];
    const organisation =
      id !== undefined && filesFor(actor, id) ? await tx.findOneBy(Organisation, { id }) : null;
    if (!organisation) throw new Denied('approvals.filing-not-yours');
    return organisation;
  }

  private async tellAuthority(
    tx: EntityManager,
    filing: Filing,
    code: string,
    organisation: string,
  ): Promise<void> {
    const [authority]: { level: Area['level'] | null; divisionCode: string }[] = await tx.query(
      `SELECT authority_level AS level, authority_code AS "divisionCode"
         FROM (SELECT $1::text AS code) c ${authoritySql('c.code')}`,
      [filing.divisionCode],
    );
    if (!authority?.level) return;
    const area = { level: authority.level, divisionCode: authority.divisionCode };
    await this.notices.tell(tx, [
      {
        to: await peopleOfArea(tx, area, 'acceptor'),
        code,
        params: { number: filing.number, name: filing.name, organisation },
        href: `/filings/${filing.id}`,
        subjectType: 'filing',
        subjectId: filing.id,
      },
    ]);
  }
}

/** Every field that does not fit, at once; the area with which it is filed, and its occupations. */
async function soundFiling(
  tx: EntityManager,
  organisation: Organisation,
  wish: CreateFilingDto,
): Promise<{ divisionCode: string; occupations: FiledOccupation[] }> {
  const faults: FilingFault[] = [];
  if (bare(wish.name).length < 2) faults.push(['name', 'approvals.filing-name-short', { name: wish.name }]);
  const occupations = await filedOccupations(tx, wish.occupations, faults);
  const days = (Date.parse(wish.endsOn) - Date.parse(wish.startsOn)) / 86_400_000 + 1;
  if (days < 1) faults.push(['endsOn', 'approvals.filing-dates-reversed', {}]);
  if (days > 366) faults.push(['endsOn', 'approvals.filing-too-long', {}]);
  const own = areasAbove(organisation.divisionCode);
  const area = wish.divisionCode ?? own[0];
  if (area === undefined)
    faults.push(['divisionCode', 'approvals.filing-area-unknown', { name: organisation.name }]);
  else if (own.length > 0 ? !own.includes(area) : !(await isPlace(tx, area)))
    faults.push(['divisionCode', 'approvals.filing-area-unfit', {}]);
  if (faults.length > 0 || area === undefined) throw invalid(faults);
  return { divisionCode: area, occupations };
}

/** Whether the list of divisions has it as a place. */
async function isPlace(tx: EntityManager, code: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(`SELECT 1 FROM division WHERE code = $1 AND NOT pseudo LIMIT 1`, [
    code,
  ]);
  return rows.length > 0;
}

/** The same contest on the same day is filed once. */
async function assertNew(tx: EntityManager, organisationId: string, wish: CreateFilingDto): Promise<void> {
  const [found]: { number: string }[] = await tx.query(
    `SELECT number FROM filing
      WHERE organisation_id = $1 AND name = $2 AND starts_on = $3 AND withdrawn_at IS NULL`,
    [organisationId, wish.name.trim(), wish.startsOn],
  );
  if (found) throw new Refused('approvals.already-filed', { number: found.number });
}

/** The caller holds the lock of the area and year. */
async function nextNumber(tx: EntityManager, divisionCode: string, planYear: number): Promise<string> {
  const [last]: { number: number }[] = await tx.query(
    `SELECT coalesce(max(split_part(number, '-', 3)::int), 0) AS number FROM filing
      WHERE division_code = $1 AND plan_year = $2`,
    [divisionCode, planYear],
  );
  return `备${divisionCode}-${planYear}-${String((last?.number ?? 0) + 1).padStart(4, '0')}`;
}

function invalid(faults: FilingFault[]): Invalid {
  const errors = faults.map(([path, code, params]) => ({ path, code, message: say(code, params) }));
  return new Invalid('approvals.filing-invalid', { count: errors.length }, { errors });
}
