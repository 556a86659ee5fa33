import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeEntries } from '@luban/scoring';
import { entry, policy } from '../support/scoring-examples.js';

const folder = join(process.cwd(), '../shared/data/worldskills');
const files = ['lks_web_cis_32_raw_to_scale.csv', 'wsc2026_scale_scores_odd_skills.csv'];
const missing = files.filter((name) => !existsSync(join(folder, name)));

/** No cell of the columns read here is quoted; a skill's name may hold a comma, so columns are counted from the ends. */
function rows(name: string): string[][] {
  const lines = readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/);
  return lines.slice(1).map((line) => line.split(','));
}

const AWARDS: Record<string, string | null> = {
  GOLD: 'gold',
  SILVER: 'silver',
  BRONZE: 'bronze',
  MEDALLION: 'excellence',
  MEDAL_FOR_EXCELLENCE: 'excellence',
  '': null,
};

if (missing.length > 0) {
  it('says that the published results are not here', () => {
    console.warn(`no reference data in ${folder}: published results are not recomputed`);
    expect(missing.filter((name) => existsSync(join(folder, name)))).toEqual([]);
  });
} else {
  describe('a CIS export with marks and scale scores', () => {
    const exported = rows('lks_web_cis_32_raw_to_scale.csv');

    it('has 32 rows, and every scale score and award follows from the marks', () => {
      const { standings } = placeEntries({
        policy: policy('worldskills-2026'),
        entries: exported.map(([rank, mark]) => entry(`row ${rank}`, mark as string)),
      });
      const computed = new Map(standings.map((one) => [one.input.entry, [one.scaledScore, one.award]]));
      expect(computed.size).toBe(32);
      for (const [rank, , scale, award] of exported)
        expect([rank, computed.get(`row ${rank}`)]).toEqual([rank, [Number(scale), AWARDS[award as string]]]);
    });
  });

  describe('the published scale scores of WSC2026, odd skills', () => {
    const published = rows('wsc2026_scale_scores_odd_skills.csv').map((row) => ({
      skill: row[0] as string,
      position: Number(row.at(-3)),
      scaledScore: Number(row.at(-2)),
      award: AWARDS[row.at(-1) as string],
    }));
    const { standings } = placeEntries({
      policy: policy('worldskills-2026'),
      entries: published.map(({ skill, scaledScore }, i) =>
        entry(`row ${i}`, null, { group: skill, scaledScore }),
      ),
    });
    const placed = new Map(standings.map((one) => [one.input.entry, one]));

    it('are 605 in 32 skills', () => {
      expect(placed.size).toBe(605);
      expect(new Set(published.map(({ skill }) => skill)).size).toBe(32);
    });

    it('give every published position and every medal', () => {
      published.forEach(({ skill, position, award }, i) => {
        const one = placed.get(`row ${i}`);
        expect({ skill, i, position: one?.position, award: one?.award }).toEqual({
          skill,
          i,
          position,
          award,
        });
      });
    });
  });
}
