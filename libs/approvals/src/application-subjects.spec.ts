import { Occupation } from '@luban/catalogue';
import { newId, StandingClock } from '@luban/platform';
import { testApp } from '../../../test/support/test-app.js';
import {
  draftWish,
  givenApplicant,
  givenAuthority,
  givenDocuments,
  wholeStatement,
} from '../../../test/support/world-approvals.js';
import { subjectsOf } from './application-subjects.js';
import { Applications } from './application.service.js';
import { ClassApplication } from './class-application.entity.js';
import { HistoricContest } from './historic-contest.entity.js';
import { Obligation } from './obligation.entity.js';

const clock = new StandingClock(new Date('2026-11-22T17:00:00Z'));
const app = testApp({ worker: false, clock });
const tx = () => app.source.manager;
const applications = () => app.api.get(Applications);

let applicant: Awaited<ReturnType<typeof givenApplicant>>;
beforeAll(async () => {
  await givenAuthority(tx());
  await tx().insert(Occupation, {
    edition: '2022',
    code: '6-18-02-04',
    name: '焊工',
    level: 4,
    initials: 'hg',
    pinyin: 'hangong',
    standardExists: true,
    standardTopLevel: 1,
    strategic: true,
  });
});
beforeEach(async () => {
  applicant = await givenApplicant(tx());
});

async function written(wish: Parameters<typeof wholeStatement>[0] = {}, planYear = 2027) {
  const { id, version } = await applications().create(applicant.host, draftWish({ planYear }));
  return applications().edit(applicant.host, id, version, wholeStatement(wish));
}
const subjectOf = async (id: string) => {
  const subject = (await subjectsOf(tx(), [id], '2026-11-23')).get(id);
  if (!subject) throw new Error('no subject');
  return subject;
};

describe('what the rules look at', () => {
  it('takes standards from the catalogue first, and else as stated', async () => {
    const { id } = await written({
      occupations: [
        { edition: '2022', code: '6-18-02-04', name: '电焊', standardExists: false },
        { name: '无人机装调工', standardExists: false, strategicReason: '低空经济' },
        { edition: '2015', code: '6-31-01-03', name: '电工' },
      ],
    });
    expect((await subjectOf(id)).occupations).toMatchObject([
      { name: '焊工', standardExists: true, standardTopLevel: 1, strategic: true },
      { name: '无人机装调工', standardExists: false, strategic: true },
      { name: '电工', standardExists: null, strategic: null },
    ]);
  });

  it('refuses a code that a loaded edition does not have', async () => {
    const occupations = [{ edition: '2022', code: '6-99-99-99', name: '焊工' }];
    await expect(written({ occupations })).rejects.toMatchObject({
      extra: { errors: [{ path: 'occupations.0.code', code: 'approvals.occupation-unknown' }] },
    });
  });

  it('knows earlier grants, editions and debts of the same lead applicant, and whose occupation is new', async () => {
    const earlier = await written({}, 2026);
    await tx().update(ClassApplication, { id: earlier.id }, { state: 'granted' });
    await tx().insert(Obligation, {
      applicationId: earlier.id,
      id: newId(),
      kind: 'summary',
      title: { zh: '年度竞赛工作总结', en: 'summary' },
      dueOn: '2026-01-31',
    });
    await tx().insert(HistoricContest, {
      id: newId(),
      planYear: 2021,
      class: 'two',
      officialName: `2021年全国行业职业技能竞赛——第五届${earlier.name}`,
      contestKey: earlier.contestKey,
      occupations: ['铣工'],
      source: 'S62',
      grade: 'verified',
      gradeNote: '',
    });
    const { id } = await written({ occupations: [{ name: '装配钳工' }, { name: '焊工' }, { name: '铣工' }] });
    const subject = await subjectOf(id);
    expect(subject.earlierGrants).toEqual([
      {
        planYear: 2026,
        class: 'two',
        contest: earlier.name,
        occupations: [{ code: null, name: '装配钳工' }],
      },
    ]);
    expect(subject.earlierEditions?.map(({ year }) => year)).toEqual([2026, 2025, 2024, 2021]);
    expect(subject.occupations?.map(({ heldBefore }) => heldBefore)).toEqual([true, false, true]);
    expect(subject.unmetObligations).toEqual([
      { contest: earlier.name, title: '年度竞赛工作总结', dueOn: '2026-01-31' },
    ]);
    const other = await givenApplicant(tx(), 'association', '中国钢铁工业协会');
    const { id: foreign } = await applications().create(
      other.host,
      draftWish({ name: '全国焊接职业技能竞赛' }),
    );
    expect(await subjectOf(foreign)).toMatchObject({
      earlierGrants: [],
      unmetObligations: [],
      earlierEditions: null,
    });
  });

  it('counts a stamped form only while it is of the data as they are', async () => {
    const whole = await written();
    await givenDocuments(tx(), whole, clock.now());
    const stamped = async () =>
      (await subjectOf(whole.id)).documents?.map(({ kind }) => kind).includes('stampedForm');
    expect(await stamped()).toBe(true);
    await applications().edit(applicant.host, whole.id, whole.version, { finalTo: '2027-06-20' });
    expect(await stamped()).toBe(false);
  });

  it('leaves unknown what nobody has said', async () => {
    const { id } = await applications().create(applicant.host, draftWish({ name: '全国茶艺职业技能竞赛' }));
    expect(await subjectOf(id)).toMatchObject({
      occupations: null,
      experts: null,
      judges: null,
      fundingStated: null,
      venueStated: null,
      businessCovers: null,
      inspectionYears: null,
      submittedOn: '2026-11-23',
    });
  });
});
