import { namedPolicy, parseMark } from '@luban/scoring';
import type { Aspect, EntryInput, Policy, SchemeTree } from '@luban/scoring';

/** A policy that ships, with some of its rules replaced. */
export function policy(name: string, changes: Partial<Policy> = {}): Policy {
  const shipped = namedPolicy(name);
  if (!shipped) throw new Error(`no policy ${name}`);
  return { ...shipped, ...changes };
}

/** An entry that competed, of no delegation and no group, with this total. */
export function entry(name: string, total: string | null, more: Partial<EntryInput> = {}): EntryInput {
  return {
    entry: name,
    delegation: null,
    group: null,
    status: 'competed',
    totalHundredths: total === null ? null : parseMark(total),
    scaledScore: null,
    parts: null,
    timeSeconds: null,
    deductions: [],
    scores: null,
    ...more,
  };
}

/** An aspect of criterion A, sub-criterion A1 unless its id says otherwise. */
export function aspect(id: string, kind: Aspect['kind'], max: string, more: Partial<Aspect> = {}): Aspect {
  return {
    id,
    kind,
    description: `Aspect ${id}`,
    extra: '',
    requirement: '',
    section: null,
    maxHundredths: parseMark(max),
    calculation: null,
    descriptors: kind === 'judgement' ? ['none', 'below', 'meets', 'exceeds'] : [],
    captions: [],
    ...more,
  };
}

/** A scheme of these aspects: `A1.2` goes to criterion A, sub-criterion A1. */
export function scheme(...aspects: Aspect[]): SchemeTree {
  const tree: SchemeTree = { skill: null, sections: [], criteria: [] };
  for (const one of aspects) {
    const subCode = one.id.split('.')[0] as string;
    const code = subCode.slice(0, 1);
    let criterion = tree.criteria.find((found) => found.code === code);
    if (!criterion) {
      criterion = { code, name: `Criterion ${code}`, declaredHundredths: null, subCriteria: [] };
      tree.criteria.push(criterion);
    }
    let sub = criterion.subCriteria.find((found) => found.code === subCode);
    if (!sub) {
      sub = { code: subCode, name: `Sub-criterion ${subCode}`, dayOfMarking: 1, aspects: [] };
      criterion.subCriteria.push(sub);
    }
    sub.aspects.push(one);
  }
  return tree;
}
