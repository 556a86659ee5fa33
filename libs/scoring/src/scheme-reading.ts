import { absent, arrayAt, integerAt, objectAt, oneOf, own, textAt, wrongType } from './json-reading.js';
import type { JsonObject } from './json-reading.js';
import { MARK_MAX_HUNDREDTHS } from './decimal.js';
import { quantity } from './ratio.js';
import type { Aspect, Calculation, Criterion, SchemeTree, StandardSection, SubCriterion } from './scheme.js';
import { ScoringError } from './scoring-error.js';

const CRITERIA_MAX = 200;
const ASPECTS_MAX = 5000;

/**
 * A scheme tree from untrusted JSON: the tree itself or a whole `luban.scheme/1` document, whose tree is under `scheme`.
 * Checks types and that aspect ids, criteria and sub-criteria are unique; `checkScheme` judges the content. Texts that
 * scoring does not need may be missing.
 */
export function readScheme(value: unknown, path = 'scheme'): SchemeTree {
  const given = objectAt(value, path);
  const nested = own(given, 'format') === 'luban.scheme/1';
  const at = nested ? `${path}.scheme` : path;
  const object = nested ? objectAt(own(given, 'scheme'), at) : given;
  const tree: SchemeTree = {
    skill: readSkill(own(object, 'skill') ?? null, `${at}.skill`),
    sections: list(object, 'sections', at, CRITERIA_MAX, readSection),
    criteria: list(object, 'criteria', at, CRITERIA_MAX, readCriterion),
  };
  refuseDoubles(tree, at);
  return tree;
}

function list<T>(
  object: JsonObject,
  key: string,
  path: string,
  max: number,
  read: (value: unknown, path: string) => T,
): T[] {
  if (key !== 'sections' || !absent(object, key))
    return arrayAt(own(object, key), `${path}.${key}`, max).map((value, index) =>
      read(value, `${path}.${key}[${index}]`),
    );
  return [];
}

function readSkill(value: unknown, path: string): SchemeTree['skill'] {
  if (value === null) return null;
  const object = objectAt(value, path);
  const number = own(object, 'number') ?? null;
  return {
    number: number === null ? null : textAt(number, `${path}.number`),
    name: text(object, 'name', path),
  };
}

function readSection(value: unknown, path: string): StandardSection {
  const object = objectAt(value, path);
  return {
    number: textAt(own(object, 'number'), `${path}.number`),
    name: text(object, 'name', path),
    weightHundredths: integerAt(
      own(object, 'weightHundredths'),
      `${path}.weightHundredths`,
      0,
      MARK_MAX_HUNDREDTHS,
    ),
  };
}

function readCriterion(value: unknown, path: string): Criterion {
  const object = objectAt(value, path);
  const declared = own(object, 'declaredHundredths') ?? null;
  return {
    code: textAt(own(object, 'code'), `${path}.code`),
    name: text(object, 'name', path),
    declaredHundredths:
      declared === null ? null : integerAt(declared, `${path}.declaredHundredths`, 0, MARK_MAX_HUNDREDTHS),
    subCriteria: list(object, 'subCriteria', path, ASPECTS_MAX, readSubCriterion),
  };
}

function readSubCriterion(value: unknown, path: string): SubCriterion {
  const object = objectAt(value, path);
  const day = own(object, 'dayOfMarking') ?? null;
  return {
    code: textAt(own(object, 'code'), `${path}.code`),
    name: text(object, 'name', path),
    dayOfMarking: day === null ? null : integerAt(day, `${path}.dayOfMarking`, -100, 1000),
    aspects: list(object, 'aspects', path, ASPECTS_MAX, readAspect),
  };
}

function readAspect(value: unknown, path: string): Aspect {
  const object = objectAt(value, path);
  const section = own(object, 'section') ?? null;
  const kind = oneOf(own(object, 'kind'), `${path}.kind`, ['measurement', 'judgement']);
  const calculation = own(object, 'calculation') ?? null;
  return {
    id: textAt(own(object, 'id'), `${path}.id`),
    kind,
    description: text(object, 'description', path),
    extra: text(object, 'extra', path),
    requirement: text(object, 'requirement', path),
    section: section === null ? null : textAt(section, `${path}.section`),
    maxHundredths: integerAt(own(object, 'maxHundredths'), `${path}.maxHundredths`, 0, 1_000_000),
    calculation: calculation === null ? null : readCalculation(calculation, `${path}.calculation`),
    descriptors: texts(object, 'descriptors', path),
    captions: texts(object, 'captions', path),
  };
}

