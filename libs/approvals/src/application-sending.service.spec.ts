import { homeItems } from '@luban/identity';
import { newId, StandingClock } from '@luban/platform';
import { ensureShippedPacks, RulePackForce, StoredRulePack } from '@luban/rules';
import { shippedPacks } from '@luban/rulebook';
import { testApp } from '../../../test/support/test-app.js';
import {
  draftWish,
  givenApplicant,
  givenAuthority,
  givenDocuments,
  givenWindow,
  wholeStatement,
} from '../../../test/support/world-approvals.js';
import { windowReminders } from './application-reminders.js';
import { ApplicationReading } from './application-reading.service.js';
import type { ApplicationDto } from './application-reply.dto.js';
import { ApplicationSending } from './application-sending.service.js';
import { Applications } from './application.service.js';
import { ClassApplication } from './class-application.entity.js';
import { takeStep } from './steps.js';

const begins = new Date('2026-11-22T08:00:00Z');
const clock = new StandingClock(begins);
const app = testApp({ worker: false, clock });
const tx = () => app.source.manager;
const applications = () => app.api.get(Applications);
const sending = () => app.api.get(ApplicationSending);
const read = (who: Parameters<Applications['create']>[0], id: string) =>
  app.api.get(ApplicationReading).application(who, id);

let office: Awaited<ReturnType<typeof givenAuthority>>;
let applicant: Awaited<ReturnType<typeof givenApplicant>>;

beforeAll(async () => {
  await ensureShippedPacks(app.source);
  office = await givenAuthority(tx());
  await givenWindow(tx(), begins);
});
beforeEach(async () => {
  clock.set(begins);
  applicant = await givenApplicant(tx());
});

async function submitted(name = draftWish().name): Promise<ApplicationDto> {
  const { id, version } = await applications().create(applicant.host, draftWish({ name }));
  const whole = await applications().edit(applicant.host, id, version, wholeStatement());
  await givenDocuments(tx(), whole, clock.now());
  return sending().submit(applicant.host, id, whole.version);
}

const returned = (id: string, completionDueAt: Date) =>
  app.source.transaction(async (inner) => {
    const application = await inner.findOneByOrFail(ClassApplication, { id });
    const markedFields = [{ field: 'venue', remark: '请补充安全预案' }];
    const wish = { action: 'returnUnaccepted', reason: '场地材料不全', markedFields } as const;
    await takeStep(inner, office.acceptor, application, wish, clock.now());
    await inner.update(ClassApplication, { id }, { completionDueAt });
  });

describe('a returned application', () => {
  it('comes back until it is due, also after the window has closed, and not one moment later', async () => {
    const dueAt = new Date('2027-01-15T09:00:00Z');
    const [one, other] = [await submitted(), await submitted('全国焊接职业技能竞赛')];
    await returned(one.id, dueAt);
    await returned(other.id, dueAt);
    clock.set(new Date(dueAt.getTime() - 1000));
    const { version } = await read(applicant.host, one.id);
    const again = await sending().submit(applicant.host, one.id, version);
    expect(again).toMatchObject({ state: 'submitted', window: { state: 'closed' }, completionDueAt: null });
    clock.set(dueAt);
    const late = await read(applicant.host, other.id);
    await expect(sending().submit(applicant.host, other.id, late.version)).rejects.toMatchObject({
      code: 'approvals.completion-overdue',
      extra: { completionDueAt: dueAt.toISOString(), serverTime: dueAt.toISOString() },
    });
  });

  it('shows what was marked, keeps its first policy, and says what its second submission changed', async () => {
    const first = await submitted();
    await returned(first.id, new Date('2027-01-15T09:00:00Z'));
    await newPackInForce();
    clock.set(new Date('2026-12-10T08:00:00Z'));
    const open = await read(applicant.host, first.id);
    expect(open).toMatchObject({
      markedFields: [{ field: 'venue', remark: '请补充安全预案' }],
      actions: ['edit', 'submit', 'withdraw'],
      policy: { code: 'class-status-2023', snapshot: true },
      changes: [],
    });
    const content = { venue: { city: '苏州市', facilities: '数控加工中心 40 台', safety: '已制定安全预案' } };
    const mended = await applications().edit(applicant.host, first.id, open.version, { content });
    expect(mended.changes.map(({ field }) => field)).toEqual(['venue']);
    expect((await read(office.acceptor, first.id)).content.venue?.safety).toBe('消防、医疗到位');
    await givenDocuments(tx(), mended, clock.now());
    const again = await sending().submit(applicant.host, first.id, mended.version);
    expect(again).toMatchObject({
      policy: { code: 'class-status-2023' },
      submittedAt: begins.toISOString(),
      submissions: [
        { number: 1, changes: [] },
        { number: 2, arrivedAt: '2026-12-10T08:00:00.000Z', changes: [{ field: 'venue' }] },
      ],
    });
    expect((await read(office.acceptor, first.id)).content.venue?.safety).toBe('已制定安全预案');
  });

  async function newPackInForce(): Promise<void> {
    const [pack] = shippedPacks;
    if (!pack) throw new Error('no pack ships');
    const id = newId();
    const content = { ...pack, code: 'class-status-2027' };
    const at = clock.now();
    await tx().insert(StoredRulePack, { id, ...content, content } as never);
    const { level, divisionCode } = pack;
    await tx().insert(RulePackForce, {
      id: newId(),
      packId: id,
      level,
      divisionCode,
      inForceFrom: '2026-12-01',
      at,
    });
  }
});

describe('what waits for an applicant', () => {
  it('is told a week before the window closes and on its last day, once each', async () => {
    const { id } = await applications().create(applicant.host, draftWish());
    const told = async (today: string) =>
      (await windowReminders(tx(), today))
        .filter(({ subjectId }) => subjectId === id)
        .map(({ to, urgency, dedupeKey }) => ({ to, urgency, key: dedupeKey?.split(':').at(-1) }));
    const to = [applicant.host.accountId];
    expect(await told('2026-12-10')).toEqual([]);
    expect(await told('2026-12-16')).toEqual([{ to, urgency: 'soon', key: '7' }]);
    expect(await told('2026-12-22')).toEqual([{ to, urgency: 'now', key: '1' }]);
    expect(await told('2026-12-23')).toEqual([]);
  });

  it('is the open window, then the draft, then what was returned', async () => {
    const waiting = async () => {
      const items = await Promise.all(homeItems.map((itemsOf) => itemsOf(applicant.host, tx())));
      return items.flat().map(({ code, urgency }) => ({ code, urgency }));
    };
    expect(await waiting()).toContainEqual({ code: 'approvals.home-window-open', urgency: 'later' });
    const { id } = await submitted();
    expect(await waiting()).toEqual([]);
    await returned(id, new Date(begins.getTime() + 3 * 3_600_000));
    expect(await waiting()).toEqual([{ code: 'approvals.home-returned', urgency: 'now' }]);
    await applications().create(applicant.host, draftWish());
    expect(await waiting()).toContainEqual({ code: 'approvals.home-draft', urgency: 'later' });
  });
});
