import { checkNames } from './checks.js';
import { type ParameterKind, parametersOf } from './check-in-words.js';
import {
  authorityLevels,
  type CheckName,
  documentKinds,
  organisationKinds,
  partyParts,
  type Words,
} from './rule-pack.js';
import {
  type Fields,
  fieldsOf,
  isDay,
  listAt,
  oneOf,
  plain,
  type Report,
  setOf,
  text,
  unique,
  wholeNumber,
  wordsAt,
} from './sound-values.js';
import { said } from './words.js';

/** What is wrong with a pack, and where: `rules.3.parameters.most`. */
export interface PackFault {
  path: string;
  message: Words;
}

const dutyKinds = ['summary', 'technicalAnalysis', 'baseTable', 'nominations', 'otherContests'] as const;
const classes = ['one', 'two'] as const;
const placeholders = ['planYear', 'edition', 'name'];

/**
 * Whether a value is a sound pack; empty: it is. Nothing beside what the types name is taken, no check outside the
 * closed list, and no unverified clause that blocks.
 */
export function packFaults(value: unknown): PackFault[] {
  const faults: PackFault[] = [];
  const report: Report = (path, zh, en) => void faults.push({ path, message: said(zh, en) });
  const pack = fieldsOf(value, '', report, [
    'code',
    'title',
    'year',
    'level',
    'divisionCode',
    'classes',
    'naming',
    'rules',
    'duties',
  ]);
  if (!pack) return faults;
  if (
    typeof pack['code'] !== 'string' ||
    !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(pack['code']) ||
    pack['code'].length > 60
  )
    report(
      'code',
      '应为小写字母、数字和连字符，如 class-status-2024。',
      'Should be lower-case letters, figures and hyphens, like class-status-2024.',
    );
  wordsAt(pack['title'], 'title', report, 100);
  wholeNumber(pack['year'], 'year', report, 1949, 2100);
  placeFaults(pack, report);
  setOf(pack['classes'], 'classes', classes, report, 0);
  namingFaults(pack['naming'], report);
  listAt(pack['rules'], 'rules', report, 100)?.forEach((rule, index) =>
    ruleFaults(rule, `rules.${index}`, report),
  );
  unique(pack['rules'], 'id', 'rules', report);
  listAt(pack['duties'], 'duties', report, 20)?.forEach((duty, index) =>
    dutyFaults(duty, `duties.${index}`, report),
  );
  unique(pack['duties'], 'kind', 'duties', report);
  return faults;
}

function placeFaults(pack: Fields, report: Report): void {
  const { level, divisionCode: code } = pack;
  if (!oneOf(level, 'level', authorityLevels, report)) return;
  if (typeof code !== 'string' || !/^\d{6}$/.test(code))
    return report(
      'divisionCode',
      '应为 6 位行政区划代码，全国为 000000。',
      'Should be six figures of a division code; 000000 is the country.',
    );
  const fits = {
    nationalIndustry: /^0{6}$/,
    provincial: /^(?!00)\d\d0000$/,
    municipal: /^(?!00)\d\d(?!00)\d\d00$/,
    county: /^(?!00)\d{4}(?!00)\d\d$/,
  };
  if (!fits[level as keyof typeof fits].test(code))
    report('divisionCode', '行政区划代码与级别不符。', 'The division code does not belong to this level.');
}

function namingFaults(value: unknown, report: Report): void {
  const naming = fieldsOf(value, 'naming', report, ['pattern', 'citation']);
  if (!naming) return;
  citationFaults(naming['citation'], 'naming.citation', report);
  const { pattern } = naming;
  if (typeof pattern !== 'string' || pattern.length > 200 || !pattern.includes('{name}'))
    return report('naming.pattern', '应为文字，且含 {name}。', 'Should be a text with {name} in it.');
  plain(pattern, 'naming.pattern', report);
  for (const [, key] of pattern.matchAll(/\{([^}]*)\}?/g))
    if (!placeholders.includes(key ?? ''))
      report(
        'naming.pattern',
        `不认识占位符 {${key}}，可用：{planYear}、{edition}、{name}。`,
        `{${key}} is not known; use {planYear}, {edition}, {name}.`,
      );
}

