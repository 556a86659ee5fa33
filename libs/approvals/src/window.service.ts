import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { assertGoverns, jurisdictionsFor, governs } from '@luban/identity';
import { assertCurrent, Clock, newId, NotFound, Outdated, Refused } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { isAreaOf } from './application-columns.js';
import { assertFit, type Fault } from './application-parties.js';
import { ApplicationWindow } from './application-window.entity.js';
import { divisionNameSql } from './application.queries.js';
import { setDaysOfNextApplication } from './obligation-days.js';
import type {
  CloseWindowDto,
  SetWindowDto,
  WindowAuthorityDto,
  WindowFilterDto,
  WindowListDto,
  WindowPlaceDto,
  WindowRowDto,
} from './window.dto.js';
import { windowReply, windowState } from './window.queries.js';
import './application-messages.js';

/** Windows 申报时间: when an authority receives the applications of a plan year. */
@Injectable()
export class ApplicationWindows {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The windows that match, the latest year first, and every authority that receives applications. */
  async list(actor: Actor, filter: WindowFilterDto): Promise<WindowListDto> {
    const at = this.clock.now();
    const tx = this.db.manager;
    const authorities = await authoritiesOf(tx, actor);
    const where = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    const windows = await tx.find(ApplicationWindow, {
      where,
      order: { planYear: 'DESC', divisionCode: 'ASC' },
      take: 500,
    });
    const items = windows.map((window): WindowRowDto => {
      const own = authorities.find((area) => governs(area, window));
      return {
        ...windowReply(window, at),
        divisionName: own?.divisionName ?? null,
        authorityNames: own?.authorityNames ?? [],
        mine: own?.mine ?? false,
      };
    });
    return { items, next: null, authorities, serverTime: at.toISOString() };
  }

  /**
   * Opens the window of a plan year, or changes it: earlier, later, reopened. Only at the authority's own level and
   * area. Duties due with the next application follow its last day. `version`: of the window that is changed; null for a new one.
   */
  set(
    actor: Actor,
    place: WindowPlaceDto,
    version: number | null,
    wish: SetWindowDto,
  ): Promise<WindowRowDto> {
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      await assertKeeps(tx, actor, place);
      const times = timesOf(wish);
      const standing = await lockedWindow(tx, place);
      if (!standing) {
        const window: ApplicationWindow = {
          id: newId(),
          ...place,
          ...times,
          notice: wish.notice?.trim() || null,
          createdBy: actor.accountId,
          createdAt: at,
          version: 1,
        };
        await tx.insert(ApplicationWindow, window);
        await setDaysOfNextApplication(tx, { window });
        await this.record(tx, actor, 'window.opened', null, window, wish.reason);
        return rowOf(tx, actor, window, at);
      }
      if (version === null)
        throw new Outdated(
          'approvals.window-exists',
          { current: standing.version },
          { current: standing.version },
        );
      assertCurrent(standing.version, version);
      if (windowState(standing, at) === 'closed' && times.closesAt > at && !wish.reason?.trim())
        assertFit([{ path: 'reason', code: 'approvals.reopening-reason' }]);
      const window = {
        ...standing,
        ...times,
        notice: wish.notice === undefined ? standing.notice : wish.notice?.trim() || null,
        version: standing.version + 1,
      };
      await tx.update(ApplicationWindow, { id: standing.id }, window);
      await setDaysOfNextApplication(tx, { window });
      await this.record(tx, actor, 'window.changed', standing, window, wish.reason);
      return rowOf(tx, actor, window, at);
    });
  }

  /** Closes an open window now, before its time. */
  close(actor: Actor, place: WindowPlaceDto, version: number, wish: CloseWindowDto): Promise<WindowRowDto> {
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      await assertKeeps(tx, actor, place);
      const standing = await lockedWindow(tx, place);
      if (!standing) throw new NotFound('approvals.window-not-found');
      assertCurrent(standing.version, version);
      if (windowState(standing, at) !== 'open') throw new Refused('approvals.window-closed-already');
      const window = { ...standing, closesAt: at, version: standing.version + 1 };
      await tx.update(ApplicationWindow, { id: standing.id }, window);
      await setDaysOfNextApplication(tx, { window });
      await this.record(tx, actor, 'window.closed', standing, window, wish.reason);
      return rowOf(tx, actor, window, at);
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    verb: string,
    before: ApplicationWindow | null,
    after: ApplicationWindow,
    reason: string | null | undefined,
  ): Promise<void> {
    const facts = (window: ApplicationWindow) => ({
      level: window.level,
      divisionCode: window.divisionCode,
      planYear: window.planYear,
      opensAt: window.opensAt.toISOString(),
      closesAt: window.closesAt.toISOString(),
      notice: window.notice,
    });
    return this.audit.record(tx, actor, verb, {
      subjectType: 'window',
      subjectId: after.id,
      before: before && facts(before),
      after: facts(after),
      reason: reason?.trim() || null,
    });
  }
}

