import { checkInWords, type CheckName, type ParameterKind, parametersOf, type Rule } from '@luban/rulebook';

/** A rule of a check with parameters to begin with; it warns, and its clause is still to be given. */
export function newRule(check: CheckName, others: readonly Rule[]): Rule {
  const stem = check.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const taken = new Set(others.map(({ id }) => id));
  let id = stem;
  for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`;
  return {
    id,
    check,
    parameters: Object.fromEntries(parametersOf(check).map((one) => [one.key, firstValue(one)])),
    severity: 'warning',
    title: checkInWords[check].name,
    citation: { article: { zh: '', en: '' }, source: '', grade: 'unverified' },
    from: null,
    until: null,
  } as unknown as Rule;
}

function firstValue(parameter: ParameterKind): unknown {
  switch (parameter.kind) {
    case 'count':
      return Math.max(parameter.min, 1);
    case 'flag':
      return false;
    case 'class':
      return parameter.orAny ? null : 'one';
    case 'classes':
      return [];
    case 'organisationKinds':
      return ['association'];
    case 'partyParts':
      return ['coOrganiser'];
    case 'occupationClasses':
      return [4, 5, 6];
    case 'months':
      return [10, 11, 12];
    case 'skillLevel':
      return 3;
    case 'documents':
      return [{ kind: 'request', firstTimeOnly: false, perOccupation: false }];
    case 'text':
      return '竞赛';
  }
}
