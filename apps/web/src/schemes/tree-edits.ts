import type {
  Aspect,
  Calculation,
  Criterion,
  SchemeTree,
  StandardSection,
  SubCriterion,
} from '@luban/scoring';

/** Where an aspect stands: criterion, sub-criterion, aspect, by index. */
export interface Spot {
  criterion: number;
  sub: number;
}

export const emptyTree: SchemeTree = { skill: null, sections: [], criteria: [] };

const aspectFor = (section: string | null): Aspect => ({
  id: '',
  kind: 'measurement',
  description: '',
  extra: '',
  requirement: '',
  section,
  maxHundredths: 0,
  calculation: null,
  descriptors: [],
  captions: [],
});

/** The list with the item at `index` replaced. */
const put = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((one, at) => (at === index ? item : one));

/** The list with the item at `index` moved by `by`; unchanged at either end. */
export function moved<T>(list: readonly T[], index: number, by: number): T[] {
  const to = index + by;
  const next = [...list];
  if (to < 0 || to >= list.length) return next;
  const [item] = next.splice(index, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

/** Codes follow from the order: A, A1, A1.1. Texts and marks stay as they are. */
function coded(criterion: Criterion, code: string): Criterion {
  return {
    ...criterion,
    code,
    subCriteria: criterion.subCriteria.map((sub, at) => codedSub(sub, `${code}${at + 1}`)),
  };
}

const codedSub = (sub: SubCriterion, code: string): SubCriterion => ({
  ...sub,
  code,
  aspects: sub.aspects.map((aspect, at) => ({ ...aspect, id: `${code}.${at + 1}` })),
});

const letterFor = (tree: SchemeTree): string =>
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((code) => !tree.criteria.some((one) => one.code === code)) ?? '';

export function addCriterion(tree: SchemeTree): SchemeTree {
  const code = letterFor(tree);
  if (code === '') return tree;
  const criterion = coded({ code, name: '', declaredHundredths: null, subCriteria: [emptySub()] }, code);
  return { ...tree, criteria: [...tree.criteria, criterion] };
}

const emptySub = (): SubCriterion => ({ code: '', name: '', dayOfMarking: null, aspects: [] });

export function editCriterion(tree: SchemeTree, at: number, change: Partial<Criterion>): SchemeTree {
  const criterion = tree.criteria[at];
  if (!criterion) return tree;
  // What the sheet declared for it no longer holds once a person edits the scheme.
  const next = { ...criterion, declaredHundredths: null, ...change };
  const isRenamed = change.code !== undefined && change.code !== criterion.code;
  return { ...tree, criteria: put(tree.criteria, at, isRenamed ? coded(next, next.code) : next) };
}

export const removeCriterion = (tree: SchemeTree, at: number): SchemeTree => ({
  ...tree,
  criteria: tree.criteria.filter((_, index) => index !== at),
});

export function addSub(tree: SchemeTree, at: number): SchemeTree {
  const criterion = tree.criteria[at];
  if (!criterion) return tree;
  const taken = new Set(tree.criteria.flatMap((one) => one.subCriteria.map(({ code }) => code)));
  let n = criterion.subCriteria.length + 1;
  while (taken.has(`${criterion.code}${n}`)) n++;
  const sub = { ...emptySub(), code: `${criterion.code}${n}` };
  return editCriterion(tree, at, { subCriteria: [...criterion.subCriteria, sub] });
}

export function editSub(
  tree: SchemeTree,
  { criterion, sub }: Spot,
  change: Partial<SubCriterion>,
): SchemeTree {
  const parent = tree.criteria[criterion];
  const one = parent?.subCriteria[sub];
  if (!parent || !one) return tree;
  return editCriterion(tree, criterion, { subCriteria: put(parent.subCriteria, sub, { ...one, ...change }) });
}

/** Removes a sub-criterion; those after it move up. */
export function removeSub(tree: SchemeTree, { criterion, sub }: Spot): SchemeTree {
  const parent = tree.criteria[criterion];
  if (!parent) return tree;
  const left = { ...parent, subCriteria: parent.subCriteria.filter((_, index) => index !== sub) };
  return { ...tree, criteria: put(tree.criteria, criterion, coded(left, parent.code)) };
}

/** Replaces the aspects of a sub-criterion; their numbers follow from their order. */
export function setAspects(tree: SchemeTree, spot: Spot, aspects: Aspect[]): SchemeTree {
  const sub = tree.criteria[spot.criterion]?.subCriteria[spot.sub];
  if (!sub) return tree;
  return editSub(tree, spot, { aspects: codedSub({ ...sub, aspects }, sub.code).aspects });
}

/** A new aspect after the one at `after`, of the same section as that one. */
export function addAspect(tree: SchemeTree, spot: Spot, after: number): SchemeTree {
  const sub = tree.criteria[spot.criterion]?.subCriteria[spot.sub];
  if (!sub) return tree;
  const aspects = [...sub.aspects];
  const section = aspects[after]?.section ?? tree.sections[0]?.number ?? null;
  aspects.splice(after + 1, 0, aspectFor(section));
  return setAspects(tree, spot, aspects);
}

export function editAspect(tree: SchemeTree, spot: Spot, at: number, change: Partial<Aspect>): SchemeTree {
  const sub = tree.criteria[spot.criterion]?.subCriteria[spot.sub];
  const aspect = sub?.aspects[at];
  if (!sub || !aspect) return tree;
  const next = { ...aspect, ...change };
  // A judgement has four descriptors and no calculation, a measurement the other way round.
  const kept: Aspect =
    next.kind === 'judgement'
      ? {
          ...next,
          calculation: null,
          descriptors: [0, 1, 2, 3].map((level) => next.descriptors[level] ?? ''),
        }
      : { ...next, descriptors: [] };
  return editSub(tree, spot, { aspects: put(sub.aspects, at, kept) });
}

export const setSections = (tree: SchemeTree, sections: StandardSection[]): SchemeTree => ({
  ...tree,
  sections,
});

/** What a calculation is when it is first chosen. */
export function newCalculation(type: Calculation['type']): Calculation {
  switch (type) {
    case 'PASS_FAIL':
      return { type };
    case 'NUMBER_COMPLETED':
      return { type, possible: '1' };
    case 'CHOICE':
      return { type, deductionType: 'percent', choices: [{ label: '', deduction: '0' }] };
    case 'REGULAR_DIFFERENCE_DEDUCTION':
      return { type, deductionType: 'percent', target: '0', step: '1', deduction: '10' };
    case 'RANGED_SCORE':
      return {
        type,
        deductionType: 'percent',
        target: '0',
        ranges: [{ lower: '0', upper: '0', deduction: '0' }],
      };
  }
}
