import {
  bodyOf,
  changedParts,
  type FormValues,
  valuesOf,
} from '../../apps/web/src/applications/form-values.js';
import type { Application } from '../../apps/web/src/applications/types.js';

const application = {
  name: '全国智能制造应用技术技能竞赛',
  edition: '第十届',
  class: 'two',
  heldYear: 2027,
  industryCode: null,
  placeDivisionCode: null,
  finalFrom: '2027-06-10',
  finalTo: '2027-06-13',
  content: {
    purpose: '以赛促学',
    contact: { name: '周敏' },
    schedule: { preliminaryFrom: '2027-03-01', preliminaryTo: '2027-03-09' },
  },
  parties: [
    {
      id: '0',
      position: 0,
      part: 'lead',
      name: '中国机械工业联合会',
      kind: 'association',
      organisationId: 'o',
    },
    { id: '1', position: 1, part: 'organiser', name: '苏州技师学院', kind: 'school', organisationId: null },
  ],
  occupations: [
    {
      id: 'fitter',
      position: 0,
      edition: '2022',
      code: '6-20-01-01',
      name: '装配钳工',
      detail: null,
      teamSize: 1,
    },
  ],
} as unknown as Application;

const values = (change: Partial<FormValues> = {}): FormValues => ({ ...valuesOf(application), ...change });
const sent = bodyOf(values());

describe('the form of an application', () => {
  it('sends what it was given, without the lead', () => {
    expect(sent).toMatchObject({
      finalFrom: '2027-06-10',
      parties: [{ name: '苏州技师学院', part: 'organiser' }],
      occupations: [{ id: 'fitter', code: '6-20-01-01' }],
      content: { schedule: { preliminaryFrom: '2027-03-01', preliminaryTo: '2027-03-09' } },
    });
    expect(changedParts(bodyOf(values()), sent)).toBeNull();
  });

  it('sends only the parts that have changed', () => {
    const { content } = values();
    expect(changedParts(bodyOf(values({ edition: '第十一届' })), sent)).toEqual({ edition: '第十一届' });
    const contact = { name: '周敏', phone: '010-1' };
    expect(changedParts(bodyOf(values({ content: { ...content, contact } })), sent)).toEqual({
      content: { contact },
    });
  });

  it('sends what was emptied as empty', () => {
    const content = { ...values().content, purpose: '', contact: { name: '' } };
    expect(changedParts(bodyOf(values({ content, finalDates: null, preliminary: null })), sent)).toEqual({
      finalFrom: null,
      finalTo: null,
      content: { purpose: '', contact: {}, schedule: {} },
    });
  });

  it('keeps back rows that are not complete yet', () => {
    const { parties, occupations, content } = values();
    const begun = values({
      parties: [...parties, { part: 'coOrganiser' }],
      occupations: [...occupations, { picked: null }],
      content: { ...content, funding: { sources: [{ name: '自筹' } as never] } },
    });
    expect(changedParts(bodyOf(begun), sent)).toBeNull();
  });

  it('says that nothing was held before only where somebody has said so, and takes it back', () => {
    expect(sent.content).toMatchObject({ earlierEditions: null });
    expect(changedParts(bodyOf(values({ noEditions: true })), sent)).toEqual({
      content: { earlierEditions: [] },
    });
    const held = valuesOf({ ...application, content: { earlierEditions: [] } });
    expect(bodyOf(held).content).toMatchObject({ earlierEditions: [] });
    expect(bodyOf({ ...held, noEditions: false }).content).toMatchObject({ earlierEditions: null });
  });
});
