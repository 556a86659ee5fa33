import { changesIn, type DraftItem, nextItems } from './plan-differences.js';
import type { PlanLine } from './plan-lines.js';

const line = (name: string, given: Partial<PlanLine> = {}): PlanLine => ({
  applicationId: name,
  classStatusId: name,
  class: 'two',
  officialName: `第一届${name}技能竞赛`,
  nameReason: null,
  hosts: '中国机械工业联合会',
  hostCount: 1,
  occupations: '焊工',
  occupationCount: 1,
  state: 'granted',
  openConditions: 0,
  eventId: null,
  eventStage: null,
  planVersionId: null,
  historic: false,
  demo: false,
  finalFrom: null,
  finalTo: null,
  heldYear: 2027,
  ...given,
});
const told = (items: readonly DraftItem[]) =>
  items.map(({ applicationId, class: of, number, change }) => `${of} ${number} ${applicationId} ${change}`);

it('numbers a first list by class, in the order given', () => {
  const lines = [line('甲', { class: 'one' }), line('乙'), line('丙'), line('丁', { class: null })];
  expect(told(nextItems([], lines))).toEqual([
    'one 1 甲 added',
    'two 1 乙 added',
    'two 2 丙 added',
    'null 1 丁 added',
  ]);
});

it('keeps published numbers, numbers on after them, and gives the number of what was removed to nobody', () => {
  const first = nextItems([], [line('甲'), line('乙')]);
  const second = nextItems(first, [line('乙'), line('丙')], new Map(), new Map([['甲', '撤回']]));
  expect(told(second)).toEqual(['two 1 甲 removed', 'two 2 乙 kept', 'two 3 丙 added']);
  expect(second[0]?.note).toBe('撤回');
  const third = nextItems(second, [line('乙'), line('丙'), line('丁')]);
  expect(told(third)).toEqual(['two 2 乙 kept', 'two 3 丙 kept', 'two 4 丁 added']);
});

it('remembers numbers of versions further back than the last', () => {
  const last = nextItems([], [line('甲')]);
  expect(told(nextItems(last, [line('甲'), line('乙')], new Map([['two', 7]])))).toEqual([
    'two 1 甲 kept',
    'two 8 乙 added',
  ]);
});

it('says what became another, and gives a changed class a number of its new class', () => {
  const first = nextItems([], [line('甲'), line('乙'), line('丙', { class: 'one' })]);
  const renamed = line('甲', { officialName: '第二届甲技能竞赛', occupations: '焊工、电工' });
  const next = nextItems(first, [line('丙', { class: 'one' }), renamed, line('乙', { class: 'one' })]);
  expect(told(next)).toEqual(['one 1 丙 kept', 'one 2 乙 corrected', 'two 1 甲 corrected']);
  expect(next[1]?.note).toBe('类别由“二类”更正为“一类”');
  expect(next[2]?.note).toBe(
    '名称由“第一届甲技能竞赛”更正为“第二届甲技能竞赛”；职业（工种）由“焊工”更正为“焊工、电工”',
  );
  expect(changesIn(next)).toEqual({ added: 0, removed: 0, corrected: 2 });
});

it('lists what was removed and comes back as added anew, with a new number', () => {
  const first = nextItems([], [line('甲'), line('乙')]);
  const without = nextItems(first, [line('乙')]);
  expect(told(nextItems(without, [line('乙'), line('甲')]))).toEqual(['two 2 乙 kept', 'two 3 甲 added']);
});