function ruleFaults(value: unknown, path: string, report: Report): void {
  const rule = fieldsOf(value, path, report, [
    'id',
    'check',
    'parameters',
    'severity',
    'title',
    'citation',
    'from',
    'until',
  ]);
  if (!rule) return;
  if (
    typeof rule['id'] !== 'string' ||
    !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(rule['id']) ||
    rule['id'].length > 60
  )
    report(
      `${path}.id`,
      '应为小写字母、数字和连字符。',
      'Should be lower-case letters, figures and hyphens.',
    );
  wordsAt(rule['title'], `${path}.title`, report, 200);
  oneOf(rule['severity'], `${path}.severity`, ['blocking', 'warning'], report);
  const grade = citationFaults(rule['citation'], `${path}.citation`, report);
  if (grade === 'unverified' && rule['severity'] === 'blocking')
    report(
      `${path}.severity`,
      '未核实的条款只能提示，不能作为不予通过的依据。',
      'An unverified clause may warn, never block.',
    );
  datesFaults(rule, path, report);
  if (!oneOf(rule['check'], `${path}.check`, checkNames, report)) return;
  const known = parametersOf(rule['check'] as CheckName);
  const parameters = fieldsOf(
    rule['parameters'],
    `${path}.parameters`,
    report,
    known.map(({ key }) => key),
  );
  if (!parameters) return;
  for (const parameter of known)
    parameterFaults(parameter, parameters[parameter.key], `${path}.parameters.${parameter.key}`, report);
}

function datesFaults(rule: Fields, path: string, report: Report): void {
  for (const end of ['from', 'until'] as const)
    if (rule[end] !== null && !isDay(rule[end]))
      report(
        `${path}.${end}`,
        '应为日期（如 2024-01-01）或空。',
        'Should be a day like 2024-01-01, or null.',
      );
  if (isDay(rule['from']) && isDay(rule['until']) && rule['from'] > rule['until'])
    report(`${path}.until`, '截止日期早于起始日期。', 'It ends before it begins.');
}

function parameterFaults(parameter: ParameterKind, value: unknown, path: string, report: Report): void {
  switch (parameter.kind) {
    case 'count':
      return wholeNumber(value, path, report, parameter.min, parameter.max);
    case 'skillLevel':
      return wholeNumber(value, path, report, 1, 5);
    case 'flag':
      return typeof value === 'boolean'
        ? undefined
        : report(path, '应为 true 或 false。', 'Should be true or false.');
    case 'class':
      return value === null && parameter.orAny ? undefined : void oneOf(value, path, classes, report);
    case 'classes':
      return setOf(value, path, classes, report, 0);
    case 'organisationKinds':
      return setOf(value, path, organisationKinds, report, 1);
    case 'partyParts':
      return setOf(value, path, partyParts, report, 1);
    case 'occupationClasses':
      return setOf(value, path, [1, 2, 3, 4, 5, 6, 7, 8], report, 1);
    case 'months':
      return setOf(value, path, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], report, 1);
    case 'text':
      return text(value, path, report, parameter.max);
    case 'documents':
      listAt(value, path, report, documentKinds.length)?.forEach((one, index) =>
        documentFaults(one, `${path}.${index}`, report),
      );
      if (Array.isArray(value) && value.length === 0)
        report(path, '至少列一种材料。', 'Name at least one document.');
      return unique(value, 'kind', path, report);
  }
}

function documentFaults(value: unknown, path: string, report: Report): void {
  const document = fieldsOf(value, path, report, ['kind', 'firstTimeOnly', 'perOccupation']);
  if (!document) return;
  oneOf(document['kind'], `${path}.kind`, documentKinds, report);
  for (const key of ['firstTimeOnly', 'perOccupation'])
    if (typeof document[key] !== 'boolean')
      report(`${path}.${key}`, '应为 true 或 false。', 'Should be true or false.');
}

function dutyFaults(value: unknown, path: string, report: Report): void {
  const duty = fieldsOf(value, path, report, ['kind', 'title', 'dueDays', 'citation']);
  if (!duty) return;
  oneOf(duty['kind'], `${path}.kind`, dutyKinds, report);
  wordsAt(duty['title'], `${path}.title`, report, 200);
  if (duty['dueDays'] !== null) wholeNumber(duty['dueDays'], `${path}.dueDays`, report, 1, 730);
  citationFaults(duty['citation'], `${path}.citation`, report);
}

function citationFaults(value: unknown, path: string, report: Report): unknown {
  const citation = fieldsOf(value, path, report, ['article', 'source', 'grade']);
  if (!citation) return undefined;
  wordsAt(citation['article'], `${path}.article`, report, 1000);
  text(citation['source'], `${path}.source`, report, 500);
  oneOf(citation['grade'], `${path}.grade`, ['verified', 'unverified'], report);
  return citation['grade'];
}
