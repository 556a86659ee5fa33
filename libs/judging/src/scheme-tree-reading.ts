import { Invalid } from '@luban/platform';
import type {
  Aspect,
  Calculation,
  Criterion,
  SchemeTree,
  StandardSection,
  SubCriterion,
} from '@luban/scoring';

const calculationFields: Record<
  Calculation['type'],
  { texts: string[]; optional: string[]; lists: string[] }
> = {
  PASS_FAIL: { texts: [], optional: ['name'], lists: [] },
  NUMBER_COMPLETED: { texts: ['possible'], optional: ['name'], lists: [] },
  CHOICE: { texts: ['deductionType'], optional: ['name'], lists: ['choices'] },
  REGULAR_DIFFERENCE_DEDUCTION: {
    texts: ['deductionType', 'target', 'step', 'deduction'],
    optional: ['name', 'tolerance'],
    lists: [],
  },
  RANGED_SCORE: { texts: ['deductionType'], optional: ['name'], lists: ['ranges'] },
};

/**
 * Reads a scheme tree a person built on screen. Shape errors are refused with the place (`criteria[0].code`); what is
 * well-formed but wrong (a total of 99.00) is left to the checks, as findings.
 */
export function parseSchemeTree(given: unknown): SchemeTree {
  const root = record(given, 'tree');
  const skill = root.skill === null || root.skill === undefined ? null : record(root.skill, 'skill');
  return {
    skill: skill && {
      number: textOrNull(skill.number, 'skill.number'),
      name: text(skill.name, 'skill.name'),
    },
    sections: list(root.sections, 'sections').map((one, i): StandardSection => ({
      number: text(record(one, `sections[${i}]`).number, `sections[${i}].number`),
      name: text(record(one, `sections[${i}]`).name, `sections[${i}].name`),
      weightHundredths: whole(
        record(one, `sections[${i}]`).weightHundredths,
        `sections[${i}].weightHundredths`,
      ),
    })),
    criteria: list(root.criteria, 'criteria', 26).map((one, i) => criterion(one, `criteria[${i}]`)),
  };
}

function criterion(given: unknown, path: string): Criterion {
  const one = record(given, path);
  return {
    code: text(one.code, `${path}.code`, 10),
    name: text(one.name, `${path}.name`),
    declaredHundredths:
      one.declaredHundredths === null || one.declaredHundredths === undefined
        ? null
        : whole(one.declaredHundredths, `${path}.declaredHundredths`),
    subCriteria: list(one.subCriteria, `${path}.subCriteria`, 200).map((sub, i) =>
      subCriterion(sub, `${path}.subCriteria[${i}]`),
    ),
  };
}

function subCriterion(given: unknown, path: string): SubCriterion {
  const one = record(given, path);
  return {
    code: text(one.code, `${path}.code`, 20),
    name: text(one.name, `${path}.name`),
    dayOfMarking:
      one.dayOfMarking === null || one.dayOfMarking === undefined
        ? null
        : whole(one.dayOfMarking, `${path}.dayOfMarking`),
    aspects: list(one.aspects, `${path}.aspects`, 500).map((each, i) =>
      aspect(each, `${path}.aspects[${i}]`),
    ),
  };
}

function aspect(given: unknown, path: string): Aspect {
  const one = record(given, path);
  if (one.kind !== 'measurement' && one.kind !== 'judgement') throw malformed(`${path}.kind`);
  const calculated = one.calculation === null || one.calculation === undefined ? null : one.calculation;
  if (one.kind === 'judgement' && calculated) throw malformed(`${path}.calculation`);
  return {
    id: text(one.id, `${path}.id`, 30),
    kind: one.kind,
    description: text(one.description, `${path}.description`),
    extra: text(one.extra ?? '', `${path}.extra`),
    requirement: text(one.requirement ?? '', `${path}.requirement`),
    section: textOrNull(one.section, `${path}.section`),
    maxHundredths: whole(one.maxHundredths, `${path}.maxHundredths`),
    calculation: calculated && calculation(calculated, `${path}.calculation`),
    descriptors: list(one.descriptors ?? [], `${path}.descriptors`, 4).map((d, i) =>
      text(d, `${path}.descriptors[${i}]`),
    ),
    captions: list(one.captions ?? [], `${path}.captions`, 50).map((c, i) =>
      text(c, `${path}.captions[${i}]`),
    ),
  };
}

function calculation(given: unknown, path: string): Calculation {
  const one = record(given, path);
  const type = one.type as Calculation['type'];
  const fields =
    typeof type === 'string' && Object.hasOwn(calculationFields, type) ? calculationFields[type] : null;
  if (!fields) throw malformed(`${path}.type`);
  const read: Record<string, unknown> = { type };
  for (const name of fields.texts) read[name] = quantity(one[name], name, `${path}.${name}`);
  for (const name of fields.optional) {
    if (one[name] !== undefined) read[name] = quantity(one[name], name, `${path}.${name}`);
  }
  for (const name of fields.lists) {
    read[name] = list(one[name], `${path}.${name}`, 50).map((entry, i) => {
      const row = record(entry, `${path}.${name}[${i}]`);
      const at = (field: string) => `${path}.${name}[${i}].${field}`;
      return name === 'choices'
        ? {
            label: text(row.label, at('label')),
            deduction: quantity(row.deduction, 'deduction', at('deduction')),
          }
        : {
            lower: row.lower === null ? null : quantity(row.lower, 'lower', at('lower')),
            upper: row.upper === null ? null : quantity(row.upper, 'upper', at('upper')),
            deduction: quantity(row.deduction, 'deduction', at('deduction')),
          };
    });
  }
  return read as Calculation;
}

/** Names are text, the kind of deduction one of two words, everything else a decimal number as text. */
function quantity(given: unknown, name: string, path: string): string {
  const value = text(given, path, 200);
  if (name === 'name') return value;
  if (name === 'deductionType') {
    if (value !== 'marks' && value !== 'percent') throw malformed(path);
    return value;
  }
  if (!/^-?\d{1,9}(\.\d{1,8})?$/.test(value)) throw malformed(path);
  return value;
}

function record(given: unknown, path: string): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw malformed(path);
  return given as Record<string, unknown>;
}

function list(given: unknown, path: string, most = 100): unknown[] {
  if (!Array.isArray(given) || given.length > most) throw malformed(path);
  return given;
}

function text(given: unknown, path: string, most = 4000): string {
  if (typeof given !== 'string' || given.length > most || given.includes('\u0000')) throw malformed(path);
  return given;
}

function textOrNull(given: unknown, path: string): string | null {
  return given === null || given === undefined ? null : text(given, path);
}

function whole(given: unknown, path: string): number {
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 0 || given > 1_000_000)
    throw malformed(path);
  return given;
}

function malformed(path: string): Invalid {
  return new Invalid('judging.scheme-malformed', { path });
}