async function assertKeeps(tx: EntityManager, actor: Actor, place: WindowPlaceDto): Promise<void> {
  if (!isAreaOf(place.level, place.divisionCode)) {
    const params = { divisionCode: place.divisionCode };
    assertFit([{ path: 'divisionCode', code: 'approvals.area-unfit', params }]);
  }
  await assertGoverns(tx, actor, 'windows.edit', place);
}

const lockedWindow = (tx: EntityManager, place: WindowPlaceDto): Promise<ApplicationWindow | null> =>
  tx.findOne(ApplicationWindow, {
    where: { level: place.level, divisionCode: place.divisionCode, planYear: place.planYear },
    lock: { mode: 'pessimistic_write' },
  });

function timesOf(wish: SetWindowDto): { opensAt: Date; closesAt: Date } {
  const faults: Fault[] = [];
  const read = (path: 'opensAt' | 'closesAt') => {
    const text = wish[path];
    const zoned = /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i.test(text);
    const at = new Date(text);
    if (!zoned || Number.isNaN(at.getTime()))
      faults.push({ path, code: 'approvals.time-without-zone', params: { time: text } });
    return at;
  };
  const times = { opensAt: read('opensAt'), closesAt: read('closesAt') };
  if (times.closesAt <= times.opensAt) faults.push({ path: 'closesAt', code: 'approvals.window-reversed' });
  assertFit(faults);
  return times;
}

async function rowOf(
  tx: EntityManager,
  actor: Actor,
  window: ApplicationWindow,
  at: Date,
): Promise<WindowRowDto> {
  const own = (await authoritiesOf(tx, actor)).find((area) => governs(area, window));
  return {
    ...windowReply(window, at),
    divisionName: own?.divisionName ?? null,
    authorityNames: own?.authorityNames ?? [],
    mine: own?.mine ?? false,
  };
}

/** Every level and area with an authority, the country first. */
async function authoritiesOf(tx: EntityManager, actor: Actor): Promise<WindowAuthorityDto[]> {
  const mine = await jurisdictionsFor(tx, actor, 'windows.edit');
  const rows: Omit<WindowAuthorityDto, 'mine'>[] = await tx.query(
    `SELECT w.level, w.division_code AS "divisionCode", ${divisionNameSql('w.division_code')} AS "divisionName",
            w.names AS "authorityNames"
       FROM (SELECT a.level, a.division_code, array_agg(o.name ORDER BY a.created_at, o.name) AS names
               FROM authority a JOIN organisation o ON o.id = a.organisation_id
              WHERE a.ended_at IS NULL GROUP BY a.level, a.division_code) w
      ORDER BY array_position(ARRAY['nationalIndustry', 'provincial', 'municipal', 'county'], w.level), w.division_code`,
  );
  return rows.map((row) => ({
    ...row,
    mine: mine.some((area) => area.organisationId !== null && governs(area, row)),
  }));
}
