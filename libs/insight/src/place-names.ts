import type { EntityManager } from 'typeorm';
import { levelOfArea, placesWithin, prefixOf } from './insight-scope.js';
import { tileGrid } from './tile-grid.js';
import type { CountsDto, PlaceCountDto, PlacesDto } from './year-figures.dto.js';
import type { InsightAreaDto } from './year-insight.dto.js';

interface Named {
  code: string;
  name: string;
  shortName: string | null;
}

const nothing: CountsDto = { applications: 0, granted: 0, published: 0 };
const country: InsightAreaDto = { divisionCode: '000000', name: '全国', nameEn: 'The whole country' };

/** The places of an area that are told apart in pictures: provinces as tiles, else cities or counties in order of code. */
export async function placesIn(tx: EntityManager, divisionCode: string): Promise<PlaceCountDto[]> {
  const { unit } = placesWithin(divisionCode);
  if (unit === 'province')
    return tileGrid.map(
      ({ divisionCode: code, name, nameEn, shortName, shortNameEn, row, column, counted }) => ({
        divisionCode: code,
        name,
        nameEn,
        shortName,
        shortNameEn,
        row,
        column,
        counted,
        byFinal: nothing,
        byApplicant: nothing,
      }),
    );
  if (levelOfArea(divisionCode) === 'county') return placed(await namesOf(tx, [divisionCode]));
  return placed(await divisionsUnder(tx, prefixOf(divisionCode), unit));
}

const placed = (names: readonly Named[]): PlaceCountDto[] =>
  names.map(({ code, name, shortName }) => ({
    divisionCode: code,
    name,
    nameEn: null,
    shortName: shortName ?? shortened(name),
    shortNameEn: null,
    row: null,
    column: null,
    counted: true,
    byFinal: nothing,
    byApplicant: nothing,
  }));

/** 杭州市 → 杭州, 淳安县 → 淳安; two letters stay. */
const shortened = (name: string): string => (name.length > 2 ? name.replace(/(市|区|县|地区)$/, '') : name);

/** Puts what was counted onto the places; what belongs to none of them follows at the end. */
export function countedPlaces(
  divisionCode: string,
  places: readonly PlaceCountDto[],
  byFinal: ReadonlyMap<string, CountsDto>,
  byApplicant: ReadonlyMap<string, CountsDto>,
): PlacesDto {
  const known = new Set(places.map((place) => place.divisionCode));
  const others = [...new Set([...byFinal.keys(), ...byApplicant.keys()])].filter((code) => !known.has(code));
  const unnamed = others.sort().map((code): PlaceCountDto => ({
    divisionCode: code,
    name: null,
    nameEn: null,
    shortName: null,
    shortNameEn: null,
    row: null,
    column: null,
    counted: true,
    byFinal: nothing,
    byApplicant: nothing,
  }));
  return {
    unit: placesWithin(divisionCode).unit,
    items: [...places, ...unnamed].map((place) => ({
      ...place,
      byFinal: byFinal.get(place.divisionCode) ?? nothing,
      byApplicant: byApplicant.get(place.divisionCode) ?? nothing,
    })),
  };
}

/** The way from the country or the reader's own area down to this one, and what lies one step below. */
export async function areasAround(
  tx: EntityManager,
  divisionCode: string,
): Promise<{ path: InsightAreaDto[]; below: InsightAreaDto[] }> {
  const own = levelOfArea(divisionCode);
  const codes = [
    ...(own === 'nationalIndustry' ? [] : [`${divisionCode.slice(0, 2)}0000`]),
    ...(own === 'municipal' || own === 'county' ? [`${divisionCode.slice(0, 4)}00`] : []),
    ...(own === 'county' ? [divisionCode] : []),
  ];
  const named = await namesOf(tx, codes);
  const { unit } = placesWithin(divisionCode);
  const below =
    unit === 'province'
      ? tileGrid.filter(({ counted }) => counted)
      : own === 'county'
        ? []
        : (await divisionsUnder(tx, prefixOf(divisionCode), unit)).map(areaOf);
  return {
    path: [country, ...named.map(areaOf)],
    below: below.map(({ divisionCode: code, name, nameEn }) => ({ divisionCode: code, name, nameEn })),
  };
}

const areaOf = ({ code, name }: Named): InsightAreaDto => ({
  divisionCode: code,
  name,
  nameEn: tileGrid.find((tile) => tile.divisionCode === code)?.nameEn ?? null,
});

/** Names of codes, in their order; a code that no catalogue has stands for itself. */
async function namesOf(tx: EntityManager, codes: readonly string[]): Promise<Named[]> {
  if (codes.length === 0) return [];
  const rows: Named[] = await tx.query(
    `SELECT DISTINCT ON (code) code, name, short_name AS "shortName" FROM division WHERE code = ANY($1::text[])
      ORDER BY code, retired_in IS NOT NULL, edition DESC`,
    [codes],
  );
  return codes.map(
    (code) =>
      rows.find((row) => row.code === code) ?? {
        code,
        name: tileGrid.find((tile) => tile.divisionCode === code)?.name ?? code,
        shortName: null,
      },
  );
}

const divisionsUnder = (tx: EntityManager, prefix: string, unit: 'city' | 'county'): Promise<Named[]> =>
  tx.query(
    `SELECT DISTINCT ON (code) code, name, short_name AS "shortName" FROM division
      WHERE code LIKE $1 AND level = $2 AND NOT pseudo AND retired_in IS NULL ORDER BY code, edition DESC`,
    [`${prefix}%`, unit],
  );