/** One of the five calculations, with every quantity checked. */
export function readCalculation(value: unknown, path: string): Calculation {
  const object = objectAt(value, path);
  const amount = (from: JsonObject, key: string, at: string): string => {
    const given = own(from, key);
    if (typeof given !== 'string') throw wrongType(given, `${at}.${key}`, '十进制字符串', 'a decimal string');
    quantity(given, `${at}.${key}`);
    return given;
  };
  const deductionType = (): 'marks' | 'percent' =>
    oneOf(own(object, 'deductionType'), `${path}.deductionType`, ['marks', 'percent']);
  const name = absent(object, 'name') ? {} : { name: textAt(own(object, 'name'), `${path}.name`) };
  const type = oneOf(own(object, 'type'), `${path}.type`, [
    'PASS_FAIL',
    'NUMBER_COMPLETED',
    'CHOICE',
    'REGULAR_DIFFERENCE_DEDUCTION',
    'RANGED_SCORE',
  ]);
  switch (type) {
    case 'PASS_FAIL':
      return { type, ...name };
    case 'NUMBER_COMPLETED':
      return { type, ...name, possible: amount(object, 'possible', path) };
    case 'CHOICE':
      return {
        type,
        ...name,
        deductionType: deductionType(),
        choices: list(object, 'choices', path, 100, (choice, at) => ({
          label: text(objectAt(choice, at), 'label', at),
          deduction: amount(objectAt(choice, at), 'deduction', at),
        })),
      };
    case 'REGULAR_DIFFERENCE_DEDUCTION':
      return {
        type,
        ...name,
        deductionType: deductionType(),
        target: amount(object, 'target', path),
        step: amount(object, 'step', path),
        deduction: amount(object, 'deduction', path),
        ...(absent(object, 'tolerance') ? {} : { tolerance: amount(object, 'tolerance', path) }),
      };
    case 'RANGED_SCORE':
      return {
        type,
        ...name,
        deductionType: deductionType(),
        target: amount(object, 'target', path),
        ranges: list(object, 'ranges', path, 100, (range, at) => ({
          lower: amount(objectAt(range, at), 'lower', at),
          upper: amount(objectAt(range, at), 'upper', at),
          deduction: amount(objectAt(range, at), 'deduction', at),
        })),
      };
  }
}

/** Texts of a workbook may be long and are not needed to score: any string, cut nowhere, empty where missing. */
function text(object: JsonObject, key: string, path: string): string {
  const value = own(object, key) ?? '';
  if (typeof value !== 'string') throw wrongType(value, `${path}.${key}`, '字符串', 'a string');
  return value;
}

function texts(object: JsonObject, key: string, path: string): string[] {
  return arrayAt(own(object, key) ?? [], `${path}.${key}`, 1000).map((value, index) => {
    if (typeof value !== 'string') throw wrongType(value, `${path}.${key}[${index}]`, '字符串', 'a string');
    return value;
  });
}

function refuseDoubles(tree: SchemeTree, path: string): void {
  const seen = new Set<string>();
  let aspects = 0;
  const once = (kind: string, id: string): void => {
    const key = `${kind} ${id}`;
    if (seen.has(key))
      throw new ScoringError(
        'score.doubled-name',
        { zh: `评分方案中编号 ${id} 重复。`, en: `The scheme uses the code ${id} more than once.` },
        path,
      );
    seen.add(key);
  };
  for (const criterion of tree.criteria) {
    once('criterion', criterion.code);
    for (const sub of criterion.subCriteria) {
      once('sub-criterion', sub.code);
      for (const aspect of sub.aspects) once('aspect', aspect.id);
      aspects += sub.aspects.length;
    }
  }
  if (aspects > ASPECTS_MAX)
    throw new ScoringError(
      'score.too-large',
      { zh: `评分方案最多 ${ASPECTS_MAX} 个评分点。`, en: `A scheme holds at most ${ASPECTS_MAX} aspects.` },
      path,
    );
}
