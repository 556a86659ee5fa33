import type { Schemas } from '../account/session.js';
import { catalogueWords } from './words.js';

export const kinds = ['occupations', 'industries', 'divisions', 'organisations'] as const;
export type Kind = (typeof kinds)[number];
export type CodedKind = Exclude<Kind, 'organisations'>;
export type CatalogueEdition = Schemas['CatalogueEditionDto'];
export type CatalogueImport = Schemas['CatalogueImportDto'];

/** The kind that an address names; occupations for anything else. */
export const kindOf = (text: string | undefined): Kind =>
  kinds.find((kind) => kind === text) ?? 'occupations';

const steps = ['one', 'two', 'three', 'four'] as const;

/** 大类, 门类, 省级 …: the name of a level, from 1 at the top. */
export function levelWord(kind: CodedKind, level: number): string {
  return catalogueWords.text(`levels.${kind}.${steps[Math.min(4, Math.max(1, level)) - 1] ?? 'four'}`);
}

export const lowestLevel = (kind: CodedKind): number => (kind === 'divisions' ? 3 : 4);

const divisionLevels = ['province', 'city', 'county'];

/** The value of a field in words, as versions keep it: `true` → 是, `3` → 三级/高级工. */
export function fieldValue(kind: Kind, field: string, value: string | null): string | null {
  const text = catalogueWords.text;
  if (value === null || value === '') return null;
  if (value === 'true') return text('yes');
  if (value === 'false') return text('no');
  if (field === 'standardTopLevel') return catalogueWords.find(`skillLevel.l${value}`) ?? value;
  if (field === 'kind') return catalogueWords.find(`organisationKinds.${value}`) ?? value;
  if (field === 'level' && kind !== 'organisations')
    return levelWord(kind, kind === 'divisions' ? divisionLevels.indexOf(value) + 1 : Number(value));
  return value;
}
