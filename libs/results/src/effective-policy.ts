import type { PartWeight, Policy } from '@luban/scoring';

/** A module as the results see it. */
export interface ResultModule {
  code: string;
  part: 'theory' | 'practice';
  markedBy: 'scheme' | 'list';
  weightHundredths: number | null;
  /** Codes of the criteria whose works are made in this module. */
  criteria: readonly string[];
}

/**
 * The skill's policy with its parts bound to the skill's modules, so that scoring can compute with it:
 * - weights for theory and practice (the policy's own): practice takes every criterion, theory the list's mark;
 * - otherwise weights on the modules: each module is a part under its code;
 * - otherwise nothing is weighted and marks are added as they are.
 */
export function effectivePolicy(policy: Policy, modules: readonly ResultModule[]): Policy {
  if (policy.parts.weights.length > 0) {
    const weights = policy.parts.weights.map((weight): PartWeight => ({
      ...weight,
      criteria: weight.criteria.length > 0 ? weight.criteria : criteriaOf(weight.name, modules),
    }));
    return { ...policy, parts: { ...policy.parts, weights } };
  }
  if (modules.every((module) => module.weightHundredths === null)) return policy;
  const weights = modules.map((module): PartWeight => ({
    name: module.code,
    weightHundredths: module.weightHundredths ?? 0,
    criteria: [...module.criteria],
  }));
  return { ...policy, parts: { ...policy.parts, weights } };
}

function criteriaOf(part: string, modules: readonly ResultModule[]): string[] {
  return modules
    .filter((module) => (module.part === part || module.code === part) && module.markedBy === 'scheme')
    .flatMap((m) => m.criteria);
}
