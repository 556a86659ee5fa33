import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aspectsOf } from '@luban/scoring';
import {
  isBlocked,
  readCisScheme,
  schemeDocument,
  writeCisScheme,
  type SchemeReading,
} from '@luban/workbooks';

const folder = join(process.cwd(), '../shared/data/worldskills/marking-schemes');

/** What somebody else's program found in the same workbook. */
interface Reference {
  wsos: Record<string, [name: string, weight: number]>;
  criteria: Record<string, [name: string, mark: number]>;
  subcriteria: [code: string, name: string, day: number][];
  aspects: {
    sub: string;
    type: 'M' | 'J';
    desc: string;
    extra: string | null;
    req: string | null;
    wsos: number;
    calc: number | null;
    max: number;
    levels: [score: number, text: string][];
  }[];
  calculations: unknown[];
}

if (!existsSync(folder)) {
  it('says that the real workbooks are not here', () => {
    console.warn(`no reference data at ${folder}: the real CIS workbooks are not compared`);
    expect(existsSync(folder)).toBe(false);
  });
} else {
  const workbooks = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
  describe.each(workbooks)('%s', (name) => {
    const reference = JSON.parse(
      readFileSync(join(folder, name.replace(/xlsx$/, 'json')), 'utf8'),
    ) as Reference;
    let reading: SchemeReading;

    beforeAll(async () => {
      reading = await readCisScheme(join(folder, name));
    });

    it('has the sections, criteria and sub-criteria that were published', () => {
      const { sections, criteria } = reading.tree;
      expect(sections.map((each) => [each.number, [each.name, each.weightHundredths / 100]])).toEqual(
        Object.entries(reference.wsos).map(([number, [title, weight]]) => [number, [title, weight]]),
      );
      expect(criteria.map((each) => [each.code, [each.name, (each.declaredHundredths ?? 0) / 100]])).toEqual(
        Object.entries(reference.criteria).map(([code, [title, mark]]) => [code, [title, mark]]),
      );
      expect(
        criteria.flatMap(({ subCriteria }) =>
          subCriteria.map((sub) => [sub.code, sub.name, sub.dayOfMarking]),
        ),
      ).toEqual(reference.subcriteria.map(([code, title, day]) => [code, title, day]));
    });

    it('has every aspect with its mark, section, calculation and descriptors', () => {
      const found = reading.tree.criteria.flatMap(({ subCriteria }) =>
        subCriteria.flatMap(({ code, aspects }) =>
          aspects.map((aspect) => ({
            sub: code,
            type: aspect.kind === 'measurement' ? 'M' : 'J',
            desc: aspect.description.trim(),
            extra: aspect.extra.trim(),
            req: aspect.requirement.trim(),
            wsos: Number(aspect.section),
            calculated: aspect.calculation !== null,
            max: aspect.maxHundredths / 100,
            levels: aspect.descriptors.map((text, score) => [score, text.trim()]),
          })),
        ),
      );
      expect(found).toEqual(
        reference.aspects.map(({ calc, ...aspect }) => ({
          ...aspect,
          desc: aspect.desc.trim(),
          extra: (aspect.extra ?? '').trim(),
          req: (aspect.req ?? '').trim(),
          calculated: calc !== null,
          levels: aspect.levels.map(([score, text]) => [score, text.trim()]),
        })),
      );
    });

    it('totals 100.00 from its aspects and has nothing that blocks', () => {
      const document = schemeDocument(reading);
      expect(document.total).toBe('100.00');
      expect(document.aspects.total).toBe(reference.aspects.length);
      expect(document.calculations).toBe(reference.calculations.length);
      expect(isBlocked(reading)).toBe(false);
    });

    it('comes back identical from our own export', async () => {
      const again = await readCisScheme(await writeCisScheme(reading.tree));
      expect(again.tree).toEqual(reading.tree);
      expect(again.calculations).toBe(reading.calculations);
      expect([...aspectsOf(again.tree)].length).toBe(reference.aspects.length);
    });
  });
}
