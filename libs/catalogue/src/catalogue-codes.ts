/** The lists whose entries have a code that says where they stand. */
export type CodedKind = 'occupations' | 'industries' | 'divisions';
export type CatalogueKind = CodedKind | 'organisations';
export const catalogueKinds = ['occupations', 'industries', 'divisions', 'organisations'] as const;
export const divisionLevels = ['province', 'city', 'county'] as const;

/** Where a code stands in its list: its level (1 is the top) and the code above it. */
export interface CodePlace {
  code: string;
  level: number;
  parentCode: string | null;
}

/**
 * What a code says by its shape; null for one that is no code of this list. Occupations `6-18-02-04`: a level for each
 * part. Industries `C3421`: a letter, then two, three, four digits. Divisions: six digits, ending in 0000 a province,
 * in 00 a city; two or four digits stand for the same.
 */
export function placeOfCode(kind: CodedKind, text: string): CodePlace | null {
  const code = plainCode(text);
  if (kind === 'occupations') {
    if (!/^[1-8](-\d{2}){0,3}$/.test(code)) return null;
    const parts = code.split('-');
    return { code, level: parts.length, parentCode: parts.slice(0, -1).join('-') || null };
  }
  if (kind === 'industries') {
    const industry = code.toUpperCase();
    if (!/^[A-T](\d{2,4})?$/.test(industry)) return null;
    const level = industry.length === 1 ? 1 : industry.length - 1;
    const above = level === 1 ? null : level === 2 ? industry.slice(0, 1) : industry.slice(0, -1);
    return { code: industry, level, parentCode: above };
  }
  if (!/^(\d{2}|\d{4}|\d{6})$/.test(code) || code.startsWith('0')) return null;
  const division = code.padEnd(6, '0');
  if (division.endsWith('0000')) return { code: division, level: 1, parentCode: null };
  if (division.slice(2, 4) === '00') return null;
  if (division.endsWith('00')) return { code: division, level: 2, parentCode: `${division.slice(0, 2)}0000` };
  return { code: division, level: 3, parentCode: `${division.slice(0, 4)}00` };
}

/** Full-width digits and letters, dashes of every kind and blanks as people type them. */
export const plainCode = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\uff0d]/g, '-')
    .replace(/\s+/g, '');

/** 市辖区, 县, 省直辖县级行政区划: headings in the list of cities, not places. */
export const isHeadingDivision = (name: string, level: number): boolean =>
  level === 2 && /^(市辖区|县|.*直辖县级行政区划)$/.test(name);
