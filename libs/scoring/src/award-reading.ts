import { readClause } from './clause-reading.js';
import { parseMark } from './decimal.js';
import { absent, arrayAt, integerAt, objectAt, oneOf, onlyKeys, own, wrongType } from './json-reading.js';
import type { JsonObject } from './json-reading.js';
import type { AwardRule, Policy } from './policy.js';

const RANK_MAX = 10_000_000;
const SCORE_MAX = 1_000_000_000;

const FIELDS: Record<AwardRule['kind'], string[]> = {
  ranks: ['award', 'from', 'to', 'minimumScaledScore'],
  scaledScore: ['award', 'atLeast'],
  share: ['award', 'numerator', 'denominator', 'rounding'],
  percentages: ['prizes', 'rounding'],
};

/** The award rules of a policy in their order; at most 50. */
export function readAwards(value: unknown, path: string): AwardRule[] {
  return arrayAt(value, path, 50).map((rule, index) => readAward(rule, `${path}[${index}]`));
}

function readAward(value: unknown, path: string): AwardRule {
  const object = objectAt(value, path);
  const kind = oneOf(own(object, 'kind'), `${path}.kind`, ['ranks', 'scaledScore', 'share', 'percentages']);
  onlyKeys(object, ['kind', 'clause', ...FIELDS[kind]], path);
  const clause = readClause(object, path);
  const integer = (field: string, min: number, max: number): number =>
    integerAt(own(object, field), `${path}.${field}`, min, max);
  const rounding = (): 'floor' | 'ceil' | 'halfUp' =>
    oneOf(own(object, 'rounding'), `${path}.rounding`, ['floor', 'ceil', 'halfUp']);
  switch (kind) {
    case 'ranks': {
      const from = integer('from', 1, RANK_MAX);
      return {
        kind,
        award: awardCode(object, path),
        from,
        to: integer('to', from, RANK_MAX),
        minimumScaledScore: absent(object, 'minimumScaledScore')
          ? null
          : integer('minimumScaledScore', -SCORE_MAX, SCORE_MAX),
        clause,
      };
    }
    case 'scaledScore':
      return {
        kind,
        award: awardCode(object, path),
        atLeast: integer('atLeast', -SCORE_MAX, SCORE_MAX),
        clause,
      };
    case 'share':
      return {
        kind,
        award: awardCode(object, path),
        numerator: integer('numerator', 1, 10_000),
        denominator: integer('denominator', 1, 10_000),
        rounding: rounding(),
        clause,
      };
    case 'percentages':
      return {
        kind,
        prizes: arrayAt(own(object, 'prizes'), `${path}.prizes`, 50).map((prize, index) =>
          readPrize(prize, `${path}.prizes[${index}]`),
        ),
        rounding: rounding(),
        clause,
      };
  }
}

function readPrize(value: unknown, path: string): { award: string; percentHundredths: number } {
  const object = objectAt(value, path);
  onlyKeys(object, ['award', 'percent', 'percentHundredths'], path);
  const hundredths = absent(object, 'percent')
    ? own(object, 'percentHundredths')
    : parseMark(own(object, 'percent'), `${path}.percent`);
  return {
    award: awardCode(object, path),
    percentHundredths: integerAt(hundredths, `${path}.percentHundredths`, 1, 10_000),
  };
}

/** Which awards the delegation table counts; null or false for no table. */
export function readDelegationTable(value: unknown, path: string): Policy['delegationTable'] {
  if (value === null || value === false) return null;
  const object = objectAt(value, path);
  onlyKeys(object, ['awards', 'orderBy', 'clause'], path);
  return {
    awards: arrayAt(own(object, 'awards'), `${path}.awards`, 50).map((counted, index) => {
      const at = `${path}.awards[${index}]`;
      const line = objectAt(counted, at);
      onlyKeys(line, ['award', 'points'], at);
      return {
        award: awardCode(line, at),
        points: integerAt(own(line, 'points') ?? 0, `${at}.points`, 0, 1_000_000),
      };
    }),
    orderBy: oneOf(own(object, 'orderBy') ?? 'awards', `${path}.orderBy`, ['awards', 'points']),
    clause: readClause(object, path),
  };
}

/** A code such as `gold` or `firstPrize`: letters, digits and hyphens, so that it can name a field and a translation. */
function awardCode(object: JsonObject, path: string): string {
  const value = own(object, 'award');
  if (typeof value === 'string' && /^[A-Za-z][A-Za-z0-9-]{0,39}$/.test(value)) return value;
  throw wrongType(value, `${path}.award`, '奖项代码(如 gold)', 'an award code such as gold');
}
