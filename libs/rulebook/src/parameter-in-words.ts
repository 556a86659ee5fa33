import { type ParameterKind, parametersOf } from './check-in-words.js';
import type {
  CheckParameters,
  ContestClass,
  DocumentKind,
  OrganisationKind,
  PartyPart,
  Rule,
  Words,
} from './rule-pack.js';
import {
  classInWords,
  documentKindInWords,
  listed,
  listedWords,
  organisationKindInWords,
  partyPartInWords,
  said,
  skillLevelInWords,
} from './words.js';

type Document = CheckParameters['documentsComplete']['documents'][number];

const anyClass = said('不限类别', 'any class');

/** The value of a parameter for people. */
export function parameterInWords({ kind }: ParameterKind, value: unknown): Words {
  switch (kind) {
    case 'count':
    case 'text':
      return said(String(value), String(value));
    case 'flag':
      return value ? said('是', 'yes') : said('否', 'no');
    case 'class':
      return value === null ? anyClass : classInWords[value as ContestClass];
    case 'classes':
      return (value as ContestClass[]).length === 0
        ? anyClass
        : listedWords((value as ContestClass[]).map((one) => classInWords[one]));
    case 'organisationKinds':
      return listedWords((value as OrganisationKind[]).map((one) => organisationKindInWords[one]));
    case 'partyParts':
      return listedWords((value as PartyPart[]).map((one) => partyPartInWords[one]));
    case 'occupationClasses':
      return listed((value as number[]).map(String));
    case 'months':
      return listed((value as number[]).map(String));
    case 'skillLevel':
      return skillLevelInWords[value as number] ?? said(String(value), String(value));
    case 'documents':
      return listedWords((value as Document[]).map(documentWanted));
  }
}

function documentWanted({ kind, firstTimeOnly, perOccupation }: Document): Words {
  const words = documentKindInWords[kind as DocumentKind];
  const zh = [...(firstTimeOnly ? ['首次'] : []), ...(perOccupation ? ['逐职业'] : [])].join('、');
  const en = [...(firstTimeOnly ? ['first time'] : []), ...(perOccupation ? ['per occupation'] : [])].join(
    ', ',
  );
  return zh === '' ? words : said(`${words.zh}（${zh}）`, `${words.en} (${en})`);
}

/** All parameters of a rule for people: label and value. */
export const ruleParametersInWords = ({ check, parameters }: Pick<Rule, 'check' | 'parameters'>) =>
  parametersOf(check).map((parameter) => ({
    key: parameter.key,
    label: parameter.label,
    value: parameterInWords(parameter, (parameters as Record<string, unknown>)[parameter.key]),
  }));
