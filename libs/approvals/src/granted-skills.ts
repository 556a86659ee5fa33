import { readOccupationCode } from '@luban/events';
import type { EntityManager } from 'typeorm';
import type { GrantedOccupation } from './class-status.js';
import { occupationInWords } from './plan-lines.js';

/** What of a skill says in which occupation it is held. */
export interface NamedSkill {
  name: string;
  occupationCode: string | null;
}

/** Text as it is compared: full and half width alike, without blanks and signs that cannot be seen. */
export const plainName = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');

/**
 * Those of the granted occupations in which a skill is held: it has the granted code (none, where the grant has none) and
 * its name contains the granted name or its direction 赛项方向, which may be followed by more (装配钳工（职工组）).
 */
export const grantedFor = (
  { name, occupationCode }: NamedSkill,
  granted: readonly GrantedOccupation[],
): GrantedOccupation[] =>
  granted.filter(
    (one) =>
      bareCode(one.code) === bareCode(occupationCode) &&
      marksOf(one).some((mark) => plainName(name).includes(mark)),
  );

/**
 * Occupations of the classification that the name holds beside what was granted, for each name in the order given: 焊工 in
 * 装配钳工（焊工） where only 装配钳工 was granted, and 装配钳工 where only 钳工 was.
 */
export async function otherOccupationsIn(
  tx: EntityManager,
  names: readonly string[],
  granted: readonly GrantedOccupation[],
): Promise<string[][]> {
  const plain = names.map(plainName);
  const rows: { at: number; name: string }[] = await tx.query(
    `SELECT DISTINCT n.at::int AS at, o.name
       FROM unnest($1::text[]) WITH ORDINALITY AS n (name, at)
       JOIN (SELECT DISTINCT regexp_replace(normalize(name, NFKC), '\\s', '', 'g') AS name
               FROM occupation WHERE level = 4) o ON o.name <> '' AND position(o.name IN n.name) > 0`,
    [plain],
  );
  const marks = granted.flatMap((one) => [...marksOf(one), plainName(occupationInWords(one).slice(0, 100))]);
  return plain.map((name, i) => {
    const own = marks.flatMap((mark) => spansOf(name, mark));
    return rows
      .filter(({ at }) => at === i + 1)
      .map((row) => row.name)
      .filter((other) =>
        spansOf(name, other).some(([from, to]) => !own.some(([start, end]) => start <= from && to <= end)),
      );
  });
}

/** Code without its marks of green and digital occupations: `4-04-05-01 S` is `4-04-05-01`. */
export const bareCode = (code: string | null): string | null =>
  code === null ? null : ((readOccupationCode(code) ?? code.trim()).split(' ')[0] ?? null);

/** What marks a skill as one of a granted occupation: its name and its direction. */
const marksOf = ({ name, detail }: GrantedOccupation): string[] =>
  [name, detail ?? ''].map(plainName).filter((mark) => mark !== '');

/** Every place where a text holds a part. */
function spansOf(text: string, part: string): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(part); part !== '' && at >= 0; at = text.indexOf(part, at + 1))
    found.push([at, at + part.length]);
  return found;
}
