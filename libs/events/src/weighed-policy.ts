import type { Policy } from '@luban/scoring';
import type { Module } from './module.entity.js';

/**
 * The policy as the skill's modules weigh it. Weighted modules are each marked out of 100.00 and become the parts of the
 * total, by module code; without module weights the policy's own parts (theory, practice) stand. Pre-flight sees to it
 * that weights are complete before an event begins.
 */
export function weighedPolicy(
  policy: Policy,
  modules: readonly Pick<Module, 'code' | 'weightHundredths'>[],
): Policy {
  const weights = modules.flatMap(({ code, weightHundredths }) =>
    weightHundredths === null ? [] : [{ name: code, weightHundredths, criteria: [] }],
  );
  return weights.length === 0 ? policy : { ...policy, parts: { ...policy.parts, weights } };
}
