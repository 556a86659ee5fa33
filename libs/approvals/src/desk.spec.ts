import type { Actor } from '@luban/audit';
import { testApp } from '../../../test/support/test-app.js';
import { finding, givenSubmission } from '../../../test/support/world-applications.js';
import { givenApplicant, givenAuthority } from '../../../test/support/world-approvals.js';
import { DeskQueryDto, HistoricContest, Obligation, ReviewDesk } from './index.js';
import { newId } from '@luban/platform';

const app = testApp({ worker: false });
type Person = Actor & { accountId: string };
let ministry: { organisation: { id: string }; acceptor: Person; reviewer: Person };
let bureau: { acceptor: Person; reviewer: Person };
let lead: { organisation: { id: string }; host: Person };
let tx: typeof app.source.manager;
let desk: ReviewDesk;

beforeAll(async () => {
  tx = app.source.manager;
  ministry = await givenAuthority(tx);
  bureau = await givenAuthority(tx, { level: 'provincial', divisionCode: '330000' });
  lead = await givenApplicant(tx);
  desk = app.api.get(ReviewDesk);
});

const given = (more: Partial<Parameters<typeof givenSubmission>[1]> = {}) =>
  givenSubmission(tx, { leadId: lead.organisation.id, ...more });
const query = (more: Partial<DeskQueryDto> = {}) => Object.assign(new DeskQueryDto(), more);

