import { readClause } from './clause-reading.js';
import { parseMark } from './decimal.js';
import {
  absent,
  arrayAt,
  integerAt,
  nameAt,
  namesAt,
  objectAt,
  oneOf,
  onlyKeys,
  own,
} from './json-reading.js';
import type { JsonObject } from './json-reading.js';
import type { PartsRule } from './policy.js';
import { ScoringError } from './scoring-error.js';

/** The parts of a policy: their weights in per cent sum to 100, no name and no criterion stands twice. */
export function readParts(value: unknown, path: string): PartsRule {
  const object: JsonObject = Array.isArray(value) ? { weights: value } : objectAt(value, path);
  onlyKeys(object, ['weights', 'missing', 'clause'], path);
  const weights = arrayAt(own(object, 'weights') ?? [], `${path}.weights`, 100).map((weight, index) =>
    readWeight(weight, `${path}.weights[${index}]`),
  );
  const sum = weights.reduce((total, weight) => total + weight.weightHundredths, 0);
  if (weights.length > 0 && sum !== 10_000)
    throw new ScoringError(
      'score.weights-not-100',
      {
        zh: `各部分权重合计须为 100.00%,现为 ${sum / 100}%。`,
        en: `The weights of the parts must sum to 100.00 %; they sum to ${sum / 100} %.`,
      },
      `${path}.weights`,
    );
  refuseDoubles(
    weights.map((weight) => weight.name),
    `${path}.weights`,
  );
  refuseDoubles(
    weights.flatMap((weight) => weight.criteria),
    `${path}.weights`,
  );
  return {
    weights,
    missing: oneOf(own(object, 'missing') ?? 'unmarked', `${path}.missing`, ['unmarked', 'zero']),
    clause: readClause(object, path),
  };
}

function readWeight(value: unknown, path: string): PartsRule['weights'][number] {
  const object = objectAt(value, path);
  onlyKeys(object, ['name', 'weight', 'weightHundredths', 'criteria'], path);
  const hundredths = absent(object, 'weight')
    ? own(object, 'weightHundredths')
    : parseMark(own(object, 'weight'), `${path}.weight`);
  return {
    name: nameAt(own(object, 'name'), `${path}.name`),
    weightHundredths: integerAt(hundredths, `${path}.weightHundredths`, 0, 10_000),
    criteria: namesAt(own(object, 'criteria') ?? [], `${path}.criteria`),
  };
}

function refuseDoubles(names: readonly string[], path: string): void {
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  if (doubled !== undefined)
    throw new ScoringError(
      'score.doubled-name',
      { zh: `${path} 中 ${doubled} 出现多次。`, en: `${path} names ${doubled} more than once.` },
      path,
    );
}