describe('the queue', () => {
  it('shows what waits in the order of arrival, page by page, with the counts of all queues', async () => {
    const year = 2031;
    const ids = [];
    for (const day of ['03', '01', '02'])
      ids.push((await given({ planYear: year, submittedAt: new Date(`2031-01-${day}T02:00:00Z`) })).id);
    await given({ planYear: year, state: 'underReview' });
    await given({ planYear: year, state: 'draft' });
    const first = await desk.page(ministry.acceptor, query({ year, queue: 'toAccept', limit: 2 }));
    expect(first.items.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
    const next = await desk.page(
      ministry.acceptor,
      query({ year, queue: 'toAccept', limit: 2, after: first.next! }),
    );
    expect(next).toMatchObject({
      items: [{ id: ids[0], actions: ['accept', 'returnUnaccepted'] }],
      next: null,
    });
    expect(first.counts).toMatchObject({ toAccept: 3, toReview: 1, decided: 0, all: 4 });
    expect(first.years).toContain(year);
  });

  it('is narrowed by class, state, industry, place, findings and words', async () => {
    const year = 2032;
    const one = await given({
      planYear: year,
      class: 'one',
      name: '全国焊接技能大赛',
      industryCode: 'C34',
      placeDivisionCode: '330100',
      findings: [finding('blocking'), finding('warning', 'w')],
    });
    await given({ planYear: year, industryCode: 'B06', occupations: [{ code: null, name: '采煤工' }] });
    const found = async (more: Partial<DeskQueryDto>) =>
      (await desk.page(ministry.reviewer, query({ year, ...more }))).items.map(({ id }) => id);
    for (const narrow of [
      { class: 'one' },
      { industry: 'C' },
      { place: '330000' },
      { findings: 'blocking' },
      { q: '焊接' },
      { q: '6-18-02-04' },
    ] as Partial<DeskQueryDto>[])
      expect(await found(narrow)).toEqual([one.id]);
    expect(await found({ findings: 'clean' })).toHaveLength(1);
    expect(await found({ q: '100%_' })).toEqual([]);
    const [row] = (await desk.page(ministry.reviewer, query({ year, class: 'one' }))).items;
    expect(row?.findings).toEqual({ passed: 0, warning: 1, blocking: 1, unknown: 0 });
  });

  it('marks what is overdue by the clock of its state', async () => {
    const year = 2026;
    const day = 24 * 3_600_000;
    const late = await given({ planYear: year, submittedAt: new Date(Date.now() - 9 * day) });
    await given({ planYear: year, submittedAt: new Date(Date.now() - 2 * day) });
    const { items, counts } = await desk.page(ministry.acceptor, query({ year, overdue: true }));
    expect(items).toMatchObject([{ id: late.id, overdue: true, daysWaiting: 9 }]);
    expect(counts).toMatchObject({ overdue: 1, toAccept: 2 });
  });

  it('is that of one’s own area and what lies below; drafts and other provinces do not exist', async () => {
    const year = 2033;
    const city = await given({ planYear: year, level: 'municipal', divisionCode: '330100' });
    await given({ planYear: year, level: 'provincial', divisionCode: '320000' });
    await given({ planYear: year });
    const own = await desk.page(bureau.reviewer, query({ year }));
    expect(own.items).toMatchObject([{ id: city.id, actions: [] }]);
    expect((await desk.page(ministry.reviewer, query({ year }))).items).toHaveLength(3);
  });
});

describe('beside an application', () => {
  it('stand earlier years, the same occupations, what collides and what is owed', async () => {
    const planYear = 2035;
    const contestKey = '机器人焊接技能竞赛';
    const earlier = await given({ planYear: 2034, contestKey, state: 'granted' });
    await tx.insert(Obligation, {
      applicationId: earlier.id,
      id: newId(),
      kind: 'summary',
      title: { zh: '竞赛总结', en: 'Summary' },
      dueOn: '2034-12-01',
    });
    await tx.insert(HistoricContest, {
      id: newId(),
      planYear: 2019,
      class: 'two',
      officialName: '2019年机器人焊接',
      contestKey,
      occupations: ['焊工'],
      source: 'S01',
      grade: 'verified',
      gradeNote: '',
    });
    const own = await given({ planYear, contestKey, finalFrom: '2035-06-12', finalTo: '2035-06-15' });
    const weeks = { planYear, finalFrom: '2035-06-11', finalTo: '2035-06-12' };
    const electric = [{ code: '6-31-01-03', name: '电工' }];
    const both = await given({ ...weeks, placeDivisionCode: '320506' });
    const place = await given({ ...weeks, occupations: electric });
    const occupation = await given({ ...weeks, placeDivisionCode: '210200' });
    await given({ planYear, finalFrom: '2035-06-20', finalTo: '2035-06-21' });
    await given({ ...weeks, state: 'declined' });
    await given({ ...weeks, placeDivisionCode: '210200', occupations: electric });
    const beside = await desk.background(ministry.reviewer, own.id);
    expect(beside.earlierYears.map(({ planYear: year, state }) => [year, state])).toEqual([
      [2034, 'granted'],
      [2019, 'record'],
    ]);
    expect(beside.collisions.map(({ applicationId, kind }) => [applicationId, kind])).toEqual([
      [both.id, 'both'],
      [occupation.id, 'occupation'],
      [place.id, 'place'],
    ]);
    expect(beside.sameOccupation.map(({ applicationId }) => applicationId)).toContain(occupation.id);
    expect(beside.sameOccupation.map(({ applicationId }) => applicationId)).not.toContain(place.id);
    expect(beside.owed).toMatchObject([{ kind: 'obligation', dueOn: '2034-12-01' }]);
    const calendar = await desk.calendar(ministry.reviewer, { year: 2035 });
    const pairs = calendar.collisions.filter(({ one, other }) => one === own.id || other === own.id);
    expect(pairs.map(({ kind }) => kind).sort()).toEqual(['both', 'occupation', 'place']);
  });

  it('stands another one, field by field, with what differs', async () => {
    const left = await given({ planYear: 2036 });
    const right = await given({ planYear: 2036, name: '全国数控技能竞赛', placeDivisionCode: '330100' });
    const { fields } = await desk.compare(ministry.reviewer, left.id, right.id);
    const differing = fields.filter(({ differs }) => differs).map(({ field }) => field);
    expect(differing).toEqual(['name', 'place']);
    expect(fields.find(({ field }) => field === 'occupations')).toMatchObject({ differs: false });
    await expect(desk.compare(ministry.reviewer, left.id, left.id)).rejects.toMatchObject({
      code: 'approvals.compare-two',
    });
  });

  it('is nothing for somebody of another area', async () => {
    const { id } = await given();
    await expect(desk.background(bureau.reviewer, id)).rejects.toMatchObject({
      code: 'approvals.application-not-found',
    });
  });
});
